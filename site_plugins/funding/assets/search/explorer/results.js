/** The result: how many and how much, the decisions, and what to do where there are none. */

import { offerSaid, valueSaid } from "./chips.js";
import { addressOf, cleared, untouched } from "./choosing.js";
import { filled } from "../query/numbers.js";
import { count, element, fill, money, number, piece, sentence, slot, unbroken, words } from "./pieces.js";
import { unchanged } from "../engine/selecting.js";
import { plain } from "../query/swedish.js";
import { whyOf } from "./why.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {import("../engine/selecting.js").Found} Found */
/** @typedef {import("../engine/selecting.js").Selection} Selection */
/** @typedef {import("../index/published.js").Index} Index */

/** How many hits are shown at first, and how many more each time. */
export const [FIRST, STEP] = [10, 40];
/** How many of several chosen values are named. */
const MOST_NAMED = 3;

/** @param {State} state @param {Found} found @returns {string} */
export function headingOf(state, found) {
  if (untouched({ ...state, view: "table", sort: "" })) return count(words.all, found.count);
  return found.count ? count(words.hits, found.count) : words.none;
}

/** @param {Selection} selection @returns {string} */
export function sumOf({ sum, approximate }) {
  return approximate ? filled(words.beside.about, { money: money(sum) }) : money(sum);
}

/** @param {HTMLElement} place @param {Selection} selection */
export function renderFigures(place, selection) {
  const { count: all, counted, sum, ours, withoutAmount, foreign, median } = selection;
  const notes = [];
  if (counted < all) notes.push(count(words.counted, counted, { all: number(all) }));
  if (words.others) notes.push(sentence(words.ours, { organisation: words.organisation, money: unbroken(money(ours)) }));
  for (const [currency, value] of foreign) notes.push(sentence(words.beside.foreign, { money: unbroken(money(value, currency)) }));
  if (withoutAmount) notes.push(count(words.beside.without, withoutAmount));
  const about = selection.approximate ? sentence(words.beside.about, { money: unbroken(money(sum)) }) : unbroken(money(sum));
  const list = element(
    "dl",
    "keyfigures",
    figure(words.granted, about, notes),
    figure(words.median, median === null ? "–" : unbroken(money(median)), [median === null ? words.no_median : words.median_note]),
  );
  place.replaceChildren(list);
}

/** @param {string} label @param {string|Node} value @param {(string|Node)[]} notes */
function figure(label, value, notes) {
  const shown = element("p", "figure", value);
  const beside = notes.map((note) => element("p", "note", note));
  return element("div", "", element("dt", "", label), element("dd", "", shown, ...beside));
}

/**
 * The hits as a list, those after `from` as they are added to it.
 * @param {Index} index
 * @param {State} state
 * @param {Found} found
 * @param {string} site the way to the site's root
 * @param {number} from
 * @param {number} to
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement[]>}
 * @throws {import("../index/reading.js").SearchError} `changed` if what was found is of an index from before
 */
export async function hitsOf(index, state, found, site, from, to, signal) {
  unchanged(index, found.generation);
  const docs = [...found.docs.slice(from, to)];
  const rows = await index.rows(docs, signal);
  return rows.map((row, place) => hit(row, site, state.q ? whyOf(index, state, docs[place], found.generation) : null));
}

/** @param {any[]} row @param {string} site @param {HTMLElement|null} why */
function hit([id, title, status, meta, amount, note], site, why) {
  const made = fill(piece("hit"), {
    title,
    status: words.statuses[status],
    meta: metaOf(meta, site),
    amount: withNumbers(amount),
    note,
  });
  made.dataset.id = id;
  slot(made, "title").href = `${site}beslut/${id.split("/").map(encodeURIComponent).join("/")}/`;
  slot(made, "status").classList.add(`badge--${status}`);
  if (why) made.append(why);
  return made;
}

/**
 * @param {(string|[string, string])[][]} parts what keeps together on a line: texts, and links with their addresses,
 *   in which `~` stands for what the text spells in an address
 * @param {string} site
 * @returns {DocumentFragment}
 */
function metaOf(parts, site) {
  const made = document.createDocumentFragment();
  parts.forEach((runs, place) => {
    const said = runs.map((run) => (typeof run === "string" ? run : leading(run, site)));
    const last = place === parts.length - 1;
    made.append(element("span", "part", ...said, last ? "" : " ·"), last ? "" : " ");
  });
  return made;
}

/** @param {[string, string]} run @param {string} site */
function leading([text, address], site) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", text));
  const spelled = plain(text.toLowerCase()).replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
  link.href = site + address.replace("~", spelled);
  return link;
}

/** @param {string} text @returns {DocumentFragment} the amount in it as a number that keeps together */
function withNumbers(text) {
  const made = document.createDocumentFragment();
  for (const part of text.split(/((?:\p{Lu}{3} )?\d[\d ,.]*\d(?: (?:kr|\p{Lu}{3})\b)?)/u)) {
    if (part) made.append(/\d/u.test(part) ? unbroken(part) : part);
  }
  return made;
}

/**
 * What may be meant and what to take away where nothing is found, and what that gives.
 * @param {State} state
 * @param {import("../engine/relaxing.js").Way[]} ways
 * @param {(import("./offering.js").Offer & {count: number})[]} offers what the words may also mean
 * @param {Object<string, import("../index/decoding.js").Facet>} facets
 * @returns {HTMLElement}
 */
export function nothingOf(state, ways, offers, facets) {
  const made = fill(piece("nothing"), {
    said: words.nothing,
    "offers-said": offers.length ? words.nothing_offers : null,
    "ways-said": ways.length ? words.nothing_ways : words.nothing_at_all,
  });
  const offered = offers.map((offer) => wayTo(offerSaid(offer), offer.state, count(words.hits_of, offer.count)));
  const links = ways.map((way) => wayTo(takenAway(state, way, facets), way.state, count(words.hits_of, way.count)));
  if (offers.length) slot(made, "offers").replaceChildren(...offered);
  else slot(made, "offers").remove();
  slot(made, "ways").replaceChildren(...links, wayTo(words.clear_all, cleared(state), ""));
  return made;
}

/** @param {State} state @param {import("../engine/relaxing.js").Way} way @param {Object<string, import("../index/decoding.js").Facet>} facets */
function takenAway(state, { drop: { param, values } }, facets) {
  if (param === "q") return filled(words.relax_words, { label: values[0] });
  const named = values.slice(0, MOST_NAMED).map((value) => valueSaid(state, facets, param, value));
  const said = [...named, ...(values.length > MOST_NAMED ? ["…"] : [])].join(", ");
  return filled(words.relax, { label: `${words.facets[param]}: ${said}` });
}

/** @param {string} text @param {State} state @param {string} found */
function wayTo(text, state, found) {
  const made = fill(piece("way"), { link: text, count: found });
  slot(made, "link").href = addressOf(state);
  return made;
}

/** @param {number} shown @param {number} all @returns {string} */
export const shownSaid = (shown, all) => filled(words.shown, { shown: number(shown), count: number(all) });
