/** Why a decision is a hit, and where in it the words stand. */

import { HELP, WEIGHTS } from "./reaching.js";
import { Reader } from "../index/reading.js";
import { prepare, steadily, unchanged } from "./selecting.js";
import { key, tokens } from "../query/swedish.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {import("../query/state.js").State} State
 * @typedef {{typed: string, kind: string, form: string, level: number, within: boolean}} Reason `form`: what stands in
 *   the decision; `level`: 3 in its title, 2 among its names, 1 in its short texts, 0 in its long ones; `within`: `form`
 *   is only the beginning of a part of a word. `kind` is also `phrase`, or `name` for what the whole query names
 * @typedef {{field: string, before: string, hit: string, after: string}} Snippet `field`: a key of the decision
 */

const AROUND = 60;
/** The keys whose texts are written for readers; what stands under others are ids, days and choices. */
const WORDED = new Set([
  ..."title also_called summary text references value rationale economy".split(" "),
  ..."environment children gender_equality outcome remarks".split(" "),
]);
const MARKDOWN = /[*_\x60#>]|\[(?=[^\]]*\]\()|(?<=\[[^\]]*)\]\([^)]*\)/g;

/**
 * @param {Index} index
 * @param {State} state
 * @param {number} doc one of the selection
 * @param {number} generation of the selection
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reason[]>} for each word of the query how it is reached most closely; none of what is not
 * @throws {SearchError} `changed` if the selection is of an index from before
 */
export function explain(index, state, doc, generation, signal) {
  return steadily(index, signal, async () => {
    unchanged(index, generation);
    const { asked, matched } = await prepare(index, state, signal);
    const reasons = [];
    if (matched.names.has(doc)) reasons.push({ typed: state.q, kind: "name", form: state.q, level: matched.names.get(doc) ? 3 : 2, within: false });
    for (const word of matched.words) {
      const reason = await closest(index, word, doc, signal);
      if (reason) reasons.push(reason);
    }
    for (const [at, words] of asked.phrases.entries()) {
      const level = WEIGHTS.indexOf(matched.phrases[at].weights[doc]);
      if (level >= 0) reasons.push({ typed: words.join(" "), kind: "phrase", form: words.join(" "), level, within: false });
    }
    return reasons;
  });
}

/**
 * @param {Index} index
 * @param {import("./matching.js").Reached} word
 * @param {number} doc
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reason|null>}
 */
async function closest(index, { typed, ways, replacedBy }, doc, signal) {
  let best = null;
  for (const { kind, needs } of ways) {
    const found = needs.map((sources) => highest(sources, doc));
    if (!found.every((one) => one !== null)) continue;
    const worth = found.reduce((sum, one) => sum + one.worth, 0) / found.length;
    if (!best || worth > best.worth) best = { kind, worth, found };
  }
  if (!best) return null;
  const told = await Promise.all(best.found.map(({ source }) => formOf(index, source, doc, signal)));
  const form = told.map((one) => one.form).join(" + ");
  const level = Math.min(...best.found.map((one) => one.level));
  return { typed, kind: replacedBy ? "typo" : best.kind, form, level, within: told.some((one) => one.within) };
}

/** @typedef {import("./reaching.js").Source|import("./reaching.js").Worth} Source */

/** @param {Source[]} sources @param {number} doc @returns {{source: Source, level: number, worth: number}|null} */
function highest(sources, doc) {
  let best = null;
  for (const source of sources) {
    const isPhrase = "worth" in source;
    const level = isPhrase ? WEIGHTS.indexOf(source.worth[doc] / HELP) : levelIn(source.postings, doc);
    const worth = level < 0 ? 0 : isPhrase ? source.worth[doc] : WEIGHTS[level] * source.factor;
    if (worth > (best?.worth ?? 0)) best = { source, level, worth };
  }
  return best;
}

/** @param {Uint8Array} postings @param {number} wanted @returns {number} the level there, -1 if it is not there */
function levelIn(postings, wanted) {
  const reader = new Reader(postings);
  for (let doc = -1; doc < wanted && reader.more; ) {
    const step = reader.number();
    doc += step >>> 2;
    if (doc === wanted) return step & 3;
  }
  return -1;
}

/** The compound that a part stands in there, if it is one of the common ones. @param {Index} index
 * @param {Source} source @param {number} doc @param {AbortSignal} [signal] */
async function formOf(index, source, doc, signal) {
  const { text } = source;
  const compounds = "compounds" in source ? source.compounds : null;
  if (!compounds) return { form: text, within: false };
  const entries = await index.terms(compounds.map(key), signal);
  const isThere = (/** @type {string} */ one) => {
    const form = entries.get(key(one))?.forms.find((other) => other.text === one);
    return form !== undefined && levelIn(form.postings, doc) >= 0;
  };
  const found = compounds.find(isThere);
  return found ? { form: found, within: false } : { form: text, within: true };
}

/**
 * Where the words of the query stand in a decision, read from its own data; names that it points to are not there.
 * @param {Index} index
 * @param {State} state
 * @param {number} doc one of the selection
 * @param {number} generation of the selection
 * @param {AbortSignal} [signal]
 * @returns {Promise<Snippet[]>} one for each word that is found, the best place first come
 * @throws {SearchError} `changed` if the selection is of an index from before
 */
export function snippets(index, state, doc, generation, signal) {
  return steadily(index, signal, async () => {
    unchanged(index, generation);
    const { matched, asked } = await prepare(index, state, signal);
    const [[id]] = await index.rows([doc], signal);
    const { original, current } = await index.decision(id, signal);
    const texts = [...textsOf(current), ...textsOf(original)];
    const sought = matched.words.map(({ ways, replacedBy, typed }) => sightOf(ways, replacedBy ?? typed));
    const found = [...sought, ...asked.phrases.flat().map((word) => (/** @type {string} */ one) => one === word)];
    const shown = found.map((isSought) => firstIn(texts, isSought)).filter((one) => one !== null);
    return [...new Map(shown.map((one) => [`${one.field} ${one.before}`, one])).values()];
  });
}

/** @param {import("./reaching.js").Way[]} ways @param {string} word @returns {(token: string) => boolean} */
function sightOf(ways, word) {
  const sources = ways.flatMap(({ needs }) => needs.flat());
  const isPart = (/** @type {Source} */ source) => "compounds" in source && source.compounds !== undefined;
  const forms = new Set([word, ...sources.filter((source) => !isPart(source)).flatMap(({ text }) => text.split(" "))]);
  const parts = sources.filter(isPart).map(({ text }) => text);
  return (token) => forms.has(token) || parts.some((part) => token.length > part.length && token.includes(part));
}

/** @param {any} value @param {string} [field] @returns {[string, string][]} the texts below it in words, with their field */
function textsOf(value, field = "", name = "") {
  if (typeof value === "string") return !WORDED.has(name) ? [] : [[field, value.replace(MARKDOWN, "").replace(/\s+/g, " ")]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, field || key, Array.isArray(value) ? name : key));
}

/** @param {[string, string][]} texts @param {(token: string) => boolean} isSought @returns {Snippet|null} */
function firstIn(texts, isSought) {
  for (const [field, text] of texts) {
    for (const { 0: run, index: at } of text.matchAll(/[\p{L}\p{M}\p{N}\u00ad]+/gu)) {
      if (!tokens(run).some(isSought)) continue;
      const [before, after] = [text.slice(0, at), text.slice(at + run.length)];
      const first = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, "")}` : before;
      const last = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, "")} …` : after;
      return { field, before: first, hit: run, after: last };
    }
  }
  return null;
}
