/** Parts of the page: cloned from the templates that the server wrote, filled with text, put where they belong. */

import { counted, filled, grouped } from "../query/numbers.js";

/** The words of the page once they are read, see `locales/<lang>/pages/explorer.yml`. @type {Object<string, any>} */
export let words = {};

/** Reads the words that the server wrote into a page; before anything of this folder is shown. @param {Document} page */
export function readWords(page) {
  words = JSON.parse(/** @type {HTMLElement} */ (page.getElementById("explorer-words")).textContent ?? "");
}

/** @param {string} name @returns {HTMLElement} a copy of what stands in the template `piece-name` */
export function piece(name) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(`piece-${name}`));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}

/** @param {Element} within @param {string} name @returns {any} the element that is to be filled under that name */
export const slot = (within, name) => within.querySelector(`[data-slot="${name}"]`);

/** @param {Element} within @param {Object<string, string|Node|null>} texts by the names of slots; null takes it away */
export function fill(within, texts) {
  for (const [name, text] of Object.entries(texts)) {
    if (text === null) slot(within, name).remove();
    else slot(within, name).replaceChildren(text);
  }
  return within;
}

/** @param {string} name @param {string} className @param {...(string|Node)} inside @returns {HTMLElement} */
export function element(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

/**
 * A sentence with elements in its blanks.
 * @param {string} text with blanks: `{money}`
 * @param {Object<string, string|Node>} values
 * @returns {DocumentFragment}
 */
export function sentence(text, values) {
  const made = document.createDocumentFragment();
  for (const part of text.split(/(\{\w+\})/u)) made.append(values[part.slice(1, -1)] ?? part);
  return made;
}

/** @param {number} value @returns {string} */
export const number = (value) => grouped(value, words.lang);

/** @param {Object<string, string>} forms @param {number} count @param {Object<string, string>} [others] @returns {string} */
export const count = (forms, count, others) => counted(forms, count, words.lang, others);

/** @param {number} value whole units @param {string} [currency] kronor unless given @returns {string} */
export const money = (value, currency) =>
  filled(currency ? words.money : words.kronor, { number: number(value), currency: currency ?? "" });

/** @param {string} text @returns {HTMLElement} a number or a sum, which never breaks */
export const unbroken = (text) => element("span", "num", text);

/**
 * Puts elements in order below one, moving no more than needed, so that the focus stays where it is.
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function arrange(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}
