/** From a state to its selection: which decisions, in which order, and what they come to. */

import { interpret } from "./interpreting.js";
import { match } from "./matching.js";
import { workedOut } from "./working.js";
import { SearchError } from "../index/reading.js";
import { isFiltered, order, toParams } from "../query/state.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {import("../query/state.js").State} State
 * @typedef {{typed: string, kind: string, kinds: string[], shown: string[], replacedBy: string|null, found: number,
 *   light: boolean}} Word
 *   how a word was understood: the closest kind that reaches anything ("none" if none does) and all of them, the forms
 *   it was widened to, the word that was meant, and how many decisions it reaches; `light`: a hit may do without it
 * @typedef {{words: Word[], phrases: {typed: string, found: number}[], minus: string[], left_out: string[],
 *   fields: import("./interpreting.js").Told[], unknown: string[], names: boolean, ignored: [string, string][]}} Reading
 *   how the whole query was understood; `names`: it is the name or number of decisions; `ignored`: parameters that
 *   cannot be read
 * @typedef {{docs: Uint32Array, count: number, reading: Reading, generation: number}} Found `docs` in order
 * @typedef {Found & import("./sums.js").Figures} Selection
 * @typedef {{hits: Uint8Array, scores: Int32Array, filtered: import("./filtering.js").Filtered, reading: Reading,
 *   asked: import("./interpreting.js").Asked, matched: import("./matching.js").Matched}} Prepared
 *   `hits`: what satisfies the query; `filtered`: what the parameters say of it
 */

/** After all days. */
const NO_DAY = 2 ** 24;

/**
 * The selection without its sums: all that a list of hits needs.
 * @param {Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Found>}
 * @throws {SearchError}
 */
export function find(index, state, signal) {
  return steadily(index, signal, () => listed(index, state, signal));
}

/**
 * @param {Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Selection>}
 * @throws {SearchError}
 */
export function select(index, state, signal) {
  return steadily(index, signal, async () => summed(index, await listed(index, state, signal), signal));
}

/**
 * What is listed already, with its sums.
 * @param {Index} index
 * @param {Found} found
 * @param {AbortSignal} [signal]
 * @returns {Promise<Selection>}
 * @throws {SearchError} `changed` if what was found is of an index from before
 */
export function summed(index, found, signal) {
  return steadily(index, signal, async () => {
    unchanged(index, found.generation);
    const [amounts, counting, { figures }] = await Promise.all([
      index.amounts(signal),
      index.counting(signal),
      import("./sums.js"),
    ]);
    return { ...found, ...(await figures(found.docs, amounts, counting, () => index.foreign(signal))) };
  });
}

/** @param {Index} index @param {State} state @param {AbortSignal} [signal] @returns {Promise<Found>} */
async function listed(index, state, signal) {
  const prepared = await prepare(index, state, signal);
  const docs = await ordered(index, selected(prepared), order(state), prepared.scores, signal);
  return { docs, count: docs.length, reading: prepared.reading, generation: index.generation };
}

/**
 * Numbers of decisions mean something only in the index that gave them. Said first in what is worked on `steadily`,
 * it holds until that is done: the second time it refuses.
 * @param {Index} index
 * @param {number} generation the one that the numbers are of
 * @throws {SearchError} `changed` if the site was published anew since
 */
export function unchanged(index, generation) {
  if (index.generation !== generation) throw new SearchError("changed", "the site was published anew");
}

/**
 * Works on one published index from beginning to end: once more if the site is published anew meanwhile.
 * @template T
 * @param {Index} index
 * @param {AbortSignal|undefined} signal
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SearchError} never anything else, but the signal's reason
 */
export async function steadily(index, signal, work) {
  for (let again = true; ; again = false) {
    const { generation } = index;
    try {
      const found = await work();
      signal?.throwIfAborted();
      if (index.generation === generation) return found;
      if (!again) throw new SearchError("changed", "the site is being published anew");
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const changed = error instanceof SearchError ? error.kind === "changed" : index.generation !== generation;
      if (again && changed) continue;
      throw error instanceof SearchError ? error : new SearchError("broken", "the index cannot be understood", error);
    }
  }
}

/**
 * What is asked for by a state, whatever its order; several that ask for it at once share the work.
 * @param {Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Prepared>}
 */
export async function prepare(index, state, signal) {
  const name = `state ${toParams({ ...state, sort: "", view: "table" })}`;
  const { answers, going } = workedOut(index);
  const work = async (/** @type {AbortSignal} */ shared) => {
    const found = await answered(index, state, shared);
    answers.set(name, found, index.documents * 8);
    return found;
  };
  const found = answers.get(name) ?? (await going.wait(name, signal, work));
  return { ...found, reading: { ...found.reading, ignored: state.ignored } };
}

