/** Dates as people write them. */

import { words } from "./pieces.js";

const SPACE = /[\s\u00a0\u202f]+/gu;
const LAST_DAY = "9999-12-31";

/** @returns {string[][]} the months' names in the language of the page, long and short */
function months() {
  const named = (/** @type {"long"|"short"} */ month) => (/** @type {unknown} */ _, /** @type {number} */ place) =>
    new Intl.DateTimeFormat(words.lang, { month, timeZone: "UTC" }).format(Date.UTC(2024, place, 15)).replace(".", "").toLowerCase();
  return [Array.from({ length: 12 }, named("long")), Array.from({ length: 12 }, named("short"))];
}

/**
 * @param {string} text `2023`, `mars 2023`, `15 mars 2023`, `15/3 2023`, `2023-03-15`, `20230315`
 * @returns {string|null|undefined} a year, month or day, ISO; null for nothing, undefined for what cannot be read
 */
export function dayTyped(text) {
  const bare = text.trim().toLowerCase().replace(SPACE, " ");
  if (!bare) return null;
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(bare) ?? /^(\d{4})(\d\d)(\d\d)$/u.exec(bare);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const named = /^(?:(\d{1,2})(?:\.|:e)? )?(\p{L}+)\.? (\d{4})$/u.exec(bare);
  if (named) {
    const place = months().map((names) => names.indexOf(named[2])).find((found) => found >= 0);
    return place === undefined ? undefined : dayOf(named[3], String(place + 1), named[1]);
  }
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/. ](\d{4})$/u.exec(bare);
  return turned ? dayOf(turned[3], turned[2], turned[1]) : undefined;
}

/** @param {string} year @param {string|undefined} month @param {string|undefined} day @returns {string|undefined} */
function dayOf(year, month, day) {
  const iso = [year, month, day].filter(Boolean).map((part) => part?.padStart(2, "0")).join("-");
  const whole = `${iso}${"0000-01-01".slice(iso.length)}`;
  const date = new Date(`${whole}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
  return real && iso >= "1" && whole <= LAST_DAY ? iso : undefined;
}
