/** The ways in which a word reaches decisions, from the closest to the farthest. */

import { joined, split } from "./splitting.js";
import { byCodePoint, fits, hasDigit, isForm, isNear, key, lettersOnly, plain, root, size } from "../query/swedish.js";

/**
 * @typedef {"exact"|"inflected"|"joined"|"part"|"split"|"synonym"|"prefix"|"typo"} Kind
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {{text: string, postings: Uint8Array, factor: number, compounds?: string[]}} Source a form, or a part of
 *   compounds; `factor`: what it is worth, times the weight of the level it stands at
 * @typedef {{text: string, worth: Uint8Array}} Worth a phrase, and what it is worth in each decision
 * @typedef {{kind: Kind, needs: (Source|Worth)[][]}} Way a decision is reached that has one of each list; it is worth
 *   the mean of the best of each
 */

/** How close each kind is. The order of relevance is made of these numbers. */
const FACTORS = Object.freeze({ exact: 8, inflected: 7, joined: 14, part: 4, prefix: 5 });
/** The most that a word is worth that was meant, but not typed. */
const TYPO = 6;
/** What half of a compound, or another word for the same, is worth: by itself, and as a part of compounds. */
export const HELP = 4;
const HELP_AS_PART = 1;
/** What a word is worth by the level of the text it stands in: long texts, short ones, names, titles. */
export const WEIGHTS = Uint8Array.of(1, 3, 6, 10);
/** From the closest. @type {readonly Kind[]} */
export const KINDS = Object.freeze(["exact", "inflected", "joined", "part", "split", "synonym", "prefix", "typo"]);

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
  return [...ofKind("exact", same), ...ofKind("inflected", inflected), ...ofKind("part", parts)];
}

/**
 * @param {"exact"|"inflected"|"joined"|"part"|"prefix"} kind
 * @param {Omit<Source, "factor">[]} sources
 * @returns {Way[]} none for no sources
 */
function ofKind(kind, sources) {
  const factor = FACTORS[kind];
  return sources.length ? [{ kind, needs: [sources.map((source) => ({ ...source, factor }))] }] : [];
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} just so */
export async function exactly(index, word, signal) {
  return (await near(index, word, signal)).filter(({ kind }) => kind === "exact");
}

/**
 * By itself, by its halves and by synonyms.
 * @param {Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>}
 */
export async function widely(index, word, signal) {
  const halves = async () => {
    const found = await split(index, word, signal);
    return found ? [{ kind: /** @type {Kind} */ ("split"), needs: await Promise.all(found.map((half) => help(index, half, signal))) }] : [];
  };
  const ways = await Promise.all([near(index, word, signal), halves(), synonyms(index, word, signal)]);
  return ways.flat();
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} as the word that was meant */
export async function instead(index, word, signal) {
  const ways = await widely(index, word, signal);
  const capped = (/** @type {any} */ source) => ({ ...source, factor: Math.min(TYPO, source.factor) });
  return ways.map(({ kind, needs }) => ({ kind, needs: needs.map((sources) => sources.map(capped)) }));
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Source[]>} instead of another */
async function help(index, word, signal) {
  const ways = await near(index, word, signal);
  const worth = (/** @type {Kind} */ kind) => (kind === "part" ? HELP_AS_PART : HELP);
  return ways.flatMap(({ kind, needs: [sources] }) => sources.map((source) => ({ .../** @type {Source} */ (source), factor: worth(kind) })));
}

/** By what means the same, in its own forms. @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} */
async function synonyms(index, word, signal) {
  const own = async (/** @type {string} */ entry) => (await help(index, entry, signal)).filter(({ compounds }) => !compounds);
  return meaning(word, index, (entry) => (entry.length > 1 ? sideBySide(index, entry, signal) : own(entry[0])));
}

/**
 * By what means the same, within compounds: what a word means is farther from those than from the word itself.
 * @param {Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>}
 */