/** @param {Index} index @param {State} state @param {AbortSignal} signal @returns {Promise<Prepared>} */
async function answered(index, state, signal) {
  const [[asked, matched], filtered] = await Promise.all([
    understood(index, state, signal),
    isFiltered(state) ? filtering(index, state, signal) : everything(index),
  ]);
  const hits = await holding(index, matched.hits, asked.conditions, signal);
  return { hits, scores: matched.scores, filtered, reading: told(asked, matched, state), asked, matched };
}

/** @typedef {import("./filtering.js").Filtered} Filtered */

/** @param {Index} index @param {State} state @param {AbortSignal} [signal] @returns {Promise<Filtered>} */
async function filtering(index, state, signal) {
  const { conditionsOf, filter } = await import("./filtering.js");
  return filter(index, await conditionsOf(index, state, signal), signal);
}

/** @param {Index} index @returns {Filtered} what is left where nothing is chosen */
function everything({ documents }) {
  const none = new Uint8Array(documents);
  return { params: [], fails: none, by: none };
}

/** @param {Index} index @param {State} state @param {AbortSignal} [signal]
 * @returns {Promise<[import("./interpreting.js").Asked, import("./matching.js").Matched]>} */
async function understood(index, state, signal) {
  const asked = await interpret(index, state.q, signal);
  return [asked, await match(index, asked, { exact: state.exact }, signal)];
}

/** @param {Index} index @param {Uint8Array} hits @param {import("./interpreting.js").Condition[]} conditions
 * @param {AbortSignal} [signal] @returns {Promise<Uint8Array>} those that also meet what the query says of fields */
async function holding(index, hits, conditions, signal) {
  if (!conditions.length) return hits;
  const { holds } = await import("./filtering.js");
  const all = await Promise.all(conditions.map((condition) => holds(index, condition, signal)));
  return hits.map((hit, doc) => (all.every((hold) => hold[doc]) ? hit : 0));
}

/** @param {import("./interpreting.js").Asked} asked @param {import("./matching.js").Matched} matched @param {State} state
 * @returns {Reading} */
function told(asked, matched, state) {
  const words = matched.words.map(({ typed, kinds, shown, replacedBy, found }) => {
    const light = !state.exact && asked.light.includes(typed);
    return { typed, light, kind: kinds[0] ?? "none", kinds, shown, replacedBy: found ? replacedBy : null, found };
  });
  return {
    words,
    phrases: matched.phrases.map(({ found }, at) => ({ typed: asked.phrases[at].join(" "), found })),
    minus: asked.minus.map((one) => one.join(" ")),
    left_out: asked.leftOut,
    fields: asked.fields,
    unknown: asked.unknown,
    names: matched.names.size > 0,
    ignored: state.ignored,
  };
}

/** @param {Pick<Prepared, "hits"|"filtered">} prepared @returns {Uint32Array} what is in the selection, by number */
export function selected({ hits, filtered: { fails } }) {
  const docs = new Uint32Array(hits.length);
  let count = 0;
  for (let doc = 0; doc < hits.length; doc++) if (hits[doc] && !fails[doc]) docs[count++] = doc;
  return docs.slice(0, count);
}

/**
 * @param {Index} index
 * @param {Uint32Array} docs by number, which is the order of -decided
 * @param {string} sort
 * @param {Int32Array} scores
 * @param {AbortSignal} [signal]
 * @returns {Promise<Uint32Array>}
 */
async function ordered(index, docs, sort, scores, signal) {
  if (sort === "-decided" || docs.length < 2) return docs;
  if (sort === "relevance") return arranged(docs, scores.length, (doc) => -scores[doc]);
  if (sort === "decided") {
    const { first } = await index.days(signal);
    return arranged(docs, scores.length, (doc) => first[doc] ?? NO_DAY);
  }
  if (sort === "title") return arranged(docs, scores.length, () => 0, await index.ranks("title", signal));
  const [{ distinct, of }, ranks] = await Promise.all([index.amounts(signal), index.ranks("id", signal)]);
  const sign = sort === "amount" ? 1 : -1;
  return arranged(docs, scores.length, (doc) => (of[doc] ? sign * of[doc] : distinct.length + 1), ranks);
}

/**
 * @param {Uint32Array} docs
 * @param {number} all how many decisions there are
 * @param {(doc: number) => number} by whole numbers, the least first
 * @param {Uint32Array} [ties] each decision's rank among equals; without it their numbers decide
 * @returns {Uint32Array}
 */
function arranged(docs, all, by, ties) {
  const keys = Float64Array.from(docs, (doc) => by(doc) * all + (ties ? ties[doc] : doc)).sort();
  const ofRank = new Uint32Array(ties ? all : 0);
  if (ties) for (const doc of docs) ofRank[ties[doc]] = doc;
  return Uint32Array.from(keys, (key) => {
    const rank = ((key % all) + all) % all;
    return ties ? ofRank[rank] : rank;
  });
}
