/** Which decisions satisfy the words, phrases and names of a query, and how well. */

import { phrase } from "./phrasing.js";
import { asPrefix, exactly, FACTORS, KINDS, meant, near, WEIGHTS, widely } from "./reaching.js";

/**
 * @typedef {import("./published.js").Index} Index
 * @typedef {import("./reaching.js").Way} Way
 * @typedef {{typed: string, best: Uint8Array, found: number, ways: Way[], kinds: string[], shown: string[],
 *   replacedBy: string|null}} Reached `best`: per decision what the word is worth there, 0 where it is not
 * @typedef {{hits: Uint8Array, scores: Int32Array, words: Reached[], phrases: {typed: string, found: number}[],
 *   phraseWorth: Uint8Array[], names: Map<number, boolean>}} Matched `phraseWorth`: per phrase and decision, as `best`;
 *   `names`: the decisions that the query names, and whether it is their own
 */

const MOST_SHOWN = 20;
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
  const reach = async (/** @type {string} */ word) => {
    const found = await reached(index, word, exact ? "exact" : word === open ? "open" : "wide", signal);
    return found.found || exact || (await pending).size ? found : reached(index, word, "far", signal);
  };
  const single = (/** @type {string[]} */ words) => reached(index, words[0], exact ? "exact" : "near", signal);
  const [words, phrases, minus, names] = await Promise.all([
    Promise.all(asked.words.map(reach)),
    Promise.all(asked.phrases.map((one) => phrase(index, one, signal))),
    Promise.all(asked.minus.map((one) => (one.length > 1 ? phrase(index, one, signal) : single(one)))),
    pending,
  ]);
  const scores = new Int32Array(index.documents);
  const hits = new Uint8Array(index.documents).fill(1);
  const parts = [...words, ...phrases];
  for (const { best, found } of parts) {
    const worth = rarity(index.documents, found);
    for (let doc = 0; doc < hits.length; doc++) {
      if (best[doc]) scores[doc] += best[doc] * worth;
      else hits[doc] = 0;
    }
  }
  for (const [doc, own] of names) {
    if (!hits[doc]) scores[doc] = 0;
    scores[doc] += own ? OWN_NAME : OTHER_NAME;
    hits[doc] = 1;
  }
  for (const { best } of minus) for (let doc = 0; doc < hits.length; doc++) if (best[doc]) hits[doc] = 0;
  const told = phrases.map(({ found }, at) => ({ typed: asked.phrases[at].join(" "), found }));
  return { hits, scores, words, phrases: told, phraseWorth: phrases.map(({ best }) => best), names };
}

/** What a word is worth that so many of the decisions have. @param {number} all @param {number} found */
const rarity = (all, found) => (found ? 32 - Math.clz32(Math.floor(all / found)) : 0);

/**
 * What a word reaches: `near` by itself, `wide` also by its halves and synonyms, `open` also by its beginning; `far`
 * by its beginning alone, and where that fails by the word that was meant.
 * @param {Index} index
 * @param {string} word
 * @param {"exact"|"near"|"wide"|"open"|"far"} how
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reached>}
 */
export async function reached(index, word, how, signal) {
  const name = `${how} ${word}`;
  const { answers } = index;
  const kept = answers.get(name);
  if (kept) return kept;
  const found = await worked(index, word, how, signal);
  answers.set(name, found, index.documents);
  return found;
}

/** @param {Index} index @param {string} word @param {string} how @param {AbortSignal} [signal] @returns {Promise<Reached>} */
async function worked(index, word, how, signal) {
  if (how === "exact") return weighed(index, word, await exactly(index, word, signal));
  if (how === "near") return weighed(index, word, await near(index, word, signal));
  if (how === "wide") return weighed(index, word, await widely(index, word, signal));
  const begun = asPrefix(index, word, signal);
  if (how === "open") return weighed(index, word, (await Promise.all([widely(index, word, signal), begun])).flat());
  const prefixed = weighed(index, word, await begun);
  const instead = prefixed.found ? null : await meant(index, word, signal);
  return instead ? weighed(index, word, await widely(index, instead, signal), instead) : prefixed;
}

/** @param {Index} index @param {string} typed @param {Way[]} ways @param {string|null} replacedBy @returns {Reached} */
function weighed(index, typed, ways, replacedBy = null) {
  const best = new Uint8Array(index.documents);
  const reaching = ways.filter(({ kind, needs }) => {
    const factor = replacedBy ? Math.min(FACTORS.typo, FACTORS[kind]) : FACTORS[kind];
    return needs.length > 1 ? markAll(best, needs, factor) : needs[0].filter((one) => mark(best, one.postings, factor)).length;
  });
  const found = best.reduce((sum, worth) => sum + (worth ? 1 : 0), 0);
  const kinds = KINDS.filter((kind) => reaching.some((way) => way.kind === kind));
  const forms = reaching.flatMap(({ needs }) => needs.flat().flatMap(({ text, compounds }) => compounds ?? [text]));
  const shown = [...new Set(forms)].filter((form) => form !== typed).slice(0, MOST_SHOWN);
  return { typed, best, found, ways: reaching, kinds: replacedBy && found ? ["typo", ...kinds] : kinds, shown, replacedBy };
}

/**
 * Raises decisions to what a source is worth in them.
 * @param {Uint8Array} best
 * @param {Uint8Array} postings
 * @param {number} factor
 * @returns {boolean} whether there are any
 */
export function mark(best, postings, factor) {
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

/** Raises decisions that have one source of each list, by the least of them. @returns {boolean} whether there are any
 * @param {Uint8Array} best @param {import("./reaching.js").Source[][]} needs @param {number} factor */
function markAll(best, needs, factor) {
  const each = needs.map((sources) => {
    const weights = new Uint8Array(best.length);
    for (const { postings } of sources) mark(weights, postings, 1);
    return weights;
  });
  let any = false;
  for (let doc = 0; doc < best.length; doc++) {
    const least = Math.min(...each.map((weights) => weights[doc]));
    if (!least) continue;
    any = true;
    best[doc] = Math.max(best[doc], least * factor);
  }
  return any;
}
