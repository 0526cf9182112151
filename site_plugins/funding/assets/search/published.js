/** The published index: which files there are, and what stands in them, fetched when it is asked for. */

import { amountsOf, daysOf, facetsOf, jsonOf, lengthsOf, namesOf, ranksOf, valuesOf } from "./decoding.js";
import { Kept, Shared } from "./keeping.js";
import { fetched, SearchError, utf8 } from "./reading.js";
import { byCodePoint, key, lettersOnly, plain, tokens } from "./swedish.js";
import { PlaceFile, TermFile } from "./terms.js";

const VERSION = 1;
const MOST_BYTES = 64_000_000;
const MOST_ANSWERS = 24_000_000;
const DECODED = 3;
const LEAST_STEM = 3;

/** @typedef {(bytes: Uint8Array) => any} Decode */
/** @typedef {import("./terms.js").Entry} Entry */

export class Index {
  /**
   * @param {string} base address of the folder of the index
   * @param {string} text its table of contents
   */
  constructor(base, text) {
    this.base = base;
    /** How many times the site was published anew since the page was opened. */
    this.generation = 0;
    /** @type {Promise<void>|null} */
    this.renewing = null;
    this.#take(text);
  }

  /**
   * @param {string|URL} base address of the folder of the index, with a slash at the end
   * @param {AbortSignal} [signal]
   * @returns {Promise<Index>}
   * @throws {SearchError}
   */
  static async open(base, signal) {
    const url = new URL(base, globalThis.location?.href).href;
    return new Index(url, await contents(url, signal));
  }

