/** How a selection is spread: over the values of facets, over amounts and years, and its money over both. */

import { prepare, selected, steadily, unchanged } from "./selecting.js";
import { dayText } from "../query/ranges.js";
import { FACETS, NONE } from "../query/state.js";
import { APPROXIMATE, COUNTS, HOW } from "./sums.js";

/**
 * @typedef {import("../index/published.js").Index} Index
 * @typedef {import("../query/state.js").State} State
 * @typedef {{from: number|string, to: number|string, count: number}} Bar both ends within, as a range has them
 * @typedef {{key: string, label: string, sum: number, count: number, withoutAmount: number, approximate: boolean}} Share
 */

const MOST_MONTHS = 24;
const DAYS_A_MONTH = 30.5;

/**
 * How many decisions have each value of each facet, among those that satisfy the query and all other parameters.
 * @param {Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Object<string, Map<string, number>>>} by facet and value; values that none has are left out
 */
export function counts(index, state, signal) {
  return steadily(index, signal, async () => {
    const [prepared, facets, columns] = await Promise.all([
      prepare(index, state, signal),
      index.facets(signal),
      Promise.all(FACETS.map((facet) => index.values(facet, signal))),
    ]);
    const entries = FACETS.map((facet, at) => {
      const found = tallied(columns[at], facets[facet].keys.length, but(prepared, facet));
      const keys = [...facets[facet].keys, NONE];
      return [facet, new Map(keys.map((key, place) => [key, found[place]]).filter(([, count]) => count))];
    });
    return Object.fromEntries(entries);
  });
}

/**
 * @param {import("./selecting.js").Prepared} prepared
 * @param {string} param
 * @returns {Uint32Array} what would be in the selection without this parameter
 */
function but({ hits, filtered: { params, fails, by } }, param) {
  const own = params.indexOf(param);
  const docs = new Uint32Array(hits.length);
  let count = 0;
  for (let doc = 0; doc < hits.length; doc++) {
    if (hits[doc] && (!fails[doc] || (fails[doc] === 1 && by[doc] === own))) docs[count++] = doc;
  }
  return docs.subarray(0, count);
}

/** @param {import("../index/decoding.js").Values} column @param {number} size @param {Uint32Array} docs @returns {Uint32Array}
 * how often each value stands; the last is "not stated" */
function tallied({ starts, values }, size, docs) {
  const found = new Uint32Array(size + 1);
  for (const doc of docs) {
    const end = starts[doc + 1];
    if (starts[doc] === end) found[size]++;
    for (let at = starts[doc]; at < end; at++) found[values[at]]++;
  }
  return found;
}

/**
 * @param {Index} index
 * @param {State} state
 * @param {"amount"|"decided"} param whose own range does not count
 * @param {AbortSignal} [signal]
 * @returns {Promise<Bar[]>} amounts in steps of 1, 2, 5, 10 ...; days by year, or by month if there are few
 */
export function histogram(index, state, param, signal) {
  return steadily(index, signal, async () => {
    const docs = but(await prepare(index, state, signal), param);
    if (param === "amount") {
      const { distinct, of } = await index.amounts(signal);
      return bars(Array.from(docs.filter((doc) => of[doc]), (doc) => distinct[of[doc] - 1]), moneySteps);
    }
    const { first } = await index.days(signal);
    const days = Array.from(docs.filter((doc) => doc < first.length), (doc) => first[doc]);
    return bars(days, daySteps).map(({ from, to, count }) => ({ from: dayText(from), to: dayText(to), count }));
  });
}

/**
 * @param {number[]} values
 * @param {(least: number, most: number) => number[]} steps where bars begin, the last where the last one ends
 * @returns {{from: number, to: number, count: number}[]}
 */
function bars(values, steps) {
  if (!values.length) return [];
  const [least, most] = values.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, 0]);
  const begin = steps(least, most);
  const found = begin.slice(1).map((next, at) => ({ from: begin[at], to: next - 1, count: 0 }));
  for (const value of values) found[begin.findLastIndex((from) => from <= value)].count++;
  return found;
}

