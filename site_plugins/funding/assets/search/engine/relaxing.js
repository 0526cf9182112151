/** What to drop where nothing is found. */

import { countOf } from "./counting.js";
import { parse, without } from "../query/query.js";
import { steadily } from "./selecting.js";
import { amountsText, daysText } from "../query/ranges.js";

/**
 * @typedef {import("../query/state.js").State} State
 * @typedef {{drop: {param: string, values: string[]}, count: number, state: State}} Way
 *   `drop`: all values of a parameter of which one is enough, one that is excluded, with a minus, a range, or a part of
 *   `q` (or all of it); `count`: how many decisions there are without it; `state`: what is then asked for
 */

const MOST = 6;
/** How many parts of a query, and how many excluded values, are tried each: there may be hundreds, and a try takes time. */
const MOST_PARTS = 12;

/**
 * @param {import("../index/published.js").Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>} what gives the most first, all of the text last; nothing that gives nothing
 */
export function relax(index, state, signal) {
  return steadily(index, signal, async () => {
    const ways = [...words(state, index.contents.asking), ...chosen(state), ...ranges(state)];
    for (const way of ways) way.count = await countOf(index, way.state, signal);
    const isAll = (/** @type {Way} */ { drop }) => drop.param === "q" && drop.values[0] === state.q;
    const found = ways.filter(({ count }) => count);
    return found.sort((one, other) => Number(isAll(one)) - Number(isAll(other)) || other.count - one.count).slice(0, MOST);
  });
}

/**
 * What to do where nothing is found.
 * @template {{state: State}} T
 * @param {import("../index/published.js").Index} index
 * @param {State} state
 * @param {T[]} offers other states that may be meant
 * @param {AbortSignal} [signal]
 * @returns {Promise<[Way[], (T & {count: number})[]]>} what to drop; and the offers that give something, with how much
 */
export async function waysOut(index, state, offers, signal) {
  const counts = await Promise.all(offers.map((offer) => countOf(index, offer.state, signal)));
  const giving = offers.map((offer, at) => ({ ...offer, count: counts[at] })).filter(({ count }) => count);
  return [await relax(index, state, signal), giving];
}

/** @param {State} state @param {import("../query/asking.js").Asking} asking @returns {Way[]} */
function words(state, asking) {
  if (!state.q) return [];
  const chunks = parse(state.q, asking);
  const tried = chunks.length > 1 && chunks.length <= MOST_PARTS ? chunks : [];
  const parts = tried.map((chunk) => [without(state.q, chunk), chunk]);
  const each = parts.map(([q, chunk]) => dropped("q", [state.q.slice(chunk.from, chunk.to)], { ...state, q }));
  return [...each, dropped("q", [state.q], { ...state, q: "" })];
}

/** @param {State} state @returns {Way[]} */
function chosen(state) {
  // One included value is enough, so that only without all of them there may be more; each excluded one takes away.
  const included = Object.entries(state.include).map(([facet, keys]) => {
    const { [facet]: _, ...include } = state.include;
    return dropped(facet, keys, { ...state, include });
  });
  const excluded = Object.entries(state.exclude).flatMap(([facet, keys]) => keys.map((value) => ({ facet, keys, value })));
  const without = excluded.slice(0, MOST_PARTS).map(({ facet, keys, value }) => {
    const { [facet]: _, ...others } = state.exclude;
    const rest = keys.filter((one) => one !== value);
    const exclude = rest.length ? { ...others, [facet]: rest } : others;
    return dropped(facet, [`-${value}`], { ...state, exclude });
  });
  return [...included, ...without];
}

/** @param {State} state @returns {Way[]} */
function ranges(state) {
  const { amount, decided } = state;
  return [
    ...(amount ? [dropped("amount", [amountsText(amount)], { ...state, amount: null })] : []),
    ...(decided ? [dropped("decided", [daysText(decided)], { ...state, decided: null })] : []),
  ];
}

/** @param {string} param @param {string[]} values @param {State} state @returns {Way} */
const dropped = (param, values, state) => ({ drop: { param, values }, count: 0, state });
