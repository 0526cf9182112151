/** What the words of a query may also mean: the value of a filter, an order, a word that the glossary explains. */

import { words } from "./pieces.js";
import { Asking } from "../query/asking.js";
import { parse } from "../query/query.js";
import { fits, key, root, tokens } from "../query/swedish.js";

/**
 * @typedef {import("../query/state.js").State} State
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
    ...sorts.flatMap((/** @type {any} */ [sort, names]) => {
      const change = (/** @type {State} */ state) => ({ ...state, sort });
      return named(names, { name: words.sort[sort], facet: null, change });
    }),
  ].sort((one, other) => other.tokens.length - one.tokens.length);
  return known;
}

/** @param {string} asked @param {string} meant @returns {boolean} whether it is a form of the same word */
const isForm = (asked, meant) => asked === meant || (key(asked) === key(meant) && fits(root(asked), root(meant)));

/**
 * @param {State} state
 * @returns {Offer[]} what the query may also be asked as; nothing that is chosen already
 */
export function offersOf(state) {
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
    found.push({ facet, name, at, state: change({ ...state, q: without(state.q, [...inside]) }) });
  }
  return found.sort((one, other) => one.at - other.at).slice(0, MOST);
}

/** @param {string} text @param {import("../query/query.js").Chunk[]} chunks in their order @returns {string} the text without them */
function without(text, chunks) {
  const left = chunks.reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
  return left.trim().replace(/\s+/gu, " ");
}

/** @param {State} state @returns {string[]} words of the query that the glossary explains, as it spells them */
export function explainedIn(state) {
  const asked = tokens(state.q);
  return words.offers.explained.filter((/** @type {string} */ term) => {
    const wanted = tokens(term);
    return asked.some((_, start) => wanted.every((one, step) => asked[start + step] !== undefined && isForm(asked[start + step], one)));
  });
}
