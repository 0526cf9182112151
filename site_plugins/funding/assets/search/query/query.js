/**
 * The language of the search box, read into chunks. What a chunk means is told in `interpreting.js`.
 *
 * `word`, `"a phrase"`, `field:value`, `field:"a value"`, each also with a minus before it. Everything can be read.
 */

import { queried } from "./ranges.js";
import { FACETS } from "./state.js";
import { plain, tokens } from "./swedish.js";

/**
 * @typedef {{type: "words"|"phrase"|"field"|"range", typed: string, minus: boolean, words: string[],
 *   from: number, to: number, param?: string, value?: string, unknown?: boolean,
 *   range?: import("./ranges.js").Amounts|import("./ranges.js").Days}} Chunk
 *   `typed` is without the minus, `words` its tokens, `from` and `to` its place in the text with the minus
 */

const LONGEST = 2000;
const QUOTES = /[“”„»«]/g;
const CHUNK = /([-\u2212])?(?:([\p{L}\p{M}_]+):(?:"([^"]*)"?|([^\s"]+))|"([^"]*)"?|([^\s"]+))/gu;

/**
 * @param {string} text as typed
 * @param {Asking} asking
 * @returns {Chunk[]} in the order of the text; what has no letter or digit is left out
 */
export function parse(text, asking) {
  const straight = text.slice(0, LONGEST).replace(QUOTES, '"');
  const pieces = together([...straight.matchAll(CHUNK)].map(pieceOf), straight, asking);
  return pieces.map((piece) => chunk(piece, asking)).filter(({ words }) => words.length);
}

/**
 * @typedef {import("./asking.js").Asking} Asking
 * @typedef {{minus: string, name?: string, quoted?: string, bare?: string, phrase?: string, typed: string, from: number,
 *   to: number}} Piece
 */

/** @param {RegExpMatchArray} found @returns {Piece} */
function pieceOf(found) {
  const [whole, minus = "", name, quoted, bare, phrase] = found;
  const from = /** @type {number} */ (found.index);
  return { minus, name, quoted, bare, phrase, typed: whole.slice(minus.length), from, to: from + whole.length };
}

/** Puts an amount together that was typed with spaces: `belopp:>1,5 mkr`. @param {Piece[]} pieces @param {string} text
 * @param {Asking} asking @returns {Piece[]} */
function together(pieces, text, asking) {
  /** @type {Piece[]} */
  const made = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    const goesOn = !piece.minus && piece.name === undefined && piece.phrase === undefined && belongsToAmount(piece.typed, asking);
    if (last?.name !== undefined && last.bare !== undefined && asking.param(last.name) === "amount" && goesOn) {
      const typed = text.slice(last.from + last.minus.length, piece.to);
      Object.assign(last, { typed, bare: typed.slice(last.name.length + 1), to: piece.to });
    } else made.push(piece);
  }
  return made;
}

/** @param {string} run @param {Asking} asking @returns {boolean} */
const belongsToAmount = (run, asking) => /^\d{3}$/.test(run) || asking.factors.has(run.toLowerCase());

/** @param {Piece} piece @param {Asking} asking @returns {Chunk} */
function chunk({ minus, name, quoted, bare, phrase, typed, from, to }, asking) {
  const words = tokens(typed);
  const base = { typed, minus: minus !== "", words, from, to };
  if (phrase !== undefined) return { ...base, type: "phrase" };
  if (name === undefined) return { ...base, type: "words" };
  const param = asking.param(name);
  const value = quoted ?? bare ?? "";
  if (param === "amount" || param === "decided") {
    const range = queried(param, value, asking);
    return range ? { ...base, type: "range", param, value, range } : { ...base, type: "words", unknown: true };
  }
  if (param && FACETS.includes(param)) return { ...base, type: "field", param, value };
  return { ...base, type: "words", unknown: !asking.leads.includes(plain(name.normalize("NFC").toLowerCase())) };
}

/**
 * A query without one of its chunks.
 * @param {string} text the query
 * @param {Chunk} chunk one of `parse(text, asking)`
 * @returns {string}
 */
export const without = (text, chunk) => `${text.slice(0, chunk.from)} ${text.slice(chunk.to)}`.trim().replace(/\s+/g, " ");
