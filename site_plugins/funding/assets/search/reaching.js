/** The ways in which a word reaches decisions, from the closest to the farthest. */

import { split } from "./splitting.js";
import { byCodePoint, fits, hasDigit, isNear, key, lettersOnly, plain, root, size } from "./swedish.js";

/**
 * @typedef {"exact"|"inflected"|"part"|"split"|"synonym"|"prefix"|"typo"} Kind
 * @typedef {import("./published.js").Index} Index
 * @typedef {{text: string, postings: Uint8Array, compounds?: string[]}} Source a form, or a part of compounds
 * @typedef {{kind: Kind, needs: Source[][]}} Way a decision is reached that has one source of each list
 */

/** How close each kind is; the order of relevance is made of it, here and in the published specification's words. */
export const FACTORS = Object.freeze({
  exact: 8, inflected: 7, split: 5, part: 4, synonym: 4, prefix: 5, typo: 6,
});
/** What a word is worth by the level of the text it stands in: long texts, short ones, names, titles. */
export const WEIGHTS = Uint8Array.of(1, 3, 6, 10);
/** From the closest. @type {readonly Kind[]} */
export const KINDS = Object.freeze(["exact", "inflected", "part", "split", "synonym", "prefix", "typo"]);

const LEAST_PREFIX = 2;
const LEAST_TYPO = 5;
const LEAST_WORD = 3;

/**
 * By itself: just so, inflected, within a compound.
 * @param {Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>}
 */
export async function near(index, word, signal) {
  const common = key(word);
  const entry = (await index.terms([common], signal)).get(common);
  if (!entry) return [];
  const asked = root(word);
  const fitting = entry.forms.filter(({ text }) => text === word || fits(asked, text.slice(0, common.length)));
  const same = fitting.filter(({ text }) => text === word);
  const inflected = fitting.filter(({ text }) => text !== word);
  const parts = entry.parts.filter(({ text }) => fits(asked, text));
  return [ofKind("exact", same), ofKind("inflected", inflected), ofKind("part", parts)].flat();
}

/** @param {Kind} kind @param {Source[]} sources @returns {Way[]} */
const ofKind = (kind, sources) => (sources.length ? [{ kind, needs: [sources] }] : []);

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} just so */
export async function exactly(index, word, signal) {
  return (await near(index, word, signal)).filter(({ kind }) => kind === "exact");
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} kinds 1 to 5 */
export async function widely(index, word, signal) {
  const halves = async () => {
    const found = await split(index, word, signal);
    return found ? [await allOf(index, "split", found, signal)] : [];
  };
  const ways = await Promise.all([near(index, word, signal), halves(), synonyms(index, word, signal)]);
  return ways.flat();
}

/** @param {Index} index @param {Kind} kind @param {string[]} words @param {AbortSignal} [signal] @returns {Promise<Way>} */
async function allOf(index, kind, words, signal) {
  const each = await Promise.all(words.map((word) => near(index, word, signal)));
  return { kind, needs: each.map((ways) => ways.flatMap(({ needs }) => needs[0])) };
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} */
async function synonyms(index, word, signal) {
  const common = key(word);
  const isSame = (/** @type {string[]} */ entry) => entry.length === 1 && key(entry[0]) === common;
  const others = index.synonyms.filter((group) => group.some(isSame)).flatMap((group) => group.filter((one) => !isSame(one)));
  const telling = others.map((entry) => entry.filter((one) => !index.stopWords.some((stop) => fits(one, stop))));
  return Promise.all(telling.filter((entry) => entry.length).map((entry) => allOf(index, "synonym", entry, signal)));
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} what it begins */
export async function asPrefix(index, word, signal) {
  if (size(word) < LEAST_PREFIX) return [];
  const entries = await index.termsBeginning(word, signal);
  const isKnown = (/** @type {string} */ text) => hasDigit(text) || (lettersOnly(text) && size(text) >= LEAST_WORD);
  const begun = entries.flatMap(({ forms }) => forms).filter(({ text }) => fits(word, text.slice(0, word.length)));
  return ofKind("prefix", begun.filter(({ text }) => isKnown(text)));
}

/**
 * The word of the site that was most likely meant by one that is misspelt.
 * @param {Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<string|null>}
 */
export async function meant(index, word, signal) {
  const length = size(word);
  if (length < LEAST_TYPO || hasDigit(word)) return null;
  const known = await Promise.all([length - 1, length, length + 1].map((one) => index.lengths(one, signal)));
  const asked = plain(word);
  const like = known.flat().filter(({ bare }) => isNear(asked, bare));
  like.sort((one, other) => other.documents - one.documents || byCodePoint(one.word, other.word));
  return like[0]?.word ?? null;
}
