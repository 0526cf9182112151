/** The search forms of a page: what makes them suggest is loaded when a reader first turns to one of them. */

for (const field of document.querySelectorAll("[data-suggest] input")) {
  const begin = () => import("./search/suggest/combobox.js").then(({ Combobox }) => new Combobox(field));
  if (field === document.activeElement) begin();
  else field.addEventListener("focus", begin, { once: true });
}
