/** The files of the index: fetched when they are asked for, whole or in part, and kept until the site is published anew. */

import { Contents } from "./contents.js";
import { jsonOf } from "./decoding.js";
import { Kept, Shared } from "./keeping.js";
import { fetched, inflated, SearchError } from "./reading.js";

const MOST_BYTES = 64_000_000;
const MOST_ANSWERS = 24_000_000;
/** How many times more bytes what is read out of a file takes than the file. */
const DECODED = 3;

/** The files of one published index; of the next one, where the site is published anew meanwhile. */
export class Files {
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
  file(name, decode, signal) {
    return this.#decoded(name, decode, signal, async (shared) => inflated((await this.#fetched(name, { signal: shared })).bytes));
  }

  /** @param {string} name @param {AbortSignal} [signal] @returns {Promise<any>} what is published as it is, in JSON */
  json(name, signal) {
    return this.#decoded(name, jsonOf, signal, async (shared) => (await this.#fetched(name, { signal: shared })).bytes);
  }

  /**
   * A block of a family; of a host that sends no parts of files, out of the whole file, which is then kept.
   * @param {string} family
   * @param {number} number
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>} undefined if there is no such block
   * @throws {SearchError} as `file`
   */
  async block(family, number, decode, signal) {
    const block = this.contents.block(family, number);
    if (!block) return undefined;
    const { name, from, to, whole } = block;
    if (whole) return this.file(name, decode, signal);
    return this.#decoded(`${name} ${from}`, decode, signal, async (shared) => {
      const { files } = this;
      const kept = files.get(name);
      if (kept) return inflated(kept.subarray(from, to));
      const { bytes, part } = await this.#fetched(name, { signal: shared, headers: { Range: `bytes=${from}-${to - 1}` } });
      if (part) return inflated(bytes);
      files.set(name, bytes, bytes.length);
      return inflated(bytes.subarray(from, to));
    });
  }

  /**
   * @param {string} name
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal|undefined} signal
   * @param {(shared: AbortSignal) => Promise<Uint8Array>} fetching
   * @returns {Promise<any>}
   */
  async #decoded(name, decode, signal, fetching) {
    const { files } = this;
    const kept = files.get(name);
    if (kept) return kept;
    return this.going.wait(name, signal, async (shared) => {
      const bytes = await fetching(shared);
      const value = decode(bytes);
      files.set(name, value, bytes.length * DECODED);
      return value;
    });
  }

  /** @param {string} name @param {RequestInit} options */
  #fetched(name, options) {
    const { generation } = this;
    return fetched(this.base + name, options).catch((error) => this.#missed(error, generation));
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
}
