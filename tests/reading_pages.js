// Fills pages with the blocks of `reading_browser.py`, and tells which blocks each has.
async function fill() {
  // Before text is set in them fonts are not loaded by themselves.
  await Promise.all([...document.fonts].map((font) => font.load()));
  const templates = [...document.querySelectorAll("template")];
  const pages = [];
  let text;
  const turn = () => {
    pages.push([]);
    const page = document.createElement("div");
    page.className = "page";
    page.innerHTML = `<div class="text"></div><div class="foot">${pages.length}</div>`;
    document.body.append(page);
    text = page.firstChild;
  };
  const isFull = () =>
    text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1;
  const add = (at) => {
    text.append(templates[at].content.cloneNode(true));
    pages.at(-1).push(at);
  };
  turn();
  for (let at = 0; at < templates.length; at++) {
    add(at);
    if (!isFull()) continue;
    const moved = [at];
    text.lastElementChild.remove();
    pages.at(-1).pop();
    // A heading goes along with what it heads.
    while (pages.at(-1).length && /^H\d/.test(text.lastElementChild.tagName)) {
      text.lastElementChild.remove();
      moved.unshift(pages.at(-1).pop());
    }
    turn();
    moved.forEach(add);
  }
  templates.forEach((it) => it.remove());
  return pages;
}
