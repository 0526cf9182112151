/** What the words of a query may also mean: the value of a filter, an order, a word that the glossary explains. */

import { words } from "./pieces.js";
import { saysLittle } from "../engine/interpreting.js";
import { Asking } from "../query/asking.js";
import { parse } from "../query/query.js";
import { isForm, tokens } from "../query/swedish.js";

/**
 * @typedef {import("../query/state.js").State} State
 * @typedef {import("../index/contents.js").Contents} Contents
 * @typedef {{tokens: string[], name: string, change: (state: State) => State}} Meaning
 * @typedef {{facet: string|null, name: string, state: State}} Offer `facet`: the filter, or null for an order; `name`:
 *   its value or the order; `state`: what is then asked for
 */

const MOST = 3;

/** @type {Meaning[]|undefined} */
let known;
/** @type {Asking|undefined} */
let spoken;

/** @returns {Asking} the words for fields and amounts */
export const asking = () => (spoken ??= new Asking(words.asking));

/** @returns {Meaning[]} what the site has words for, what takes more words first */
function meanings() {
  const { values, sorts } = words.offers;
  /** @param {string[]} names @param {Omit<Meaning, "tokens">} meaning @returns {Meaning[]} */
  const named = (names, meaning) => names.map((name) => ({ ...meaning, tokens: tokens(name) }));
  known ??= [
    ...values.flatMap((/** @type {any} */ [facet, keys, [label, ...names]]) => {
      const change = (/** @type {State} */ state) => ({ ...state, include: { ...state.include, [facet]: keys } });
      return named([label, ...names], { name: label, facet, change });
    }),
    ...sorts.flatMap((/** @type {any} */ [sort, names, chosen]) => {
      const among = (/** @type {State} */ { include, exclude }) => (exclude.status ? include : { ...chosen, ...include });
      const change = (/** @type {State} */ state) => ({ ...state, sort, include: among(state) });
      return named(names, { name: words.sort[sort], facet: null, change });
    }),
  ].sort((one, other) => other.tokens.length - one.tokens.length);
  return known;
}

/**
 * @param {State} state
 * @param {Contents} contents
 * @returns {Offer[]} what the query may also be asked as; nothing that is chosen already
 */
export function offersOf(state, contents) {
  const typed = parse(state.q, asking()).filter(({ type, minus, unknown }) => type === "words" && !minus && !unknown);
  const runs = typed.flatMap((chunk) => chunk.words.map((word) => ({ word, chunk })));
  const taken = new Set();
  const found = [];
  for (const { tokens: wanted, name, facet, change } of meanings()) {
    const at = runs.findIndex((_, start) => wanted.every((one, step) => runs[start + step] && isForm(runs[start + step].word, one)));
    if (at < 0 || taken.has(name) || (facet && (state.include[facet] || state.exclude[facet]))) continue;
    const covered = runs.slice(at, at + wanted.length);
    const inside = new Set(covered.map(({ chunk }) => chunk));
    if (runs.some((run) => inside.has(run.chunk) && !covered.includes(run))) continue;
    taken.add(name);
    found.push({ facet, name, at, state: change({ ...state, q: left(state.q, [...inside], facet, contents) }) });
  }
  return found.sort((one, other) => one.at - other.at).slice(0, MOST);
}

/**
 * What an offer leaves of a text: nothing where only words are left that tell no decision from others.
 * @param {string} text
 * @param {import("../query/query.js").Chunk[]} taken in their order
 * @param {string|null} facet the filter that is offered, of which other words are then told too
 * @param {Contents} contents
 * @returns {string}
 */
function left(text, taken, facet, contents) {
  const rest = taken.reduceRight((one, { from, to }) => `${one.slice(0, from)} ${one.slice(to)}`, text).trim().replace(/\s+/gu, " ");
  const told = facet === "status" ? contents.statuses : [];
  const isEmpty = (/** @type {string} */ word) => saysLittle(word, contents) || told.some((one) => isForm(word, one));
  const tells = parse(rest, asking()).some(({ type, minus, words: own }) => type !== "words" || minus || !own.every(isEmpty));
  return tells ? rest : "";
}

/**
 * What a year leaves of the text in which it was typed as a word: also its month is told then.
 * @param {State} state
 * @param {string} year
 * @param {Contents} contents
 * @returns {State}
 */
export function ofYear(state, year, contents) {
  const month = new Intl.DateTimeFormat(words.lang, { month: "long", timeZone: "UTC" });
  const told = [year, ...Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2000, at)).toLowerCase())];
  const taken = parse(state.q, asking()).filter(({ type, minus, words: own }) => type === "words" && !minus && own.every((word) => told.includes(word)));
  return { ...state, q: left(state.q, taken, "year", contents), include: { ...state.include, year: [year] } };
}

/** @param {State} state @returns {string[]} words of the query that the glossary explains, as it spells them */
export function explainedIn(state) {
  const asked = tokens(state.q);
  return words.offers.explained.filter((/** @type {string} */ term) => {
    const wanted = tokens(term);
    return asked.some((_, start) => wanted.every((one, step) => asked[start + step] !== undefined && isForm(asked[start + step], one)));
  });
}
