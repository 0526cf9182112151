/** The published index: what stands in its files. */

import { Contents } from "./contents.js";
import { amountsOf, daysOf, facetsOf, jsonOf, lengthsOf, namesOf, ranksOf, valuesOf } from "./decoding.js";
import { Files } from "./files.js";
import { lettersOnly, plain } from "../query/swedish.js";
import { PlaceBlock, TermBlock } from "./terms.js";

const LEAST_STEM = 3;
/** The last letter of all: what a text begins with stands before the text and this. */
const LAST = "\u{10ffff}";

/** @typedef {import("./terms.js").Entry} Entry */

export class Index {
  /** @param {Files} files */
  constructor(files) {
    this.files = files;
  }

  /**
   * @param {string|URL} base address of the folder of the index, with a slash at the end
   * @param {AbortSignal} [signal]
   * @returns {Promise<Index>}
   * @throws {SearchError}
   */
  static async open(base, signal) {
    const url = new URL(base, globalThis.location?.href).href;
    return new Index(new Files(url, await Contents.fetch(url, signal)));
  }

  /** @returns {Contents} of the site as it is published now */
  get contents() {
    return this.files.contents;
  }

  /** @returns {number} how many times the site was published anew since the page was opened */
  get generation() {
    return this.files.generation;
  }

  /** @returns {number} how many decisions there are */
  get documents() {
    return this.contents.documents;
  }

  /** @returns {string} the language of the site */
  get lang() {
    return this.contents.lang;
  }

  /** @returns {string} the day as of which the site was built, ISO */
  get asOf() {
    return this.contents.asOf;
  }

  /** @returns {string[]} what the cells of a row of the table are */
  get tableKeys() {
    return this.contents.tableKeys;
  }

  /**
   * @param {Iterable<string>} keys
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<string, Entry|null>>}
   */
  async terms(keys, signal) {
    const wanted = [...new Set(keys)];
    const blocks = await this.#terms(wanted.map((key) => this.#holding(key)), signal);
    return new Map(wanted.map((key) => [key, blocks.get(this.#holding(key))?.entry(key) ?? null]));
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
    const first = Math.max(this.#holding(bare), 0);
    const range = Array.from({ length: this.#holding(bare + LAST) - first + 1 }, (_, at) => first + at);
    const [blocks, above] = await Promise.all([this.#terms(range, signal), this.terms(shorter, signal)]);
    const below = [...blocks.values()].flatMap((block) => block.beginning(bare));
    return [...above.values(), ...below].filter((entry) => entry !== null);
  }

  /** @param {string} key @returns {number} the block of terms that may have it; -1 if none */
  #holding(key) {
    return this.contents.holding("terms", key);
  }

  /** @param {number[]} numbers @param {AbortSignal} [signal] @returns {Promise<Map<number, TermBlock>>} */
  #terms(numbers, signal) {
    return this.files.blocks("terms", numbers, (bytes) => new TermBlock(bytes), signal);
  }

  /**
   * Where a form stands in its decisions, see `PlaceBlock`.
   * @param {string} key of an entry
   * @param {number} form its place in the entry
   * @param {AbortSignal} [signal]
   * @returns {Promise<import("./reading.js").Reader>}
   */
  async places(key, form, signal) {
    const number = this.#holding(key);
    const [terms, places] = await Promise.all([
      this.#terms([number], signal),
      this.files.blocks("positions", [number], (bytes) => new PlaceBlock(bytes), signal),
    ]);
    return places.get(number).of(terms.get(number)?.places.get(key)?.number, form);
  }

  /**
   * @param {Iterable<string>} keys of names
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<number, boolean>>} the decisions that have one, and whether it is their own
   */
  async names(keys, signal) {
    const wanted = [...keys];
    const holding = (/** @type {string} */ key) => this.contents.holding("names", key);
    const blocks = await this.files.blocks("names", wanted.map(holding), namesOf, signal);
    const found = new Map();
    for (const key of wanted) {
      for (const [doc, strong] of blocks.get(holding(key))?.get(key) ?? []) found.set(doc, strong || found.get(doc) === true);
    }
    return found;
  }

  /** @param {number[]} lengths @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Known[]>} words of
   * these lengths; where one has none, of one below it */
  async lengths(lengths, signal) {
    const numbers = lengths.map((length) => this.contents.holding("lengths", length));
    return [...(await this.files.blocks("lengths", numbers, lengthsOf, signal)).values()].flat();
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, import("./decoding.js").Facet>>} */
  facets(signal) {
    return this.files.file(this.contents.told.facets, facetsOf, signal);
  }

  /** @param {string} facet @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Values>} */
  values(facet, signal) {
    return this.files.file(this.contents.told.columns[facet], valuesOf(facet, this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").AmountColumn>} */
  amounts(signal) {
    return this.files.file(this.contents.told.columns.amount, amountsOf(this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").DayColumn>} */
  days(signal) {
    return this.files.file(this.contents.told.columns.decided, daysOf, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Uint8Array>} how each decision counts, see `sums.js` */
  counting(signal) {
    return this.files.file(this.contents.told.columns.counts, (counts) => counts, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, [string, number]>>} by decision; {} if none */
  async foreign(signal) {
    const name = this.contents.told.columns.foreign;
    return name ? this.files.file(name, jsonOf, signal) : {};
  }

  /** @param {"title"|"id"} order @param {AbortSignal} [signal] @returns {Promise<Uint32Array>} ranks */
  ranks(order, signal) {
    return this.files.file(this.contents.told.orders[order], ranksOf(this.documents), signal);
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
    return this.files.json(`../api/v1/decisions/${id}.json`, signal);
  }

  /** @param {"rows"|"table"} family @param {Iterable<number>} docs @param {AbortSignal} [signal] */
  async #picked(family, docs, signal) {
    const wanted = [...docs];
    const { size } = this.contents.told[family];
    const holding = (/** @type {number} */ doc) => Math.floor(doc / size);
    const lists = await this.files.blocks(family, wanted.map(holding), jsonOf, signal);
    return wanted.map((doc) => lists.get(holding(doc))[doc % size]);
  }
}
