/** The words in which readers of a site name fields, numbers and amounts; they stand in its locales. */

import { plain } from "./swedish.js";

const FACTORS = { units: 1, thousands: 1_000, millions: 1_000_000 };
const MOST = 999_999_999_999_999;
const SPACE = /[\s\u00a0\u202f]+/gu;
const AMOUNT = /^(?<before>\p{L}*)\s*(?<number>\d[\d\s\u00a0\u202f.,]*?)\s*(?<after>[\p{L}\s]*)\.?(?:[:,]-)?$/u;

export class Asking {
  /** @param {{fields: Object<string, string>, leads: string, thousands: string, millions: string, units: string}} told
   *   words with spaces between them; `fields` by parameter, `leads` stand before a number and are no field */
  constructor(told) {
    /** @type {Map<string, string>} parameters by what they are called, without dots */
    this.params = new Map(
      Object.entries(told.fields).flatMap(([param, names]) => [param, ...names.split(" ")].map((name) => [plain(name), param])),
    );
    /** @type {string[]} without dots */
    this.leads = told.leads.split(" ").map(plain);
    /** @type {Map<string, number>} what a word beside a number makes of it */
    this.factors = new Map(
      Object.entries(FACTORS).flatMap(([name, factor]) => told[/** @type {keyof FACTORS} */ (name)].split(" ").map((word) => [word, factor])),
    );
  }

  /** @param {string} name as typed @returns {string|undefined} the parameter that is called so */
  param(name) {
    return this.params.get(plain(name.normalize("NFC").toLowerCase()));
  }

  /**
   * The parameters of an address by the names that addresses are written with.
   * @param {URLSearchParams} params
   * @returns {URLSearchParams}
   */
  canonical(params) {
    return new URLSearchParams([...params].map(([name, value]) => [this.param(name) ?? name, value]));
  }

  /**
   * @param {string} text `500 000`, `500 tkr`, `1,5 mnkr`, `500.000 kr`
   * @returns {number|null|undefined} whole kronor; null for nothing, undefined for what cannot be read
   */
  amount(text) {
    const bare = text.trim().toLowerCase();
    if (!bare) return null;
    const found = AMOUNT.exec(bare);
    if (!found?.groups) return undefined;
    const { before, number, after } = found.groups;
    const factors = [before, ...after.split(SPACE)].filter(Boolean).map((word) => this.factors.get(word));
    const read = numberTyped(number);
    if (read === undefined || factors.includes(undefined)) return undefined;
    const value = Math.round(factors.reduce((product, factor) => /** @type {number} */ (product) * (factor ?? 1), read) ?? 0);
    return value <= MOST ? value : undefined;
  }
}

/** @param {string} text digits, thousands apart by anything, decimals after the last sign if they are not three */
function numberTyped(text) {
  const bare = text.replace(SPACE, "");
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(bare)) return Number(bare.replace(/[.,]/gu, ""));
  return /^\d+(?:[.,]\d+)?$/u.test(bare) ? Number(bare.replace(",", ".")) : undefined;
}
