/** What another choice would be: the state after it, and its address. */

import { emptyState, toParams } from "../query/state.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {"include"|"exclude"} Side */

/** @param {State} state @returns {string} its address, from the page itself */
export function addressOf(state) {
  const params = toParams(state).toString();
  return params ? `?${params}` : "./";
}

/** @param {State} state @returns {boolean} whether it is the page as it stands without any choice */
export const untouched = (state) => toParams(state).size === 0;

/** @param {State} state @param {string} facet @param {string} key @param {Side} side @returns {boolean} */
export const has = (state, facet, key, side) => state[side][facet]?.includes(key) ?? false;

/**
 * A value chosen, or no longer; it is never both chosen and excluded.
 * @param {State} state
 * @param {string} facet
 * @param {string} key
 * @param {Side} side
 * @returns {State}
 */
export function toggled(state, facet, key, side) {
  const without = { ...state, include: less(state.include, facet, key), exclude: less(state.exclude, facet, key) };
  if (has(state, facet, key, side)) return without;
  return { ...without, [side]: { ...without[side], [facet]: [...(without[side][facet] ?? []), key] } };
}

/** @param {Object<string, string[]>} chosen @param {string} facet @param {string} key @returns {Object<string, string[]>} */
function less(chosen, facet, key) {
  const { [facet]: values = [], ...others } = chosen;
  const left = values.filter((value) => value !== key);
  return left.length ? { ...others, [facet]: left } : others;
}

/** @param {State} state @returns {State} nothing chosen, seen as before */
export const cleared = (state) => ({ ...emptyState(), view: state.view });

/** @param {State} state @returns {number} how many filters are chosen */
export function chosenCount(state) {
  const values = [...Object.values(state.include), ...Object.values(state.exclude)].flat().length;
  return values + (state.amount ? 1 : 0) + (state.decided ? 1 : 0);
}
