// "/" goes to the search box; from there the arrow keys walk along the pages that were found.
// What is there to be copied gets a button that does so.
"use strict";

function addCopyButton(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copier";
  button.textContent = "Kopieer";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const copied = text.textContent.trim();
    await navigator.clipboard.writeText(text.matches("pre") ? copied : copied.replace(/\s+/g, " "));
    button.textContent = "Gekopieerd";
  });
  text.after(button);
}

if (navigator.clipboard) document.querySelectorAll(".reference, .copy").forEach(addCopyButton);

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
