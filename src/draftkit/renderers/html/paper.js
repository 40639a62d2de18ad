"use strict";
// Two views of the paper: to be read, and in pages of 22 lines, as it is printed. Without this script it is read.
(() => {
  const paper = document.querySelector("article.paper");
  const views = document.querySelector("nav.views");
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, figure";
  const KEPT = "h1, h2, h3, h4, h5, h6, .organ";
  const WHOLE = `${KEPT}, .centred`;
  const SLACK = 1;
  let sheets = null;

  function add(name, parent, className) {
    const made = document.createElement(name);
    made.className = className;
    parent.append(made);
    return made;
  }

  // A sheet with its page number; returns the text area.
  function addSheet() {
    const sheet = add("section", sheets, "sheet");
    const area = add("div", sheet, "paper");
    add("p", sheet, "number").textContent = `— ${sheets.children.length} —`;
    return area;
  }

  const foot = (area) => area.getBoundingClientRect().bottom + SLACK;
  const overflows = (block, area) => block.getBoundingClientRect().bottom > foot(area);

  function middle(node, at) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = [...range.getClientRects()].pop();
    return box ? (box.top + box.bottom) / 2 : -Infinity;
  }

  // The first character of `node` that lies below `limit`; its length if none does.
  function firstBelow(node, limit) {
    let low = 0;
    let high = node.length;
    while (low < high) {
      const at = (low + high) >> 1;
      if (middle(node, at) > limit) high = at;
      else low = at + 1;
    }
    return /[\uDC00-\uDFFF]/.test(node.data[low] ?? "") ? low - 1 : low;
  }

  // Takes the lines below `limit` out of a paragraph and returns them as one; null if all of them lie below.
  function cutText(block, limit) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), first = true; node; node = walker.nextNode(), first = false) {
      const at = firstBelow(node, limit);
      if (at === node.length) continue;
      if (first && at === 0) return null;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEndAfter(block.lastChild);
      const rest = block.cloneNode(false);
      rest.append(range.extractContents());
      block.classList.add("goes-on");
      rest.classList.remove("goes-on");
      rest.classList.add("went-on");
      return rest;
    }
    return null;
  }

  // Takes the rows below `limit` out of a table and returns them under the same head; null if no row fits.
  function cutTable(block, limit) {
    const rows = [...block.querySelectorAll("tbody > tr")];
    const at = rows.findIndex((row) => row.getBoundingClientRect().bottom > limit);
    if (at < 1) return null;
    const rest = block.cloneNode(true);
    rest.querySelector("caption")?.remove();
    [...rest.querySelectorAll("tbody > tr")].slice(0, at).forEach((row) => row.remove());
    rows.slice(at).forEach((row) => row.remove());
    return rest;
  }

  function cut(block, area) {
    if (block.matches(WHOLE)) return null;
    return block.matches("figure") ? cutTable(block, foot(area)) : cutText(block, foot(area));
  }

  // The next line of text stands on the grid again, whatever the height of a table.
  function snap(block, pitch) {
    const height = block.getBoundingClientRect().height;
    if (block.matches("figure")) block.style.height = `${Math.ceil((height - SLACK) / pitch) * pitch}px`;
  }

  // What has to stay with the block that follows it moves over with it.
  function kept(area) {
    const found = [];
    for (let last = area.lastElementChild; last?.matches(KEPT); last = last.previousElementSibling) found.unshift(last);
    return found.length < area.childElementCount ? found : [];
  }

  function layOut() {
    sheets = add("div", document.querySelector("main"), "sheets");
    let area = addSheet();
    const pitch = parseFloat(getComputedStyle(area).lineHeight);
    for (let block of [...paper.querySelectorAll(BLOCKS)].map((each) => each.cloneNode(true))) {
      area.append(block);
      while (block && overflows(block, area)) {
        const rest = cut(block, area);
        if (rest === null && area.childElementCount === 1) break;
        if (rest !== null) block = rest;
        else block.remove();
        const moved = rest === null ? kept(area) : [];
        area = addSheet();
        area.append(...moved, block);
      }
      snap(block, pitch);
    }
    const count = sheets.children.length;
    [...sheets.children].forEach((sheet, at) => sheet.setAttribute("aria-label", `第${at + 1}页，共${count}页`));
  }

  // On a screen narrower than the sheet, the sheet is made smaller.
  function fit() {
    const first = sheets?.firstElementChild;
    if (!first || sheets.hidden) return;
    sheets.style.zoom = 1;
    sheets.style.zoom = Math.min(1, (document.documentElement.clientWidth - 16) / first.offsetWidth);
  }

  function show(view) {
    const inPages = view === "page";
    if (inPages && !sheets) layOut();
    if (sheets) sheets.hidden = !inPages;
    paper.hidden = inPages;
    for (const button of views.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    fit();
  }

  views.hidden = false;
  views.addEventListener("click", (event) => {
    const view = event.target.closest("button")?.dataset.view;
    if (view) show(view);
  });
  window.addEventListener("resize", fit);
  const asked = { "#read": "read", "#page": "page" }[location.hash];
  show(asked ?? (window.matchMedia("(min-width: 54rem)").matches ? "page" : "read"));
})();
