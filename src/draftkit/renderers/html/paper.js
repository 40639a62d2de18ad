"use strict";
// Two views of the paper: to be read, and in pages, as it is printed. Without this script it is read.
(() => {
  const flow = document.querySelector(".flow");
  const views = document.querySelector("nav.views");
  const BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p:not(.imprint p)", "figure", ".imprint"].join();
  const KEPT = ".title, .organ";
  const WHOLE = ".title, .centred, .organ, .entry, .imprint, :has(> .line)";
  const SLACK = 1;
  let sheets = null;

  function add(name, parent, className) {
    const made = document.createElement(name);
    made.className = className;
    parent.append(made);
    return made;
  }

  function addSheet(turned) {
    const sheet = add("section", sheets, turned ? "sheet turned" : "sheet");
    return add("div", sheet, "paper");
  }

  const isTurned = (area) => area.parentElement.matches(".turned");
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

  // Puts `block` at the end of the text, as far as it goes into `area` and the rest on new sheets; returns the last.
  function put(block, area, pitch) {
    area.append(block);
    while (overflows(block, area)) {
      const rest = cut(block, area);
      if (rest === null && area.childElementCount === 1) break;
      const moved = [];
      if (rest === null) {
        block.remove();
        moved.push(...kept(area));
      }
      snap(rest === null ? area.lastElementChild : block, pitch);
      block = rest ?? block;
      area = addSheet(isTurned(area));
      area.append(...moved, block);
    }
    snap(block, pitch);
    return area;
  }

  // The 版记 stands at the foot of the last page; where the text reaches down to it, of one more.
  function putImprint(block, area) {
    const last = area.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    area.append(block);
    if (last <= block.getBoundingClientRect().top + SLACK) return area;
    const next = addSheet(false);
    next.append(block);
    return next;
  }

  // Page numbers count from 1 behind a table of contents, which has none and tells those of its papers.
  function number(fronts) {
    let count = 0;
    const total = sheets.children.length - fronts.size;
    for (const sheet of sheets.children) {
      if (fronts.has(sheet)) continue;
      count += 1;
      add("p", sheet, "number").textContent = `— ${count} —`;
      if (count % 2 === 0) sheet.classList.add("even");
      sheet.setAttribute("aria-label", `第${count}页，共${total}页`);
      for (const target of sheet.querySelectorAll("[data-anchor]")) {
        const entries = document.querySelectorAll(`a[href="#${target.dataset.anchor}"] .at`);
        for (const entry of entries) entry.textContent = String(count);
      }
    }
  }

  function layOut() {
    sheets = add("div", document.querySelector("main"), "sheets");
    let area = addSheet(false);
    const pitch = parseFloat(getComputedStyle(area).lineHeight);
    const fronts = new Set();
    for (const original of flow.querySelectorAll(BLOCKS)) {
      const block = original.cloneNode(true);
      if (block.id) block.dataset.anchor = block.id;
      block.removeAttribute("id");
      const turned = block.matches(".wide");
      const moves = turned !== isTurned(area) && !block.matches(".imprint");
      if (area.childElementCount && (moves || block.matches(".new-page"))) area = addSheet(turned);
      else if (moves) area.parentElement.classList.toggle("turned", turned);
      area = block.matches(".imprint") ? putImprint(block, area) : put(block, area, pitch);
      if (original.closest(".front")) fronts.add(area.parentElement);
    }
    number(fronts);
  }

  // On a screen narrower than the sheet, the sheet is made smaller.
  function fit() {
    if (!sheets || sheets.hidden) return;
    sheets.style.zoom = 1;
    const widest = Math.max(...[...sheets.children].map((sheet) => sheet.offsetWidth));
    sheets.style.zoom = Math.min(1, (document.documentElement.clientWidth - 16) / widest);
  }

  function show(view) {
    const inPages = view === "page";
    if (inPages && !sheets) layOut();
    if (sheets) sheets.hidden = !inPages;
    flow.hidden = inPages;
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
  document.addEventListener("click", (event) => {
    const name = event.target.closest(".sheet a")?.hash.slice(1);
    if (!name) return;
    event.preventDefault();
    sheets.querySelector(`[data-anchor="${name}"]`)?.scrollIntoView();
  });
  window.addEventListener("resize", fit);
  const asked = { "#read": "read", "#page": "page" }[location.hash];
  show(asked ?? (window.matchMedia("(min-width: 54rem)").matches ? "page" : "read"));
})();
