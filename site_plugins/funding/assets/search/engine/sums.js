/** What a selection comes to, by the rule that all sums of the site follow. */

/**
 * @typedef {{sum: number, ours: number, approximate: boolean, counted: number, withoutAmount: number,
 *   foreign: [string, number][], median: number|null}} Figures whole kronor; `ours`: of it granted by the site's own
 *   organisation; `counted`: how many are added up in it; `withoutAmount`: how many count without a known amount;
 *   `foreign`: other currencies, beside the sum
 * @typedef {import("../index/decoding.js").AmountColumn} AmountColumn
 */

/** How a decision counts: the two lowest bits of its byte. */
export const COUNTS = Object.freeze({ not: 0, amount: 1, withoutAmount: 2, foreign: 3 });
export const HOW = 3;
export const APPROXIMATE = 4;
const OURS = 8;

/**
 * @param {Uint32Array} docs
 * @param {AmountColumn} amounts
 * @param {Uint8Array} counting how each decision counts
 * @param {() => Promise<Object<string, [string, number]>>} foreign amounts in other currencies, asked for if there are any
 * @returns {Promise<Figures>}
 */
export async function figures(docs, amounts, counting, foreign) {
  const times = new Uint32Array(amounts.distinct.length);
  const others = [];
  let [sum, ours, withoutAmount, approximate, counted] = [0, 0, 0, false, 0];
  for (const doc of docs) {
    const how = counting[doc];
    if ((how & HOW) === COUNTS.amount) {
      const place = amounts.of[doc] - 1;
      const amount = amounts.distinct[place];
      times[place]++;
      counted++;
      sum += amount;
      if (how & OURS) ours += amount;
      if (how & APPROXIMATE) approximate = true;
    } else if ((how & HOW) === COUNTS.withoutAmount) withoutAmount++;
    else if ((how & HOW) === COUNTS.foreign) others.push(doc);
  }
  const median = counted ? middle(amounts.distinct, times, counted) : null;
  const inOthers = others.length ? beside(others, await foreign()) : [];
  return { sum, ours, approximate, counted, withoutAmount, foreign: inOthers, median };
}

/** @param {Float64Array} distinct @param {Uint32Array} times @param {number} counted @returns {number} half up */
function middle(distinct, times, counted) {
  const at = (/** @type {number} */ rank) => {
    let place = 0;
    for (let left = rank - times[0]; left >= 0; left -= times[place]) place++;
    return distinct[place];
  };
  return Math.floor((at((counted - 1) >> 1) + at(counted >> 1) + 1) / 2);
}

/** @param {number[]} docs @param {Object<string, [string, number]>} amounts @returns {[string, number][]} by currency */
function beside(docs, amounts) {
  const sums = new Map();
  for (const doc of docs) {
    const [currency, amount] = amounts[doc];
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].filter(([, sum]) => sum).sort(([one], [other]) => (one < other ? -1 : 1));
}
