/** Writes numbers and sentences as the rest of the site does: thousands apart by ordinary spaces, words from outside. */

/** @typedef {Object<string, string|Object<string, string>>} Words Texts by key; one of a number of things by its plural forms. */

/**
 * Writes a whole number with its thousands apart.
 *
 * @param {number} value
 * @param {string} lang
 * @returns {string}
 */
export function grouped(value, lang) {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 0, useGrouping: true })
    .format(value)
    .replace(/\s/gu, " ");
}

/**
 * Fills the blanks of a text: `{count}` with the value of that name.
 *
 * @param {string} text
 * @param {Object<string, string>} values
 * @returns {string}
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/gu, (_, name) => values[name]);
}

/**
 * Says a number of things: the text of the plural form that the number takes.
 *
 * @param {Object<string, string>} forms By the names of Unicode's plural rules: one, other.
 * @param {number} count
 * @param {string} lang
 * @param {Object<string, string>} [others] what stands in the other blanks
 * @returns {string}
 */
export function counted(forms, count, lang, others) {
  return filled(forms[new Intl.PluralRules(lang).select(count)], { ...others, count: grouped(count, lang) });
}
