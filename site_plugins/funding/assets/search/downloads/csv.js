/**
 * Writes tables as CSV (RFC 4180): for programs with commas, and for a Swedish Excel with semicolons.
 *
 * A spreadsheet takes a text that begins with = + - @ as a formula, and a formula can call other programs. Such a
 * text, also after blanks, and one that begins with a tab or a new line, gets an apostrophe before it. Numbers are
 * left as they are.
 */

/**
 * @typedef {{separator: string, decimal: string, mark: string, yes: string, no: string}} Dialect `mark` stands
 *   first of all: the byte order mark, without which Excel does not take the text as UTF-8.
 */

/**
 * For programs: commas, decimal points, true and false, and no byte order mark, which most of them would read as a
 * part of the first heading.
 *
 * @type {Dialect}
 */
export const FOR_PROGRAMS = { separator: ",", decimal: ".", mark: "", yes: "true", no: "false" };

const BETWEEN = "; ";
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/**
 * Gives the dialect that Excel opens right by a double click where it is set to Swedish.
 *
 * @param {string} yes
 * @param {string} no
 * @returns {Dialect}
 */
export function forExcel(yes, no) {
  return { separator: ";", decimal: ",", mark: "\ufeff", yes, no };
}

/**
 * Writes a table, a piece for each slice of its rows; the first piece has the headings.
 *
 * @param {string[]} headings
 * @param {AsyncIterable<unknown[][]>} slices Cells: null, a text, a number, true or false, or a list of these.
 * @param {Dialect} dialect
 * @returns {AsyncGenerator<string>}
 */
export async function* csv(headings, slices, dialect) {
  yield dialect.mark + line(headings, dialect);
  for await (const rows of slices) {
    yield rows.map((row) => line(row, dialect)).join("");
  }
}

/**
 * Guards a text against being taken for a formula.
 *
 * @param {string} text
 * @returns {string}
 */
function guarded(text) {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** @param {unknown[]} cells @param {Dialect} dialect @returns {string} */
function line(cells, dialect) {
  return `${cells.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`;
}

/** @param {any} cell @param {Dialect} dialect @returns {string} */
function written(cell, dialect) {
  switch (typeof cell) {
    case "number":
      return String(cell).replace(".", dialect.decimal);
    case "boolean":
      return cell ? dialect.yes : dialect.no;
    case "string":
      return quoted(guarded(cell), dialect.separator);
    default:
      return cell === null ? "" : quoted(guarded(cell.join(BETWEEN)), dialect.separator);
  }
}

/** Puts a text in quotes where a separator, a quote or the end of a line would be read in it, or its blanks lost. */
function quoted(text, separator) {
  const plain = !/["\r\n]|^\s|\s$/u.test(text) && !text.includes(separator);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
