/** The table of contents of the index: which files there are, and which of them holds what. */

import { fetched, SearchError, utf8 } from "./reading.js";
import { Asking } from "../query/asking.js";
import { byCodePoint, key, tokens } from "../query/swedish.js";

const VERSION = 4;
const HASH = 8;
/** Without these nothing can be searched. */
const KEYS = [
  "lang", "as_of", "documents", "facets", "columns", "orders", "rows", "table", "terms", "positions", "lengths", "names",
  "stopwords", "light", "statuses", "asking", "splitless", "synonyms",
];

/**
 * A family of blocks, each packed by itself; `per` of them side by side are a file. `files`: hashes, joined; `sizes`:
 * how long each block is; `from`: what each begins with; `size`: how many decisions each has.
 * @typedef {{files: string, per: number, sizes: number[], from?: (string|number)[], size?: number}} Family
 * @typedef {{name: string, from: number, to: number, length: number}} Stretch bytes of a file: its name, the place of
 *   the first and the one after the last, and how many the whole file has
 * @typedef {Stretch & {number: number, key: string}} Block `key`: what tells it from all others
 */

export class Contents {
  /** @param {string} text `index.json` @throws {SearchError} */
  constructor(text) {
    const told = parsed(text);
    this.text = text;
    this.told = told;
    /** @type {number} how many decisions there are */
    this.documents = told.documents;
    /** @type {string} */
    this.lang = told.lang;
    /** @type {string} the day as of which the site was built, ISO */
    this.asOf = told.as_of;
    /** @type {string[]} what the cells of a row of the table are */
    this.tableKeys = told.table.keys;
    /** @type {string[]} */
    this.stopWords = told.stopwords;
    /** how readers name fields, numbers and amounts */
    this.asking = new Asking(told.asking);
    /** @type {string[]} words beside which others are asked for rather than they */
    this.lightWords = told.light;
    /** @type {string[]} words for statuses, of decisions or not */
    this.statuses = told.statuses;
    /** @type {Set<string>} keys of what is no part of a compound */
    this.splitless = new Set(told.splitless.map(key));
    /** @type {string[][][][]} groups of entries of words: those that decisions have, and the others */
    this.synonyms = told.synonyms.map((/** @type {string[][]} */ group) => group.map((half) => half.map(tokens)));
  }

  /**
   * @param {string} base
   * @param {AbortSignal} [signal]
   * @returns {Promise<Contents>}
   * @throws {SearchError}
   */
  static async fetch(base, signal) {
    const { bytes } = await fetched(`${base}index.json`, { cache: "no-cache", signal });
    return new Contents(utf8(bytes));
  }

  /** @param {string} family @param {Iterable<number>} numbers @returns {Block[]} those that there are, in order */
  blocks(family, numbers) {
    const { files, per, sizes } = this.told[family];
    const sum = (/** @type {number[]} */ some) => some.reduce((before, one) => before + one, 0);
    const known = [...new Set(numbers)].filter((number) => number in sizes).sort((one, other) => one - other);
    return known.map((number) => {
      const file = Math.floor(number / per);
      const name = `${family}-${file}.${files.slice(file * HASH, (file + 1) * HASH)}.bin`;
      const together = sizes.slice(file * per, (file + 1) * per);
      const from = sum(together.slice(0, number % per));
      return { number, key: `${name} ${from}`, name, from, to: from + sizes[number], length: sum(together) };
    });
  }

  /** @param {string} family @param {string|number} wanted @returns {number} the block that may hold it; -1 for none */
  holding(family, wanted) {
    const { from } = this.told[family];
    let [low, high] = [0, from.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = typeof wanted === "number" ? from[middle] - wanted : byCodePoint(from[middle], wanted);
      if (order <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** @param {Block[]} blocks in order @returns {Map<Block, Stretch>} those that lie side by side in one stretch */
export function stretches(blocks) {
  const found = new Map();
  /** @type {Stretch|undefined} */
  let last;
  for (const block of blocks) {
    if (last?.name === block.name && last.to === block.from) last.to = block.to;
    else last = { ...block };
    found.set(block, last);
  }
  return found;
}

/** @param {string} text @returns {any} */
function parsed(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new SearchError("broken", "the index cannot be read", error);
  }
  if (told?.version === VERSION) {
    const lacking = KEYS.find((name) => told[name] === undefined);
    if (lacking) throw new SearchError("broken", `the index lacks ${lacking}`);
  }
  if (told?.version !== VERSION) throw new SearchError("changed", "the index is of another version than the page");
  return told;
}
