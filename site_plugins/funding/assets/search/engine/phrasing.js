/** Words side by side in one text. */

import { WEIGHTS } from "./reaching.js";
import { workedOut } from "./working.js";
import { Reader } from "../index/reading.js";
import { key } from "../query/swedish.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {{postings: Uint8Array, documents: number, offset: number, places: Reader}} Token a word of the phrase,
 *   `offset` words after the first
 */

/**
 * @param {Index} index
 * @param {string[]} words at least one, just so
 * @param {AbortSignal} [signal]
 * @returns {Promise<{weights: Uint8Array, found: number}>} per decision the weight of the highest level it stands at
 */
export async function phrase(index, words, signal) {
  const name = `" ${words.join(" ")}`;
  const { answers } = workedOut(index);
  const kept = answers.get(name);
  if (kept) return kept;
  const tokens = await placed(index, words, signal);
  const weights = new Uint8Array(index.documents);
  const levels = tokens ? standing(tokens) : new Map();
  for (const [doc, level] of levels) weights[doc] = WEIGHTS[level];
  const found = { weights, found: levels.size };
  answers.set(name, found, index.documents);
  return found;
}

/** @param {Index} index @param {string[]} words @param {AbortSignal} [signal] @returns {Promise<Token[]|null>} */
async function placed(index, words, signal) {
  const entries = await index.terms(words.map(key), signal);
  const forms = words.map((word) => entries.get(key(word))?.forms.find(({ text }) => text === word));
  if (!forms.every((form) => form !== undefined)) return null;
  const places = await Promise.all(forms.map((form, at) => index.places(key(words[at]), form.place, signal)));
  return forms.map(({ postings, documents }, offset) => ({ postings, documents, offset, places: places[offset] }));
}

/** @param {Token[]} tokens @returns {Map<number, number>} the decisions where they stand, and the highest level */
function standing(tokens) {
  const rarestFirst = [...tokens].sort((one, other) => one.documents - other.documents);
  /** @type {Map<number, Map<number, number>>|null} per decision where a phrase may begin, with the level */
  let starts = null;
  for (const token of rarestFirst) starts = narrowed(starts, token);
  const found = new Map();
  for (const [doc, levels] of starts ?? []) found.set(doc, Math.max(...levels.values()));
  return found;
}

/** @param {Map<number, Map<number, number>>|null} starts @param {Token} token */
function narrowed(starts, { postings, offset, places }) {
  const kept = new Map();
  const reader = new Reader(postings);
  for (let doc = -1; reader.more; ) {
    doc += reader.number() >>> 2;
    const before = starts?.get(doc);
    const here = new Map();
    for (let left = places.number(), place = 0; left; left--) {
      const step = places.number();
      place += step >>> 2;
      if (!starts || before?.has(place - offset)) here.set(place - offset, step & 3);
    }
    if (here.size) kept.set(doc, here);
  }
  return kept;
}
