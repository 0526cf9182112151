/** What the search of the header offers while a reader types. */

import { interpret } from "./interpreting.js";
import { match } from "./matching.js";
import { steadily } from "./selecting.js";
import { fits, tokens } from "../query/swedish.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {[string, string, number]} Named key, label and how many decisions have it
 * @typedef {{decisions: any[][], recipients: Named[], municipalities: Named[]}} Suggestions `decisions`: rows
 */

const MOST_DECISIONS = 5;
const MOST_NAMED = 4;

/**
 * @param {Index} index
 * @param {string} text
 * @param {AbortSignal} [signal]
 * @returns {Promise<Suggestions>} the best first; nothing for no text
 */
export function suggest(index, text, signal) {
  return steadily(index, signal, async () => {
    if (!tokens(text).length) return { decisions: [], recipients: [], municipalities: [] };
    const [decisions, recipients, municipalities] = await Promise.all([
      best(index, text, signal).then((docs) => index.rows(docs, signal)),
      named(index, "recipient", text, signal),
      named(index, "municipality", text, signal),
    ]);
    return { decisions, recipients, municipalities };
  });
}

/** @param {Index} index @param {string} text @param {AbortSignal} [signal] @returns {Promise<number[]>} decisions */
async function best(index, text, signal) {
  const asked = await interpret(index, text, signal);
  const { hits, scores } = await match(index, asked, { exact: false, open: tokens(text).at(-1) }, signal);
  /** @type {number[]} */
  const found = [];
  for (let doc = 0; doc < hits.length; doc++) {
    if (!hits[doc] || (found.length === MOST_DECISIONS && scores[doc] <= scores[found[MOST_DECISIONS - 1]])) continue;
    const after = found.findIndex((one) => scores[one] < scores[doc]);
    found.splice(after < 0 ? found.length : after, 0, doc);
    found.length = Math.min(found.length, MOST_DECISIONS);
  }
  return found;
}

/**
 * The values of a facet in one of whose names each typed word begins a word.
 * @param {Index} index
 * @param {"recipient"|"municipality"} param
 * @param {string} text
 * @param {AbortSignal} [signal]
 * @returns {Promise<Named[]>} those that have the most decisions first
 */
async function named(index, param, text, signal) {
  const [facets, { values }] = await Promise.all([index.facets(signal), index.values(param, signal)]);
  const { keys, labels, also } = facets[param];
  const typed = tokens(text);
  const begins = (/** @type {string} */ name) => {
    const words = tokens(name);
    return typed.every((asked) => words.some((word) => fits(asked, word.slice(0, asked.length))));
  };
  const times = new Uint32Array(keys.length);
  for (const place of values) times[place]++;
  const found = [...keys.keys()].filter((at) => times[at] && [labels[at], ...(also[at] ?? [])].some(begins));
  found.sort((one, other) => times[other] - times[one] || one - other);
  return found.slice(0, MOST_NAMED).map((at) => [keys[at], labels[at], times[at]]);
}