  /** @param {string} text */
  #take(text) {
    const told = parsed(text);
    this.contents = text;
    this.told = told;
    /** @type {number} */
    this.documents = told.documents;
    /** @type {string} */
    this.lang = told.lang;
    /** @type {string} the day as of which the site was built, ISO */
    this.asOf = told.as_of;
    /** @type {string} the site's own organisation */
    this.own = told.own;
    /** @type {string[]} what the cells of a row of the table are */
    this.tableKeys = told.table.keys;
    /** @type {string[]} */
    this.stopWords = told.stopwords;
    /** @type {Set<string>} keys of what is no part of a compound */
    this.splitless = new Set(told.splitless.map(key));
    /** @type {string[][][]} groups of entries of words */
    this.synonyms = told.synonyms.map((/** @type {string[]} */ group) => group.map(tokens));
    /** @type {Kept<any>} files as they were decoded */
    this.files = new Kept(MOST_BYTES);
    /** @type {Kept<any>} what words reach, see `matching.js` */
    this.answers = new Kept(MOST_ANSWERS);
    /** @type {Shared<any>} */
    this.going = new Shared();
  }

  /**
   * @param {string} name
   * @param {Decode} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   * @throws {SearchError} `changed` if the site was published anew; the index is then the new one
   */
  async #file(name, decode, signal) {
    const kept = this.files.get(name);
    if (kept) return kept;
    const { files, generation } = this;
    return this.going.wait(name, signal, async (shared) => {
      const bytes = await fetched(this.base + name, { signal: shared }).catch((error) => this.#missed(error, generation));
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
    const text = await contents(this.base);
    if (text === this.contents) return;
    this.#take(text);
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
    const { from } = this.told.terms;
    let after = first + 1;
    while (after < from.length && from[after].startsWith(bare)) after++;
    const range = Array.from({ length: after - first }, (_, at) => this.#termFile(first + at, signal));
    const [files, above] = await Promise.all([Promise.all(range), this.terms(shorter, signal)]);
    const below = files.flatMap((file) => file?.beginning(bare) ?? []);
    return [...above.values(), ...below].filter((entry) => entry !== null);
  }

  /** @param {string} key @returns {number} the file that may have it; -1 if none */
  #chunk(key) {
    return lastNotAfter(this.told.terms.from, key);
  }

  /** @param {number} number @param {AbortSignal} [signal] @returns {Promise<TermFile|undefined>} */
  async #termFile(number, signal) {
    const name = this.told.terms.files[number];
    return name && this.#file(name, (bytes) => new TermFile(bytes), signal);
  }

  /**
   * Where a form stands in its decisions, see `PlaceFile`.
   * @param {string} key
   * @param {number} form its place in the entry
   * @param {AbortSignal} [signal]
   * @returns {Promise<import("./reading.js").Reader>}
   */
  async places(key, form, signal) {
    const number = this.#chunk(key);
    const name = this.told.positions.files[number];
    const [terms, places] = await Promise.all([
      this.#termFile(number, signal),
      this.#file(name, (bytes) => new PlaceFile(bytes), signal),
    ]);
    return places.of(terms?.places.get(key)?.number, form);
  }

  /**
   * @param {Iterable<string>} keys of names
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<number, boolean>>} the decisions that have one, and whether it is their own
   */
  async names(keys, signal) {
    const { from, files } = this.told.names;
    const found = new Map();
    const one = async (/** @type {string} */ key) => {
      const name = files[lastNotAfter(from, key)];
      return name ? (await this.#file(name, namesOf, signal)).get(key) : null;
    };
    for (const documents of await Promise.all([...keys].map(one))) {
      for (const [doc, strong] of documents ?? []) found.set(doc, strong || found.get(doc) === true);
    }
    return found;
  }

  /** @param {number} length @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Known[]>} words of a length */
  async lengths(length, signal) {
    const name = this.told.lengths[length];
    return name ? this.#file(name, lengthsOf, signal) : [];
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, import("./decoding.js").Facet>>} */
  facets(signal) {
    return this.#file(this.told.facets, facetsOf, signal);
  }

  /** @param {string} facet @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").Values>} */
  values(facet, signal) {
    return this.#file(this.told.columns[facet], valuesOf(facet, this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").AmountColumn>} */
  amounts(signal) {
    return this.#file(this.told.columns.amount, amountsOf(this.documents), signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<import("./decoding.js").DayColumn>} */
  days(signal) {
    return this.#file(this.told.columns.decided, daysOf, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Uint8Array>} how each decision counts, see `sums.js` */
  counting(signal) {
    return this.#file(this.told.columns.counts, (bytes) => bytes, signal);
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Object<string, [string, number]>>} by decision; {} if none */
  async foreign(signal) {
    const name = this.told.columns.foreign;
    return name ? this.#file(name, jsonOf, signal) : {};
  }

  /** @param {"title"|"id"} order @param {AbortSignal} [signal] @returns {Promise<Uint32Array>} ranks */
  ranks(order, signal) {
    return this.#file(this.told.orders[order], ranksOf(this.documents), signal);
  }

  /** @param {Iterable<number>} docs @param {AbortSignal} [signal] @returns {Promise<any[][]>} for lists, in that order */
  rows(docs, signal) {
    return this.#picked(this.told.rows, docs, signal);
  }

  /** @param {Iterable<number>} docs @param {AbortSignal} [signal] @returns {Promise<any[][]>} for downloads; `tableKeys` */
  table(docs, signal) {
    return this.#picked(this.told.table, docs, signal);
  }

  /** @param {string} id @param {AbortSignal} [signal] @returns {Promise<any>} the data of one decision */
  decision(id, signal) {
    return this.#file(`../api/v1/decisions/${id}.json`, jsonOf, signal);
  }

  /** @param {{size: number, files: string[]}} cut @param {Iterable<number>} docs @param {AbortSignal} [signal] */
  async #picked({ size, files }, docs, signal) {
    const wanted = [...docs];
    const numbers = [...new Set(wanted.map((doc) => Math.floor(doc / size)))];
    const read = await Promise.all(numbers.map((number) => this.#file(files[number], jsonOf, signal)));
    const lists = new Map(numbers.map((number, at) => [number, read[at]]));
    return wanted.map((doc) => lists.get(Math.floor(doc / size))[doc % size]);
  }
}

/** @param {string[]} from in order of code points @param {string} key @returns {number} the last that is not after it */
function lastNotAfter(from, key) {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodePoint(from[middle], key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param {string} base @param {AbortSignal} [signal] @returns {Promise<string>} */
const contents = async (base, signal) => utf8(await fetched(`${base}index.json`, { cache: "no-cache", signal }));

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