/** @param {number} least @param {number} most @returns {number[]} */
function moneySteps(least, most) {
  const steps = [0];
  for (let unit = 1000; steps[steps.length - 1] <= most; unit *= 10) steps.push(unit, 2 * unit, 5 * unit);
  return steps.filter((step, at) => (steps[at + 1] ?? Infinity) > least && (steps[at - 1] ?? 0) <= most);
}

/** @param {number} least @param {number} most days @returns {number[]} */
function daySteps(least, most) {
  const byMonth = (most - least) / DAYS_A_MONTH < MOST_MONTHS;
  const text = dayText(least);
  let [year, month] = [Number(text.slice(0, 4)), byMonth ? Number(text.slice(5, 7)) - 1 : 0];
  const steps = [];
  do {
    steps.push((Date.UTC(year, month) - Date.UTC(1900, 0)) / 86_400_000);
    if (byMonth) month++;
    else year++;
  } while (steps[steps.length - 1] <= most);
  return steps;
}

/**
 * The money of a selection per year, source, theme, recipient and municipality; each decision whole in
 * each that it has, as a filter of it counts. Parts and units count with the one above all.
 * @param {Index} index
 * @param {import("./selecting.js").Selection} selection
 * @param {AbortSignal} [signal]
 * @returns {Promise<Object<string, Share[]>>} years from the newest, others the most money first, "not stated" last
 * @throws {SearchError} `changed` if the selection is of an index from before
 */
export function series(index, selection, signal) {
  const wanted = ["year", "source", "theme", "recipient", "municipality"];
  return steadily(index, signal, async () => {
    unchanged(index, selection.generation);
    const [facets, amounts, counting, ...columns] = await Promise.all([
      index.facets(signal),
      index.amounts(signal),
      index.counting(signal),
      ...wanted.map((facet) => index.values(facet, signal)),
    ]);
    const entries = wanted.map((facet, at) => {
      const shares = shared(selection.docs, facets[facet], columns[at], amounts, counting);
      if (facet !== "year") shares.sort((one, other) => other.sum - one.sum || other.count - one.count);
      const stated = shares.filter(({ key }) => key !== NONE);
      return [facet, [...stated, ...shares.filter(({ key }) => key === NONE)]];
    });
    return Object.fromEntries(entries);
  });
}

/**
 * @param {Uint32Array} docs
 * @param {import("../index/decoding.js").Facet} facet
 * @param {import("../index/decoding.js").Values} column
 * @param {import("../index/decoding.js").AmountColumn} amounts
 * @param {Uint8Array} counting
 * @returns {Share[]} in the order of the facet
 */
function shared(docs, { keys, labels, parents }, { starts, values }, amounts, counting) {
  const places = [...keys, NONE];
  const shares = places.map((key, at) => {
    return { key, label: labels[at] ?? "", sum: 0, count: 0, withoutAmount: 0, approximate: false };
  });
  for (const doc of docs) {
    const how = counting[doc] & HOW;
    if (how === COUNTS.not) continue;
    const own = [...values.subarray(starts[doc], starts[doc + 1])].filter((place) => parents[place] < 0);
    for (const place of own.length ? own : [keys.length]) {
      const share = shares[place];
      share.count++;
      if (how === COUNTS.withoutAmount) share.withoutAmount++;
      if (how !== COUNTS.amount) continue;
      share.sum += amounts.distinct[amounts.of[doc] - 1];
      share.approximate ||= (counting[doc] & APPROXIMATE) !== 0;
    }
  }
  return shares.filter(({ count }) => count);
}

/** @param {Index} index @param {State} state @param {AbortSignal} [signal] @returns {Promise<number>} how many it selects */
export async function countOf(index, state, signal) {
  return selected(await prepare(index, state, signal)).length;
}
