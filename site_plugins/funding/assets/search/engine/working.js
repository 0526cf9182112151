/** What was worked out of an index, kept for the next keystroke and until the site is published anew. */

import { Kept, Shared } from "../index/keeping.js";

const MOST_BYTES = 24_000_000;

/**
 * @typedef {{answers: Kept<any>, going: Shared<any>}} Working what words and states reach; and what several wait for
 * @type {WeakMap<import("../index/contents.js").Contents, Working>}
 */
const known = new WeakMap();

/** @param {import("../index/published.js").Index} index @returns {Working} */
export function workedOut({ contents }) {
  const found = known.get(contents) ?? { answers: new Kept(MOST_BYTES), going: new Shared() };
  known.set(contents, found);
  return found;
}
