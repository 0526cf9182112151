/** Ranges of amounts and of days, as they stand in addresses and in queries. */

const AMOUNTS = /^(\d{0,15})-(\d{0,15})$/;
const DAYS = /^(.*?)\.\.(.*)$/;
const ONE_SIDED = /^(>=|<=|>|<)(.+)$/su;
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1900, 0, 1);

/** @typedef {[number|null, number|null]} Amounts whole kronor, both ends within */
/** @typedef {[string|null, string|null]} Days years, months or days, as typed */

/**
 * @param {string} text `a-b`; either end may be empty
 * @returns {Amounts|null} null if malformed
 */
export function amounts(text) {
  const found = AMOUNTS.exec(text.replace(/\s+/gu, ""));
  if (!found) return null;
  const [from, to] = [found[1], found[2]].map((end) => (end ? Number(end) : null));
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? null : [from, to];
}

/** @param {Amounts} range @returns {string} */
export const amountsText = ([from, to]) => `${from ?? ""}-${to ?? ""}`;

/**
 * @param {string} text `a..b`, each a year, a month or a day; either end may be empty
 * @returns {Days|null} null if malformed
 */
export function days(text) {
  const found = DAYS.exec(text.replace(/\s+/gu, ""));
  if (!found) return null;
  const [from, to] = [found[1] || null, found[2] || null];
  if (from === null && to === null) return null;
  const [first, last] = bounds([from, to]);
  return Number.isNaN(first) || Number.isNaN(last) || first > last ? null : [from, to];
}

/** @param {Days} range @returns {string} */
export const daysText = ([from, to]) => `${from ?? ""}..${to ?? ""}`;

/**
 * The first and last day of a range, as days since 1900-01-01; NaN for what is no day.
 * @param {Days} range
 * @returns {[number, number]}
 */
export function bounds([from, to]) {
  return [from === null ? -Infinity : dayOf(from, false), to === null ? Infinity : dayOf(to, true)];
}

/** @param {string} text @param {boolean} atEnd the last day of a year or month @returns {number} */
function dayOf(text, atEnd) {
  const found = DATE.exec(text);
  if (!found || found[1] === "0000") return NaN;
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
  if (month === 0 || (month ?? 1) > 12 || day === 0) return NaN;
  const date = new Date(0);
  const lastMonth = month ?? (atEnd ? 12 : 1);
  date.setUTCFullYear(year, day === null && atEnd ? lastMonth : lastMonth - 1, day ?? (atEnd ? 0 : 1));
  if (day !== null && date.getUTCDate() !== day) return NaN;
  return Math.round((date.getTime() - EPOCH) / DAY);
}

/** @param {number} day days since 1900-01-01 @returns {string} ISO */
export const dayText = (day) => new Date(EPOCH + day * DAY).toISOString().slice(0, 10);

/**
 * A range as a query has it: also `>a`, `>=a`, `<b`, `<=b`, a single value, and amounts as people write them.
 * @param {"amount"|"decided"} param
 * @param {string} value
 * @param {import("./asking.js").Asking} asking
 * @returns {Amounts|Days|null} null if malformed
 */
export function queried(param, value, asking) {
  if (param === "amount") return amountsTyped(value, asking);
  const text = value.replace(/\s+/gu, "");
  const open = ONE_SIDED.exec(text);
  if (open && open[1].length === 2) return days(open[1] === ">=" ? `${open[2]}..` : `..${open[2]}`);
  return days(text) ?? days(`${text}..${text}`);
}

/** @param {string} value @param {import("./asking.js").Asking} asking @returns {Amounts|null} */
function amountsTyped(value, asking) {
  const open = ONE_SIDED.exec(value.trim());
  const one = asking.amount(open ? open[2] : value);
  if (open) {
    if (typeof one !== "number") return null;
    const shifted = open[1].length === 2 ? one : open[1] === ">" ? one + 1 : one - 1;
    return open[1].startsWith(">") ? [shifted, null] : shifted < 0 ? null : [null, shifted];
  }
  if (typeof one === "number") return [one, one];
  const ends = value.includes("..") ? value.split("..") : value.split("-");
  const [from, to] = ends.map((end) => asking.amount(end));
  if (ends.length !== 2 || from === undefined || to === undefined || (from === null && to === null)) return null;
  return from !== null && to !== null && from > to ? null : [from, to];
}
