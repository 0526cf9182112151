/** What a reader asks for, and its form as an address: the same state gives the same address, and back. */

import { amounts, amountsText, days, daysText } from "./ranges.js";

/**
 * `sort` is "" for the order that is usual, see `order`. `ignored` holds what the address said that cannot be read.
 * @typedef {{q: string, exact: boolean, include: Object<string, string[]>, exclude: Object<string, string[]>,
 *   amount: import("./ranges.js").Amounts|null, decided: import("./ranges.js").Days|null, sort: string,
 *   view: "table"|"cards", ignored: [string, string][]}} State
 */

/** The parameters that choose among values, in the order of an address. */
export const FACETS = Object.freeze([
  "status", "kind", "year", "body", "funder", "source", "recipient", "municipality", "theme", "condition",
  "condition_state",
]);
export const SORTS = Object.freeze(["relevance", "amount", "-amount", "decided", "-decided", "title"]);
/** The value of a facet that a document says nothing of. */
export const NONE = "none";

/** @returns {State} what is asked for when nothing is */
export function emptyState() {
  return {
    q: "", exact: false, include: {}, exclude: {}, amount: null, decided: null, sort: "", view: "table", ignored: [],
  };
}

/** @param {State} state @returns {string} the order in force */
export const order = (state) => state.sort || (state.q ? "relevance" : "-decided");

/** @param {State} state @returns {boolean} whether anything but words is asked for */
export function isFiltered({ include, exclude, amount, decided }) {
  return [include, exclude].some((side) => Object.keys(side).length > 0) || amount !== null || decided !== null;
}

/** @param {URLSearchParams} params @returns {State} */
export function fromParams(params) {
  const state = emptyState();
  state.q = (params.get("q") ?? "").trim();
  state.exact = params.get("exact") === "1";
  state.view = params.get("view") === "cards" ? "cards" : "table";
  for (const facet of FACETS) readFacet(state, facet, params.getAll(facet));
  state.amount = readRange(state, "amount", params, amounts);
  state.decided = readRange(state, "decided", params, days);
  const sort = params.get("sort") ?? "";
  if (SORTS.includes(sort)) state.sort = sort === order(state) ? "" : sort;
  else if (sort) state.ignored.push(["sort", sort]);
  return state;
}

/** @param {State} state @param {string} facet @param {string[]} values */
function readFacet(state, facet, values) {
  const included = values.filter((value) => value && !value.startsWith("-"));
  const excluded = values.filter((value) => value.startsWith("-") && value !== "-").map((value) => value.slice(1));
  if (included.length) state.include[facet] = [...new Set(included)];
  if (excluded.length) state.exclude[facet] = [...new Set(excluded)];
}

/**
 * @template T
 * @param {State} state
 * @param {"amount"|"decided"} param
 * @param {URLSearchParams} params
 * @param {(text: string) => T|null} read
 * @returns {T|null}
 */
function readRange(state, param, params, read) {
  const text = (params.get(param) ?? "").trim();
  if (["", "-", ".."].includes(text)) return null;
  const range = read(text);
  if (!range) state.ignored.push([param, text]);
  return range;
}

/** @param {State} state @returns {URLSearchParams} only what is not usual, in a fixed order */
export function toParams(state) {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  for (const facet of FACETS) {
    for (const value of state.include[facet] ?? []) params.append(facet, value);
    for (const value of state.exclude[facet] ?? []) params.append(facet, `-${value}`);
  }
  if (state.amount) params.set("amount", amountsText(state.amount));
  if (state.decided) params.set("decided", daysText(state.decided));
  if (state.sort && state.sort !== order({ ...state, sort: "" })) params.set("sort", state.sort);
  if (state.view === "cards") params.set("view", "cards");
  if (state.exact) params.set("exact", "1");
  return params;
}
