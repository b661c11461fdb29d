// SPDX-License-Identifier: Apache-2.0
// DOM nodes out of plain data. Text only ever becomes text nodes, so nothing of a provider is read as markup.

/** element("p", { className: "note" }, "some text", otherNode); children that are null are left out. */
export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** A mark that is seen and not read out: the word beside it says the same. */
export function markOf({ mark }) {
  const node = element("span", { className: "mark" }, mark);
  node.setAttribute("aria-hidden", "true");
  return node;
}

/** A table: a caption, column titles, rows of [row title, ...cells]. */
export function table(caption, titles, rows) {
  const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title)));
  const body = rows.map(([title, ...cells]) =>
    element("tr", {}, element("th", { scope: "row" }, title), ...cells.map((cell) => element("td", {}, cell))),
  );
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
}
