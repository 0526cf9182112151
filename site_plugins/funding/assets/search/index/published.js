/** The published index: what stands in its files, fetched when it is asked for. */

import { Contents } from "./contents.js";
import { amountsOf, countsOf, daysOf, facetsOf, jsonOf, lengthsOf, namesOf, ranksOf, valuesOf } from "./decoding.js";
import { Kept, Shared } from "./keeping.js";
import { fetched, SearchError } from "./reading.js";
import { lettersOnly, plain } from "../query/swedish.js";
import { PlaceFile, TermFile } from "./terms.js";

const MOST_BYTES = 64_000_000;
const MOST_ANSWERS = 24_000_000;
/** How many times more bytes what is read out of a file takes than the file. */
const DECODED = 3;
const LEAST_STEM = 3;
/** The last letter of all: what a text begins with stands before the text and this. */
const LAST = "\u{10ffff}";

/** @typedef {import("./terms.js").Entry} Entry */

export class Index {
  /** How many decisions there are. */
  documents = 0;
  /** The language of the site. */
  lang = "";
  /** The day as of which the site was built, ISO. */
  asOf = "";
  /** What the cells of a row of the table are. @type {string[]} */
  tableKeys = [];

  /** @param {string} base address of the folder of the index @param {Contents} contents */
  constructor(base, contents) {
    this.base = base;
    /** How many times the site was published anew since the page was opened. */
    this.generation = 0;
    /** @type {Promise<void>|null} */
    this.renewing = null;
    this.#take(contents);
  }

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

  /** @param {Contents} contents */
  #take(contents) {
    this.contents = contents;
    const { documents, lang, asOf, tableKeys } = contents;
    Object.assign(this, { documents, lang, asOf, tableKeys });
    /** @type {Kept<any>} files as they were decoded */
    this.files = new Kept(MOST_BYTES);
    /** @type {Kept<any>} what words reach, see `matching.js` */
    this.answers = new Kept(MOST_ANSWERS);
    /** @type {Shared<any>} */
    this.going = new Shared();
  }

  /**
   * @param {string} name
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   * @throws {SearchError} `changed` if the site was published anew; the index is then the new one
   */
  async #file(name, decode, signal) {
    const { files, generation } = this;
    const kept = files.get(name);
    if (kept) return kept;
    return this.going.wait(name, signal, async (shared) => {
      const bytes = await fetched(this.base + name, { signal: shared }).catch((error) => this.#missed(error, generation));
      if (!bytes.length && this.documents) throw new SearchError("broken", `${name} is empty`);
      const value = decode(bytes);
      files.set(name, value, bytes.length * DECODED);
      return value;
    });
  }

  /** @param {unknown} error @param {number} generation @returns {Promise<never>} */
  async #missed(error, generation) {
    if (!(error instanceof SearchError) || error.kind !== "missing") throw error;
    if (this.generation === generation) {
      this.renewing ??= this.#renew().finally(() => (this.renewing = null));
      await this.renewing;
    }
    if (this.generation === generation) throw error;
    throw new SearchError("changed", "the site was published anew", error);
  }

  async #renew() {
    const contents = await Contents.fetch(this.base);
    if (contents.text === this.contents.text) return;
    this.#take(contents);
    this.generation++;
  }

  /**
   * @param {Iterable<string>} keys
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<string, Entry|null>>}
   */
  async terms(keys, signal) {
    const wanted = [...new Set(keys)];
    const found = await Promise.all(wanted.map(async (key) => (await this.#termFile(this.#chunk(key), signal))?.entry(key)));
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
    const range = Array.from({ length: last - first + 1 }, (_, at) => this.#termFile(first + at, signal));
    const [files, above] = await Promise.all([Promise.all(range), this.terms(shorter, signal)]);
    const below = files.flatMap((file) => file?.beginning(bare) ?? []);
    return [...above.values(), ...below].filter((entry) => entry !== null);
  }

  /** @param {string} key @returns {number} the file of terms that may have it; -1 if none */
  #chunk(key) {
    return this.contents.holding("terms", key);
  }

  /** @param {number} number @param {AbortSignal} [signal] @returns {Promise<TermFile|undefined>} */
  async #termFile(number, signal) {
    const name = this.contents.file("terms", number);
    return name ? this.#file(name, (bytes) => new TermFile(bytes), signal) : undefined;
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
    const { per } = this.contents.told.positions;
    const name = /** @type {string} */ (this.contents.file("positions", Math.floor(number / per)));
    const [terms, places] = await Promise.all([
      this.#termFile(number, signal),
      this.#file(name, (bytes) => new PlaceFile(bytes), signal),
    ]);
    return places.of(number % per, terms?.places.get(key)?.number, form);
  }

  /**
   * @param {Iterable<string>} keys of names
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<number, boolean>>} the decisions that have one, and whether it is their own
   */
  async names(keys, signal) {
    const found = new Map();
    const one = async (/** @type {string} */ key) => {
      const name = this.contents.file("names", this.contents.holding("names", key));
      return name ? (await this.#file(name, namesOf, signal)).get(key) : null;
    };
    for (const documents of await Promise.all([...keys].map(one))) {
      for (const [doc, strong] of documents ?? []) found.set(doc, strong || found.get(doc) === true);
    }
    return found;
  }

  /** @param {number} length @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Known[]>} words of a
   * length, and of some others */
  async lengths(length, signal) {
    const name = this.contents.file("lengths", this.contents.holding("lengths", length));
    return name ? this.#file(name, lengthsOf, signal) : [];
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, import("./decoding.js").Facet>>} */
  facets(signal) {
    return this.#file(this.contents.told.facets, facetsOf, signal);
  }

  /** @param {string} facet @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Values>} */
  values(facet, signal) {
    return this.#file(this.contents.told.columns[facet], valuesOf(facet, this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").AmountColumn>} */
  amounts(signal) {
    return this.#file(this.contents.told.columns.amount, amountsOf(this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").DayColumn>} */
  days(signal) {
    return this.#file(this.contents.told.columns.decided, daysOf, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Uint8Array>} how each decision counts, see `sums.js` */
  counting(signal) {
    return this.#file(this.contents.told.columns.counts, countsOf(this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, [string, number]>>} by decision; {} if none */
  async foreign(signal) {
    const name = this.contents.told.columns.foreign;
    return name ? this.#file(name, jsonOf, signal) : {};
  }

  /** @param {"title"|"id"} order @param {AbortSignal} [signal] @returns {Promise<Uint32Array>} ranks */
  ranks(order, signal) {
    return this.#file(this.contents.told.orders[order], ranksOf(this.documents), signal);
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
    return this.#file(`../api/v1/decisions/${id}.json`, jsonOf, signal);
  }

  /** @param {"rows"|"table"} family @param {Iterable<number>} docs @param {AbortSignal} [signal] */
  async #picked(family, docs, signal) {
    const wanted = [...docs];
    const { size } = this.contents.told[family];
    const numbers = [...new Set(wanted.map((doc) => Math.floor(doc / size)))];
    const name = (/** @type {number} */ number) => /** @type {string} */ (this.contents.file(family, number));
    const read = await Promise.all(numbers.map((number) => this.#file(name(number), jsonOf, signal)));
    const lists = new Map(numbers.map((number, at) => [number, read[at]]));
    return wanted.map((doc) => lists.get(Math.floor(doc / size))[doc % size]);
  }
}
