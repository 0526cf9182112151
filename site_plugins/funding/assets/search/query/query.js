/**
 * The language of the search box, read into chunks. What a chunk means is told in `interpreting.js`.
 *
 * `word`, `"a phrase"`, `field:value`, `field:"a value"`, each also with a minus before it. Everything can be read.
 */

import { queried } from "./ranges.js";
import { tokens } from "./swedish.js";

/**
 * @typedef {{type: "words"|"phrase"|"field"|"range", typed: string, minus: boolean, words: string[],
 *   from: number, to: number, param?: string, value?: string, unknown?: boolean,
 *   range?: import("./ranges.js").Amounts|import("./ranges.js").Days}} Chunk
 *   `typed` is without the minus, `words` its tokens, `from` and `to` its place in the text with the minus
 */

/** The names of fields that a query may use, each with its parameter. @type {Readonly<Object<string, string>>} */
const FIELDS = Object.freeze({
  status: "status", kind: "kind", typ: "kind", year: "year", år: "year", body: "body", beslutsorgan: "body",
  funder: "funder", beviljare: "funder", source: "source", källa: "source", finansiering: "source",
  recipient: "recipient", mottagare: "recipient", municipality: "municipality", kommun: "municipality",
  theme: "theme", tema: "theme", condition: "condition", villkor: "condition",
  condition_state: "condition_state", villkorsläge: "condition_state",
  amount: "amount", belopp: "amount", decided: "decided", beslutat: "decided",
});
/** What people write before a number, and what is no field: `dnr: 21RS1234`. */
export const LEADS = Object.freeze(["dnr", "diarienr", "diarienummer", "ärende", "ärendenummer", "orgnr", "organisationsnummer", "projekt"]);
const LONGEST = 2000;
const QUOTES = /[“”„»«]/g;
const CHUNK = /([-\u2212])?(?:([\p{L}\p{M}_]+):(?:"([^"]*)"?|([^\s"]+))|"([^"]*)"?|([^\s"]+))/gu;

/**
 * @param {string} text as typed
 * @returns {Chunk[]} in the order of the text; what has no letter or digit is left out
 */
export function parse(text) {
  const straight = text.slice(0, LONGEST).replace(QUOTES, '"');
  return [...straight.matchAll(CHUNK)].map(chunk).filter(({ words }) => words.length);
}

/** @param {RegExpMatchArray} found @returns {Chunk} */
function chunk(found) {
  const [whole, minus = "", name, quoted, bare, phrase] = found;
  const typed = whole.slice(minus.length);
  const from = /** @type {number} */ (found.index);
  const words = tokens(typed);
  const base = { typed, minus: minus !== "", words, from, to: from + whole.length };
  if (phrase !== undefined) return { ...base, type: "phrase" };
  if (name === undefined) return { ...base, type: "words" };
  const called = name.normalize("NFC").toLowerCase();
  const param = Object.hasOwn(FIELDS, called) ? FIELDS[called] : undefined;
  const value = quoted ?? bare;
  if (param === "amount" || param === "decided") {
    const range = queried(param, value);
    return range ? { ...base, type: "range", param, value, range } : { ...base, type: "words", unknown: true };
  }
  if (param) return { ...base, type: "field", param, value };
  return { ...base, type: "words", unknown: !LEADS.includes(called) };
}

/**
 * A query without one of its chunks.
 * @param {string} text the query
 * @param {Chunk} chunk one of `parse(text)`
 * @returns {string}
 */
export const without = (text, chunk) => `${text.slice(0, chunk.from)} ${text.slice(chunk.to)}`.trim().replace(/\s+/g, " ");
