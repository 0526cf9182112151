/** What a reader has chosen, each a link that takes it back, and how the words of the query were understood. */

import { addressOf, cleared, toggled } from "./choosing.js";
import { filled } from "../query/numbers.js";
import { explainedIn, ofYear } from "./offering.js";
import { element, fill, money, piece, sentence, slot, words } from "./pieces.js";
import { FACETS, NONE } from "../query/state.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {Object<string, import("../index/decoding.js").Facet>} Facets */

/** @param {Facets} facets @param {string} facet @param {string} key @returns {string} */
export function labelOf(facets, facet, key) {
  if (key === NONE) return words.missing;
  const { places, labels } = facets[facet];
  return labels[places.get(key) ?? -1] ?? key;
}

/**
 * @param {[any, any]|null} range
 * @param {(end: any) => string} said
 * @returns {string}
 */
export function rangeSaid(range, said) {
  const [from, to] = range ?? [null, null];
  const text = from === null ? words.range_to : to === null ? words.range_from : words.range;
  return filled(text, { from: from === null ? "" : said(from), to: to === null ? "" : said(to) });
}

/**
 * A value as a reader is told of it.
 * @param {State} state
 * @param {Facets} facets
 * @param {string} param
 * @param {string} value as the address has it: an excluded one with a minus
 * @returns {string}
 */
export function valueSaid(state, facets, param, value) {
  if (param === "amount") return rangeSaid(state.amount, (end) => money(end));
  if (param === "decided") return rangeSaid(state.decided, String);
  if (!value.startsWith("-")) return labelOf(facets, param, value);
  return filled(words.excluded, { value: labelOf(facets, param, value.slice(1)) });
}

/** @param {HTMLElement} list @param {State} state @param {Facets} facets */
export function renderChips(list, state, facets) {
  const said = (/** @type {string} */ param, /** @type {string} */ value) => valueSaid(state, facets, param, value);
  const chips = FACETS.flatMap((facet) => [
    ...(state.include[facet] ?? []).map((key) => chip(facet, said(facet, key), toggled(state, facet, key, "include"))),
    ...(state.exclude[facet] ?? []).map((key) => chip(facet, said(facet, `-${key}`), toggled(state, facet, key, "exclude"))),
  ]);
  if (state.amount) chips.push(chip("amount", said("amount", ""), { ...state, amount: null }));
  if (state.decided) chips.push(chip("decided", said("decided", ""), { ...state, decided: null }));
  if (chips.length) chips.push(clearing(state));
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

/** @param {string} param @param {string} value @param {State} after @returns {HTMLElement} */
function chip(param, value, after) {
  const name = words.facets[param];
  const made = fill(piece("chip"), { name, value, remove: filled(words.remove, { what: `${name} ${value}` }) });
  slot(made, "link").href = addressOf(after);
  return made;
}

/** @param {State} state */
function clearing(state) {
  const made = fill(piece("clear"), { link: words.clear_all });
  slot(made, "link").href = addressOf(cleared(state));
  return made;
}

/**
 * Says what was searched for beside what was typed, and lets the reader choose only that.
 * @param {HTMLElement} place
 * @param {State} state
 * @param {import("../engine/selecting.js").Selection["reading"]} reading
 * @param {Facets} facets
 * @param {import("./offering.js").Offer[]} offers what the words may also mean
 * @param {import("../index/contents.js").Contents} contents
 */
export function renderReading(place, state, reading, facets, offers, contents) {
  const said = words.reading;
  const list = (/** @type {string[]} */ found) => found.join(", ");
  /** @type {(string|Node)[]} */
  const lines = reading.words.flatMap((word) => (reading.names && word.kind === "none" ? [] : aboutWord(word, said, list)));
  const widened = reading.words.some((word) => !word.light && (word.shown.length || word.replacedBy));
  if (widened) lines.push(sentence("{also} {way}", { also: lines.pop() ?? "", way: way(said.exact, { ...state, exact: true }) }));
  if (reading.names) lines.unshift(said.named);
  for (const { typed } of reading.words) if (facets.year?.places.has(typed)) lines.push(sentence(said.year, { way: yearWay(ofYear(state, typed, contents), typed) }));
  const offered = offers.map((offer) => way(offerSaid(offer), offer.state));
  if (offered.length) lines.push(sentence(said.offers, { ways: together(offered) }));
  const explained = explainedIn(state).map(glossaryWay);
  if (explained.length) lines.push(sentence(said.explained, { words: together(explained) }));
  const light = reading.words.filter((word) => word.light && word.found > 0).map(({ typed }) => filled(said.quoted, { typed }));
  if (light.length) lines.push(filled(said.light, { words: list(light) }));
  if (reading.left_out.length) lines.push(filled(said.left_out, { words: list(reading.left_out) }));
  for (const typed of reading.unknown) lines.push(filled(said.unknown, { typed }));
  for (const [, typed] of reading.ignored) lines.push(filled(said.ignored, { typed }));
  if (state.exact && state.q) lines.push(sentence("{on} {off}", { on: said.exact_on, off: way(said.exact_off, { ...state, exact: false }) }));
  const asked = state.q ? [element("p", "on-paper", filled(said.asked, { q: state.q }))] : [];
  place.replaceChildren(...asked, ...lines.map((line) => element("p", "", line)));
}

/** @param {any} word @param {Object<string, string>} said @param {(found: string[]) => string} list */
function aboutWord(word, said, list) {
  const { typed, shown, replacedBy, kind, light } = word;
  if (light) return [];
  if (replacedBy) {
    const lines = [sentence(said.instead, { word: element("strong", "", replacedBy), typed })];
    const others = shown.filter((/** @type {string} */ form) => form !== replacedBy);
    return others.length ? [...lines, filled(said.also, { words: list(others) })] : lines;
  }
  if (kind === "none") return [filled(said.unheard, { typed })];
  return shown.length ? [filled(said.also, { words: list(shown) })] : [];
}

/** @param {import("./offering.js").Offer} offer @returns {string} */
export function offerSaid({ facet, name, state }) {
  const said = words.reading;
  if (facet === null) return filled(state.include.status?.includes("granted") ? said.sort_granted : said.sort, { name: lowered(name) });
  return filled(said.filter, { facet: lowered(words.facets[facet]), name });
}

/** @param {string} text */
const lowered = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** @param {Node[]} parts @returns {Node} with commas between them */
function together(parts) {
  return parts.slice(1).reduce((made, part) => (made.append(", ", part), made), element("span", "", parts[0]));
}

/** The way to where the glossary explains a word. @param {string} term */
function glossaryWay(term) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", term));
  const { site } = /** @type {HTMLElement} */ (document.querySelector(".explorer")).dataset;
  link.href = `${site}${words.glossary}#:~:text=${encodeURIComponent(term)}`;
  return link;
}

/** The way to what was decided in a year that was typed as a word. @param {State} state @param {string} year */
const yearWay = (state, year) => way(filled(words.reading.in_year, { year }), state);

/** @param {string} text @param {State} state */
function way(text, state) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "off-paper", text));
  link.href = addressOf(state);
  link.dataset.go = "";
  return link;
}
