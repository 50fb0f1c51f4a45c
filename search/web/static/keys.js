// "/" goes to the search box; from there the arrow keys walk along the pages that were found.
"use strict";

function isTyping(element) {
  return element.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.getElementById("q");
  const here = document.activeElement;
  if (event.key === "/" && box && !isTyping(here)) {
    event.preventDefault();
    box.focus();
    box.select();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  // What is folded away cannot take the focus.
  const stops = [box, ...document.querySelectorAll("main .open")].filter((e) => e?.checkVisibility());
  const at = stops.indexOf(here);
  if (step && at >= 0 && stops[at + step]) {
    event.preventDefault();
    stops[at + step].focus();
  }
});
