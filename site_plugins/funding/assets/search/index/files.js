/** The files of the index: fetched when they are asked for, whole or in part, and kept until the site is published anew. */

import { Contents, stretches } from "./contents.js";
import { jsonOf } from "./decoding.js";
import { Kept, Shared } from "./keeping.js";
import { fetched, inflated, SearchError } from "./reading.js";

const MOST_BYTES = 64_000_000;
/** How many times more bytes what is read out of a file takes than the file. */
const DECODED = 3;

/** The files of one published index; of the next one, where the site is published anew meanwhile. */
export class Files {
  /** @param {string} base address of the folder of the index @param {Contents} contents */
  constructor(base, contents) {
    this.base = base;
    /** How many times the site was published anew since the page was opened. */
    this.generation = 0;
    /** @type {Promise<void>|null} */
    this.renewing = null;
    /** Whether the host sends parts of files; until that is known, of each file one is asked for. @type {boolean|undefined} */
    this.sendsParts = undefined;
    this.#take(contents);
  }

  /** @param {Contents} contents */
  #take(contents) {
    this.contents = contents;
    /** @type {Kept<any>} files and blocks as they were decoded, and of families also bytes as they were sent */
    this.kept = new Kept(MOST_BYTES);
    /** @type {Shared<any>} */
    this.going = new Shared();
  }

  /**
   * @param {string} name of a file that is no family's
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   * @throws {SearchError} `changed` if the site was published anew; the index is then the new one
   */
  file(name, decode, signal) {
    return this.#decoded(name, decode, signal, async (shared) => {
      return inflated((await this.#fetched(name, { signal: shared })).bytes);
    });
  }

  /** @param {string} name @param {AbortSignal} [signal] @returns {Promise<any>} of a file that is not packed, in JSON */
  json(name, signal) {
    return this.#decoded(name, jsonOf, signal, async (shared) => (await this.#fetched(name, { signal: shared })).bytes);
  }

  /**
   * Blocks of a family; those that lie side by side in a file are asked for together.
   * @param {string} family
   * @param {Iterable<number>} numbers
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal} [signal]
   * @returns {Promise<Map<number, any>>} those that there are, in order
   * @throws {SearchError} as `file`
   */
  async blocks(family, numbers, decode, signal) {
    const blocks = this.contents.blocks(family, numbers);
    const around = stretches(blocks.filter(({ key }) => !this.kept.get(key) && !this.going.has(key)));
    const one = async (/** @type {import("./contents.js").Block} */ block) => {
      const value = await this.#decoded(block.key, decode, signal, async (shared) => {
        const stretch = around.get(block) ?? block;
        const bytes = await this.#stretch(stretch, shared);
        return inflated(bytes.subarray(block.from - stretch.from, block.to - stretch.from));
      });
      return /** @type {[number, any]} */ ([block.number, value]);
    };
    return new Map(await Promise.all(blocks.map(one)));
  }

  /**
   * @param {string} key
   * @param {(bytes: Uint8Array) => any} decode
   * @param {AbortSignal|undefined} signal
   * @param {(shared: AbortSignal) => Promise<Uint8Array>} fetching
   * @returns {Promise<any>}
   */
  async #decoded(key, decode, signal, fetching) {
    const { kept } = this;
    return kept.get(key) ?? this.going.wait(key, signal, async (shared) => {
      const bytes = await fetching(shared);
      const value = decode(bytes);
      kept.set(key, value, bytes.length * DECODED);
      return value;
    });
  }

  /**
   * The bytes of a stretch; out of the whole file, where the host does not send just them.
   * @param {import("./contents.js").Stretch} stretch
   * @param {AbortSignal} signal
   * @returns {Promise<Uint8Array>}
   */
  async #stretch({ name, from, to, length }, signal) {
    const { kept, going } = this;
    const key = `${name} ${from}-${to}`;
    const ask = (/** @type {AbortSignal} */ shared) => this.#part(key, name, from, to, shared);
    if (to - from < length) {
      if (this.sendsParts === undefined) await going.wait(`${name} first`, signal, ask);
      if (this.sendsParts) await going.wait(key, signal, ask);
    }
    return kept.get(key) ?? (await this.#whole(name, signal)).subarray(from, to);
  }

  /** @param {string} key @param {string} name @param {number} from @param {number} to @param {AbortSignal} signal */
  async #part(key, name, from, to, signal) {
    const { kept } = this;
    if (kept.get(key) || kept.get(name)) return;
    try {
      const { bytes, isPart } = await this.#fetched(name, { signal, headers: { Range: `bytes=${from}-${to - 1}` } });
      if (!isPart) kept.set(name, bytes, bytes.length);
      else if (bytes.length === to - from) kept.set(key, bytes, bytes.length);
    } catch (error) {
      if (!(error instanceof SearchError) || error.kind !== "network") throw error;
    }
    if (kept.get(key)) this.sendsParts ??= true;
    else this.sendsParts = false;
  }

  /** @param {string} name of a family's file @param {AbortSignal} signal @returns {Promise<Uint8Array>} */
  async #whole(name, signal) {
    const { kept } = this;
    return kept.get(name) ?? this.going.wait(name, signal, async (shared) => {
      const { bytes } = await this.#fetched(name, { signal: shared });
      kept.set(name, bytes, bytes.length);
      return bytes;
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
