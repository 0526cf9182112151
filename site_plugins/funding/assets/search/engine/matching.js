/** Which decisions satisfy the words, phrases and names of a query, and how well. */

import { asPrefix, exactly, instead, KINDS, meant, near, phrase, synonymsWithin, together, WEIGHTS, widely } from "./reaching.js";
import { workedOut } from "./working.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {import("./reaching.js").Way} Way
 * @typedef {{typed: string, best: Uint8Array, found: number, ways: Way[], kinds: string[], shown: string[],
 *   replacedBy: string|null}} Reached `best`: per decision what the word is worth there, 0 where it is not
 * @typedef {{hits: Uint8Array, scores: Int32Array, words: Reached[], phrases: {weights: Uint8Array, found: number}[],
 *   names: Map<number, boolean>}} Matched `names`: the decisions that the query names, and whether it is their own
 * @typedef {"exact"|"near"|"wide"|"open"|"far"} How a word is looked for: just so; by itself; also by halves and
 *   synonyms; also by its beginning; also by synonyms in compounds, and where all that fails by the word that was meant
 */

const MOST_SHOWN = 20;
const EXACT = 8;
const OWN_NAME = 1_000_000;
const OTHER_NAME = 500_000;

/**
 * @param {Index} index
 * @param {import("./interpreting.js").Asked} asked
 * @param {{exact: boolean, open?: string}} how `exact`: only the words as typed; `open`: a word that may go on
 * @param {AbortSignal} [signal]
 * @returns {Promise<Matched>}
 */
export async function match(index, asked, { exact, open }, signal) {
  const pending = index.names(asked.names, signal);
  const reach = async (/** @type {string} */ word, /** @type {number} */ at) => {
    if (exact) return reached(index, word, "exact", [], signal);
    const beside = asked.words.slice(Math.max(at - 1, 0), at + 2);
    const found = await reached(index, word, word === open ? "open" : "wide", beside, signal);
    if (found.kinds.some((kind) => kind !== "synonym") || (await pending).size) return found;
    return reached(index, word, "far", [], signal);
  };
  const without = async (/** @type {string[]} */ words) => {
    if (words.length > 1) return (await phrase(index, words, signal)).weights;
    return (await reached(index, words[0], exact ? "exact" : "near", [], signal)).best;
  };
  const [words, phrases, minus, names] = await Promise.all([
    Promise.all(asked.words.map(reach)),
    Promise.all(asked.phrases.map((one) => phrase(index, one, signal))),
    Promise.all(asked.minus.map(without)),
    pending,
  ]);
  const hits = new Uint8Array(index.documents).fill(1);
  const scores = new Int32Array(index.documents);
  for (const { typed, best, found } of words) {
    if (!exact && asked.light.includes(typed)) raise(scores, best);
    else narrow(hits, scores, best, rarity(index, found));
  }
  for (const { weights, found } of phrases) narrow(hits, scores, weights, EXACT * rarity(index, found));
  for (const [doc, own] of names) {
    if (!hits[doc]) scores[doc] = 0;
    scores[doc] += own ? OWN_NAME : OTHER_NAME;
    hits[doc] = 1;
  }
  for (const taken of minus) for (let doc = 0; doc < hits.length; doc++) if (taken[doc]) hits[doc] = 0;
  return { hits, scores, words, phrases, names };
}

/** @param {Uint8Array} hits @param {Int32Array} scores @param {Uint8Array} best @param {number} times */
function narrow(hits, scores, best, times) {
  for (let doc = 0; doc < hits.length; doc++) {
    if (best[doc]) scores[doc] += best[doc] * times;
    else hits[doc] = 0;
  }
}

/** What most decisions are about makes none a hit and none a miss. @param {Int32Array} scores @param {Uint8Array} best */
function raise(scores, best) {
  for (let doc = 0; doc < scores.length; doc++) scores[doc] += best[doc];
}

/** What a word is worth that so many decisions have. @param {Index} index @param {number} found @returns {number} */
const rarity = ({ documents }, found) => (found ? 32 - Math.clz32(Math.floor(documents / found)) : 0);

