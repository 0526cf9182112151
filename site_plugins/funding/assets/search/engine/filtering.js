/** Which decisions meet the conditions on fields. */

import { bounds } from "../query/ranges.js";
import { FACETS, NONE } from "../query/state.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {import("./interpreting.js").Condition} Condition
 * @typedef {{params: string[], fails: Uint8Array, by: Uint8Array}} Filtered per decision how many parameters it fails,
 *   and the place in `params` of the last of them
 */

/** @param {Index} index @param {import("../query/state.js").State} state @param {AbortSignal} [signal] @returns {Promise<Condition[]>} */
export async function conditionsOf(index, state, signal) {
  const chosen = FACETS.filter((facet) => state.include[facet]?.length || state.exclude[facet]?.length);
  const facets = chosen.length ? await index.facets(signal) : {};
  const conditions = [];
  for (const param of chosen) {
    const { places } = facets[param];
    const known = (/** @type {string[]} */ values) =>
      values.map((value) => (value === NONE ? -1 : places.get(value))).filter((place) => place !== undefined);
    if (state.include[param]?.length) conditions.push({ param, minus: false, places: known(state.include[param]) });
    if (state.exclude[param]?.length) conditions.push({ param, minus: true, places: known(state.exclude[param]) });
  }
  if (state.amount) conditions.push({ param: "amount", minus: false, range: state.amount });
  if (state.decided) conditions.push({ param: "decided", minus: false, range: state.decided });
  return conditions;
}

/** @param {Index} index @param {Condition[]} conditions @param {AbortSignal} [signal] @returns {Promise<Filtered>} */
export async function filter(index, conditions, signal) {
  const params = [...new Set(conditions.map(({ param }) => param))];
  const holding = await Promise.all(conditions.map((condition) => holds(index, condition, signal)));
  const fails = new Uint8Array(index.documents);
  const by = new Uint8Array(index.documents);
  for (const [place, param] of params.entries()) {
    const own = holding.filter((_, at) => conditions[at].param === param);
    for (let doc = 0; doc < fails.length; doc++) {
      if (own.every((hold) => hold[doc])) continue;
      fails[doc]++;
      by[doc] = place;
    }
  }
  return { params, fails, by };
}

/**
 * @param {Index} index
 * @param {Condition} condition
 * @param {AbortSignal} [signal]
 * @returns {Promise<Uint8Array>} 1 for each decision that meets it
 */
export async function holds(index, { param, minus, places, range }, signal) {
  const meets = new Uint8Array(index.documents);
  if (param === "amount") withAmount(await index.amounts(signal), range, meets);
  else if (param === "decided") withDays(await index.days(signal), range, meets);
  else withValue(await index.values(param, signal), places ?? [], meets);
  if (minus) for (let doc = 0; doc < meets.length; doc++) meets[doc] ^= 1;
  return meets;
}

/** @param {import("../index/decoding.js").Values} column @param {number[]} places @param {Uint8Array} meets */
function withValue({ starts, values }, places, meets) {
  const wanted = new Set(places);
  const takesNone = wanted.has(-1);
  for (let doc = 0; doc < meets.length; doc++) {
    let [at, end] = [starts[doc], starts[doc + 1]];
    if (at === end && takesNone) meets[doc] = 1;
    for (; at < end && !meets[doc]; at++) if (wanted.has(values[at])) meets[doc] = 1;
  }
}

/** @param {import("../index/decoding.js").AmountColumn} column @param {import("../query/ranges.js").Amounts} range @param {Uint8Array} meets */
function withAmount({ distinct, of }, [from, to], meets) {
  const first = distinct.findIndex((amount) => amount >= (from ?? 0));
  const after = to === null ? -1 : distinct.findIndex((amount) => amount > to);
  const end = after < 0 ? distinct.length : after;
  if (first < 0) return;
  for (let doc = 0; doc < meets.length; doc++) if (of[doc] > first && of[doc] <= end) meets[doc] = 1;
}

/** @param {import("../index/decoding.js").DayColumn} column @param {import("../query/ranges.js").Days} range @param {Uint8Array} meets */
function withDays({ first, last }, range, meets) {
  const [from, to] = bounds(range);
  for (let doc = 0; doc < first.length; doc++) if (last[doc] >= from && first[doc] <= to) meets[doc] = 1;
}
