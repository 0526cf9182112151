/** The published index: what stands in its files. */

import { Contents } from "./contents.js";
import { amountsOf, daysOf, facetsOf, jsonOf, lengthsOf, namesOf, ranksOf, valuesOf } from "./decoding.js";
import { Files } from "./files.js";
import { lettersOnly, plain } from "../query/swedish.js";
import { PlaceFile, TermFile } from "./terms.js";

const LEAST_STEM = 3;
/** The last letter of all: what a text begins with stands before the text and this. */
const LAST = "\u{10ffff}";

/** @typedef {import("./terms.js").Entry} Entry */

export class Index extends Files {
  /**
   * @param {string|URL} base address of the folder of the index, with a slash at the end
   * @param {AbortSignal} [signal]
   * @returns {Promise<Index>}
   * @throws {SearchError}
   */
  static async open(base, signal) {
    const url = new URL(base, globalThis.location?.href).href;
    return new Index(url, await Contents.fetch(url, signal));
  }

  /**
   * @param {Iterable<string>} keys
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<string, Entry|null>>}
   */
  async terms(keys, signal) {
    const wanted = [...new Set(keys)];
    const found = await Promise.all(wanted.map(async (key) => (await this.#terms(this.#chunk(key), signal))?.entry(key)));
    return new Map(wanted.map((key, at) => [key, found[at] ?? null]));
  }

  /**
   * The keys under which words that begin with something may stand: it, what it begins with, what begins with it.
   * @param {string} start
   * @param {AbortSignal} [signal]
   * @returns {Promise<Entry[]>}
   */
  async termsBeginning(start, signal) {
    const bare = plain(start);
    const stems = lettersOnly(start) ? Math.max(bare.length - LEAST_STEM, 0) : 0;
    const shorter = Array.from({ length: stems }, (_, at) => bare.slice(0, at + LEAST_STEM));
    const first = Math.max(this.#chunk(bare), 0);
    const last = this.#chunk(bare + LAST);
    const range = Array.from({ length: last - first + 1 }, (_, at) => this.#terms(first + at, signal));
    const [files, above] = await Promise.all([Promise.all(range), this.terms(shorter, signal)]);
    const below = files.flatMap((file) => file?.beginning(bare) ?? []);
    return [...above.values(), ...below].filter((entry) => entry !== null);
  }

  /** @param {string} key @returns {number} the block of terms that may have it; -1 if none */
  #chunk(key) {
    return this.contents.holding("terms", key);
  }

  /** @param {number} number @param {AbortSignal} [signal] @returns {Promise<TermFile|undefined>} */
  #terms(number, signal) {
    return this.block("terms", number, (bytes) => new TermFile(bytes), signal);
  }

  /**
   * Where a form stands in its decisions, see `PlaceFile`.
   * @param {string} key of an entry
   * @param {number} form its place in the entry
   * @param {AbortSignal} [signal]
   * @returns {Promise<import("./reading.js").Reader>}
   */
  async places(key, form, signal) {
    const number = this.#chunk(key);
    const [terms, places] = await Promise.all([
      this.#terms(number, signal),
      this.block("positions", number, (bytes) => new PlaceFile(bytes), signal),
    ]);
    return places.of(terms?.places.get(key)?.number, form);
  }

  /**
   * @param {Iterable<string>} keys of names
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<number, boolean>>} the decisions that have one, and whether it is their own
   */
  async names(keys, signal) {
    const found = new Map();
    const one = async (/** @type {string} */ key) => {
      return (await this.block("names", this.contents.holding("names", key), namesOf, signal))?.get(key);
    };
    for (const documents of await Promise.all([...keys].map(one))) {
      for (const [doc, strong] of documents ?? []) found.set(doc, strong || found.get(doc) === true);
    }
    return found;
  }

  /** @param {number} length @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Known[]>} words of a
   * length; where it has none, of one below it */
  async lengths(length, signal) {
    return (await this.block("lengths", this.contents.holding("lengths", length), lengthsOf, signal)) ?? [];
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, import("./decoding.js").Facet>>} */
  facets(signal) {
    return this.file(this.contents.told.facets, facetsOf, signal);
  }

  /** @param {string} facet @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Values>} */
  values(facet, signal) {
    return this.file(this.contents.told.columns[facet], valuesOf(facet, this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").AmountColumn>} */
  amounts(signal) {
    return this.file(this.contents.told.columns.amount, amountsOf(this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").DayColumn>} */
  days(signal) {
    return this.file(this.contents.told.columns.decided, daysOf, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Uint8Array>} how each decision counts, see `sums.js` */
  counting(signal) {
    return this.file(this.contents.told.columns.counts, (counts) => counts, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, [string, number]>>} by decision; {} if none */
  async foreign(signal) {
    const name = this.contents.told.columns.foreign;
    return name ? this.file(name, jsonOf, signal) : {};
  }

  /** @param {"title"|"id"} order @param {AbortSignal} [signal] @returns {Promise<Uint32Array>} ranks */
  ranks(order, signal) {
    return this.file(this.contents.told.orders[order], ranksOf(this.documents), signal);
  }

  /** @param {Iterable<number>} docs @param {AbortSignal} [signal] @returns {Promise<any[][]>} for lists, in that order */
  rows(docs, signal) {
    return this.#picked("rows", docs, signal);
  }

  /** @param {Iterable<number>} docs @param {AbortSignal} [signal] @returns {Promise<any[][]>} for downloads; `tableKeys` */
  table(docs, signal) {
    return this.#picked("table", docs, signal);
  }

  /** @param {string} id @param {AbortSignal} [signal] @returns {Promise<any>} the data of one decision */
  decision(id, signal) {
    return this.json(`../api/v1/decisions/${id}.json`, signal);
  }

  /** @param {"rows"|"table"} family @param {Iterable<number>} docs @param {AbortSignal} [signal] */
  async #picked(family, docs, signal) {
    const wanted = [...docs];
    const { size } = this.contents.told[family];
    const numbers = [...new Set(wanted.map((doc) => Math.floor(doc / size)))];
    const read = await Promise.all(numbers.map((number) => this.block(family, number, jsonOf, signal)));
    const lists = new Map(numbers.map((number, at) => [number, read[at]]));
    return wanted.map((doc) => lists.get(Math.floor(doc / size))[doc % size]);
  }
}