export async function synonymsWithin(index, word, signal) {
  const within = async (/** @type {string} */ entry) => (await help(index, entry, signal)).filter(({ compounds }) => compounds);
  return meaning(word, index, async (entry) => (entry.length > 1 ? [] : within(entry[0])));
}

/** @param {string} word @param {Index} index @param {(entry: string[]) => Promise<(Source|Worth)[]>} reach @returns {Promise<Way[]>} */
async function meaning(word, index, reach) {
  const common = key(word);
  const isSame = (/** @type {string[]} */ entry) => entry.length === 1 && key(entry[0]) === common;
  const groups = index.contents.synonyms.filter((group) => group.flat().some(isSame));
  const others = groups.flatMap(([found]) => found.filter((entry) => entry.length && !isSame(entry)));
  const found = await Promise.all(others.map(reach));
  return found.filter((one) => one.length).map((one) => ({ kind: "synonym", needs: [one] }));
}

/**
 * Words side by side in one text; what finds them is fetched when they are asked for.
 * @param {Index} index
 * @param {string[]} words
 * @param {AbortSignal} [signal]
 * @returns {Promise<{weights: Uint8Array, found: number}>} see `phrasing.js`
 */
export async function phrase(index, words, signal) {
  const phrasing = await import("./phrasing.js");
  return phrasing.phrase(index, words, signal);
}

/** @param {Index} index @param {string[]} words @param {AbortSignal} [signal] @returns {Promise<Worth[]>} */
async function sideBySide(index, words, signal) {
  const { weights } = await phrase(index, words, signal);
  return [{ text: words.join(" "), worth: weights.map((weight) => weight * HELP) }];
}

/**
 * By the compounds that two words make which were typed side by side, in either order: bredband utbyggnad, utbyggnad av bredband.
 * @param {Index} index
 * @param {string} left
 * @param {string} right
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>}
 */
export async function together(index, left, right, signal) {
  const compounds = [...joined(left, right), ...joined(right, left)];
  const found = await Promise.all(compounds.map((word) => near(index, word, signal)));
  const whole = found.flat().filter(({ kind }) => kind !== "part");
  const sources = whole.flatMap(({ needs: [own] }) => /** @type {Source[]} */ (own));
  return ofKind("joined", [...new Map(sources.map((source) => [source.text, source])).values()]);
}

/** @param {Index} index @param {string} word @param {AbortSignal} [signal] @returns {Promise<Way[]>} what it begins */
export async function asPrefix(index, word, signal) {
  if (size(word) < LEAST_PREFIX) return [];
  const entries = await index.termsBeginning(word, signal);
  const isKnown = (/** @type {string} */ text) => hasDigit(text) || (lettersOnly(text) && size(text) >= LEAST_WORD);
  const begun = entries.flatMap(({ forms }) => forms).filter(({ text }) => fits(word, text.slice(0, word.length)));
  const inside = entries.flatMap(({ parts }) => parts).filter(({ text }) => fits(word, text.slice(0, word.length)));
  const within = inside.map((part) => ({ ...part, factor: FACTORS.part }));
  const own = ofKind("prefix", begun.filter(({ text }) => isKnown(text)));
  return within.length ? [...own, { kind: "prefix", needs: [within] }] : own;
}

/**
 * Whether a word is how readers name a status or a field: then no other is meant, though no decision has it.
 * @param {string} word
 * @param {import("../index/contents.js").Contents} contents
 */
const isSure = (word, { statuses, asking }) => Boolean(asking.param(word)) || statuses.some((one) => isForm(word, one));

/**
 * The word of the site that was most likely meant by one that is misspelt.
 * @param {Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<string|null>}
 */
export async function meant(index, word, signal) {
  const length = size(word);
  if (length < LEAST_TYPO || hasDigit(word) || isSure(word, index.contents)) return null;
  const known = await index.lengths([length - 1, length, length + 1], signal);
  const asked = plain(word);
  const like = known.filter(({ bare }) => isNear(asked, bare));
  like.sort((one, other) => other.documents - one.documents || byCodePoint(one.word, other.word));
  return like[0]?.word ?? null;
}