/**
 * @param {Index} index
 * @param {string} word
 * @param {How} how
 * @param {string[]} beside the word and its neighbours, in order; [] where they do not matter
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reached>}
 */
async function reached(index, word, how, beside, signal) {
  const name = [how, word, ...beside].join(" ");
  const { answers } = workedOut(index);
  const kept = answers.get(name);
  if (kept) return kept;
  const found = await worked(index, word, how, beside, signal);
  answers.set(name, found, index.documents);
  return found;
}

/** @param {Index} index @param {string} word @param {How} how @param {string[]} beside @param {AbortSignal} [signal]
 * @returns {Promise<Reached>} */
async function worked(index, word, how, beside, signal) {
  if (how === "exact") return weighed(index, word, await exactly(index, word, signal));
  if (how === "near") return weighed(index, word, await near(index, word, signal));
  if (how === "far") {
    const farther = [widely(index, word, signal), asPrefix(index, word, signal), synonymsWithin(index, word, signal)];
    const distant = weighed(index, word, (await Promise.all(farther)).flat());
    const other = distant.found ? null : await meant(index, word, signal);
    return other ? weighed(index, word, await instead(index, other, signal), other) : distant;
  }
  const pairs = beside.slice(1).map((right, at) => together(index, beside[at], right, signal));
  const begun = how === "open" ? [asPrefix(index, word, signal)] : [];
  return weighed(index, word, (await Promise.all([widely(index, word, signal), ...pairs, ...begun])).flat());
}

/** @param {Index} index @param {string} typed @param {Way[]} ways @param {string|null} replacedBy @returns {Reached} */
function weighed(index, typed, ways, replacedBy = null) {
  const best = new Uint8Array(index.documents);
  const reaching = ways.filter(({ needs }) => (needs.length > 1 ? markMean(best, needs) : markEach(best, needs[0])));
  const found = best.reduce((sum, worth) => sum + (worth ? 1 : 0), 0);
  const own = KINDS.filter((kind) => reaching.some((way) => way.kind === kind));
  const kinds = replacedBy && found ? ["typo", ...own] : own;
  const forms = reaching.flatMap(({ needs }) => needs.flat()).flatMap((one) => ("compounds" in one && one.compounds) || [one.text]);
  const shown = [...new Set(forms)].filter((form) => form !== typed).slice(0, MOST_SHOWN);
  return { typed, best, found, ways: reaching, kinds, shown, replacedBy };
}

/**
 * Raises decisions to what the best of some sources is worth in them.
 * @param {Uint8Array} best
 * @param {Way["needs"][0]} sources
 * @returns {boolean} whether there are any
 */
function markEach(best, sources) {
  let any = false;
  for (const source of sources) {
    if ("worth" in source) any = markWorth(best, source.worth) || any;
    else any = mark(best, source.postings, source.factor) || any;
  }
  return any;
}

/** Raises decisions that have one of each list to the mean of both. @returns {boolean} whether there are any
 * @param {Uint8Array} best @param {Way["needs"]} needs */
function markMean(best, needs) {
  const [left, right] = needs.map((sources) => {
    const worth = new Uint8Array(best.length);
    markEach(worth, sources);
    return worth;
  });
  return markWorth(best, left.map((worth, doc) => (worth && right[doc] ? (worth + right[doc]) >> 1 : 0)));
}

/** @param {Uint8Array} best @param {Uint8Array} worth @returns {boolean} whether there are any */
function markWorth(best, worth) {
  let any = false;
  for (let doc = 0; doc < best.length; doc++) {
    if (worth[doc]) any = true;
    if (worth[doc] > best[doc]) best[doc] = worth[doc];
  }
  return any;
}

/** @param {Uint8Array} best @param {Uint8Array} postings @param {number} factor @returns {boolean} whether there are any */
function mark(best, postings, factor) {
  const worth = WEIGHTS.map((weight) => weight * factor);
  for (let at = 0, doc = -1; at < postings.length; ) {
    let byte = postings[at++];
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++];
      value |= (byte & 127) << shift;
    }
    doc += value >>> 2;
    const here = worth[value & 3];
    if (here > best[doc]) best[doc] = here;
  }
  return postings.length > 0;
}
