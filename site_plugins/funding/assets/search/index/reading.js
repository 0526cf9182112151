/** Files of the published index: fetched, inflated, and read number by number. */

/** Why the index cannot answer; the interface words it. */
export class SearchError extends Error {
  /**
   * @param {"network"|"missing"|"changed"|"broken"|"unsupported"} kind `changed`: the site was published anew, and
   *   document numbers from before mean nothing any more
   * @param {string} message for whoever looks in the console
   * @param {unknown} [cause]
   */
  constructor(kind, message, cause) {
    super(message, { cause });
    this.name = "SearchError";
    this.kind = kind;
  }
}

/** Reads the numbers and texts of an index file one after the other. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** @returns {number} an unsigned number, seven bits a byte, the lowest first */
  number() {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let unit = 128; byte >= 128; unit *= 128) {
      byte = bytes[this.at++];
      value += (byte & 127) * unit;
    }
    if (byte === undefined) throw new SearchError("broken", "a file of the index ends too soon");
    return value;
  }

  /** @returns {string} */
  text() {
    return utf8(this.slice(this.number()));
  }

  /** @param {number} length @returns {Uint8Array} a view of the next bytes */
  slice(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  /** @returns {boolean} whether there is more */
  get more() {
    return this.at < this.bytes.length;
  }
}

const decoder = new TextDecoder();

/** @param {Uint8Array} bytes @returns {string} */
export const utf8 = (bytes) => decoder.decode(bytes);

/** Reads texts in order, each written as what it shares with the one before, and the rest. */
export class Alphabet {
  constructor() {
    this.bytes = new Uint8Array(64);
  }

  /** @param {Reader} reader @returns {string} */
  next(reader) {
    const shared = reader.number();
    const rest = reader.slice(reader.number());
    const length = shared + rest.length;
    if (length > this.bytes.length) {
      const longer = new Uint8Array(length * 2);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes.set(rest, shared);
    return utf8(this.bytes.subarray(0, length));
  }
}

/**
 * @param {string} url
 * @param {RequestInit} [options]
 * @returns {Promise<{bytes: Uint8Array, isPart: boolean}>} the file, or a part of it
 * @throws {SearchError} `missing` if there is no such file, `network` if it cannot be had
 */
export async function fetched(url, options) {
  let answer;
  let bytes;
  try {
    answer = await fetch(url, options);
    bytes = answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch (error) {
    if (options?.signal?.aborted) throw error;
    throw new SearchError("network", `${url} cannot be fetched`, error);
  }
  // Many hosts answer with a page of their own, as if it were what was asked for.
  const isPage = bytes && answer.headers.get("content-type")?.startsWith("text/html");
  if (isPage) throw new SearchError("missing", `${url} is answered with a page`);
  if (bytes) return { bytes, isPart: answer.status === 206 };
  const gone = answer.status === 404 || answer.status === 410;
  throw new SearchError(gone ? "missing" : "network", `${url} answers ${answer.status}`);
}

/** @param {Uint8Array} bytes as published @returns {Promise<Uint8Array>} @throws {SearchError} `broken` unless whole */
export async function inflated(bytes) {
  if (typeof DecompressionStream === "undefined") throw new SearchError("unsupported", "this browser cannot inflate");
  try {
    const { readable, writable } = new DecompressionStream("deflate");
    const writer = writable.getWriter();
    const [inflated] = await Promise.all([
      new Response(readable).arrayBuffer(),
      writer.write(/** @type {BufferSource} */ (bytes)),
      writer.close(),
    ]);
    return new Uint8Array(inflated);
  } catch (error) {
    throw new SearchError("broken", "a file of the index cannot be inflated", error);
  }
}
