/** The table of contents of the index: which files there are, and which of them holds what. */

import { fetched, SearchError, utf8 } from "./reading.js";
import { byCodePoint, key, tokens } from "../query/swedish.js";

const VERSION = 1;
const HASH = 8;

/** @typedef {{from?: (string|number)[], files: string, size?: number, per?: number}} Family `files`: hashes, joined */

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
    /** @type {string[]} words beside which others are asked for rather than they */
    this.lightWords = told.light;
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
    return new Contents(utf8(await fetched(`${base}index.json`, { cache: "no-cache", signal })));
  }

  /** @param {string} family @param {number} number @returns {string|undefined} the name of a file, if there is one */
  file(family, number) {
    const hash = this.told[family].files.slice(number * HASH, (number + 1) * HASH);
    return number >= 0 && hash ? `${family}-${number}.${hash}.bin` : undefined;
  }

  /** @param {string} family @param {string|number} wanted @returns {number} the file that may hold it; -1 for none */
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

/** @param {string} text @returns {any} */
function parsed(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new SearchError("broken", "the index cannot be read", error);
  }
  if (told?.version !== VERSION) throw new SearchError("changed", "the index is of another version than the page");
  return told;
}
