/**
 * Writes workbooks as Excel and LibreOffice read them (ECMA-376, Office Open XML, transitional).
 *
 * A text is written as a text and is never a formula, whatever it begins with; there are no formulas at all.
 */

import { zip } from "./zip.js";

/**
 * @typedef {"text"|"count"|"money"|"date"|"mixed"} Kind How a column's numbers and texts are to be taken. In a column
 *   of dates, or a mixed one, a text that is a whole day becomes a date; one that is less exact stays as it is.
 * @typedef {{name: string, headings: string[], kinds: Kind[], slices: AsyncIterable<unknown[][]>,
 *   yes: string, no: string, widths?: number[]}} Sheet Without `widths` they follow from the first slice.
 */

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const BEGINNING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLE = { text: 0, heading: 1, date: 2, money: 3, count: 0, mixed: 3 };
const STYLES = `${BEGINNING}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" \
formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/>\
<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
</cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" \
fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" \
xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What a text may hold that cannot stand in XML as it is; most texts hold none of it. */
const UNSAFE = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x/u;
const LONGEST = 32767;
const NARROWEST = 9;
const WIDEST = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** The calendar of Excel is right from here on: it has a 29 February 1900. */
const FIRST_DAY = "1900-03-01";
const BEFORE_DAY_ONE = Date.UTC(1899, 11, 30);
const DAY_LENGTH = 86_400_000;

/**
 * Makes a workbook.
 *
 * @param {Sheet[]} sheets
 * @param {{title: string, day: string}} about The day is that of the data, YYYY-MM-DD.
 * @returns {Promise<Blob>}
 */
export function xlsx(sheets, about) {
  const numbered = sheets.map((sheet, place) => ({ sheet, file: `sheet${place + 1}.xml`, number: place + 1 }));
  return zip(
    [
      { name: "[Content_Types].xml", parts: [contentTypes(numbered)] },
      { name: "_rels/.rels", parts: [packageRelations()] },
      { name: "docProps/core.xml", parts: [properties(about)] },
      { name: "xl/workbook.xml", parts: [workbook(numbered)] },
      { name: "xl/_rels/workbook.xml.rels", parts: [workbookRelations(numbered)] },
      { name: "xl/styles.xml", parts: [STYLES] },
      ...numbered.map(({ sheet, file, number }) => ({
        name: `xl/worksheets/${file}`,
        parts: worksheet(sheet, number === 1),
      })),
    ],
    about.day,
    TYPE,
  );
}

/** @typedef {{sheet: Sheet, file: string, number: number}} Numbered A sheet with its file and its number from 1. */

/** @param {Numbered[]} sheets @returns {string} [Content_Types].xml: what each file is */
function contentTypes(sheets) {
  const override = (name, type) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return `${BEGINNING}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/>${override("/xl/workbook.xml", `${CONTENT}.sheet.main+xml`)}\
${sheets.map(({ file }) => override(`/xl/worksheets/${file}`, `${CONTENT}.worksheet+xml`)).join("")}\
${override("/xl/styles.xml", `${CONTENT}.styles+xml`)}${override(
    "/docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
  )}</Types>`;
}

/** @returns {string} _rels/.rels: where the workbook and its properties are */
function packageRelations() {
  return `${BEGINNING}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" \
Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" \
Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
}

/** @param {{title: string, day: string}} about @returns {string} docProps/core.xml */
function properties({ title, day }) {
  const moment = `${day}T00:00:00Z`;
  return `${BEGINNING}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title>\
<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created></cp:coreProperties>`;
}

/** @param {Numbered[]} sheets @returns {string} xl/workbook.xml: the sheets by name */
function workbook(sheets) {
  const listed = sheets.map(
    ({ sheet, number }) => `<sheet name="${escaped(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return `${BEGINNING}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>\
<sheets>${listed.join("")}</sheets></workbook>`;
}

/** @param {Numbered[]} sheets @returns {string} xl/_rels/workbook.xml.rels: the files of the sheets and styles */
function workbookRelations(sheets) {
  const relations = sheets.map(
    ({ file, number }) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/${file}"/>`,
  );
  return `${BEGINNING}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}\
<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

/** Writes a sheet, a piece for each slice of its rows. @param {Sheet} sheet @param {boolean} first whether it is shown */
async function* worksheet(sheet, first) {
  const letters = sheet.headings.map((_, place) => column(place));
  let row = 1;
  let begun = false;
  const begin = (rows) => beginning(sheet, sheet.widths ?? widths(sheet.headings, rows), first);
  for await (const rows of sheet.slices) {
    let piece = begun ? "" : begin(rows);
    begun = true;
    for (const cells of rows) {
      row += 1;
      const inside = cells.map((cell, place) => written(cell, letters[place] + row, sheet.kinds[place], sheet));
      piece += `<row r="${row}">${inside.join("")}</row>`;
    }
    yield piece;
  }
  const filter = first ? `<autoFilter ref="A1:${column(sheet.headings.length - 1)}${row}"/>` : "";
  yield `${begun ? "" : begin([])}</sheetData>${filter}</worksheet>`;
}

/** Writes all that stands before the rows, and the headings: a frozen row that stays when the others are scrolled. */
function beginning(sheet, wide, first) {
  const columns = wide.map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" \
customWidth="1"/>`);
  const headings = sheet.headings.map((heading, place) => textCell(heading, `${column(place)}1`, STYLE.heading));
  return `${BEGINNING}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${first ? ' tabSelected="1"' : ""} \
workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${columns.join("")}</cols><sheetData><row r="1">${headings.join("")}</row>`;
}

/** @param {string[]} headings @param {any[][]} rows @returns {number[]} characters that fit in each column */
function widths(headings, rows) {
  return headings.map((heading, place) => {
    const longest = rows.reduce((most, row) => Math.max(most, shownLength(row[place])), heading.length + 2);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 1));
  });
}

/** @param {any} cell @returns {number} characters, with room for what parts thousands */
function shownLength(cell) {
  return typeof cell === "number" ? Math.ceil(String(cell).length * 1.34) : cell === null ? 0 : String(cell).length;
}

/** @param {any} cell @param {string} at its place: B7 @param {Kind} kind @param {Sheet} sheet @returns {string} */
function written(cell, at, kind, sheet) {
  switch (typeof cell) {
    case "number":
      return `<c r="${at}" s="${kind === "date" ? STYLE.count : STYLE[kind]}"><v>${cell}</v></c>`;
    case "boolean":
      return textCell(cell ? sheet.yes : sheet.no, at, STYLE.text);
    case "string":
      return (kind === "date" || kind === "mixed") && isDay(cell)
        ? `<c r="${at}" s="${STYLE.date}"><v>${serial(cell)}</v></c>`
        : textCell(cell, at, STYLE.text);
    default:
      return cell === null ? "" : textCell(cell.join("; "), at, STYLE.text);
  }
}

/** @param {string} text @returns {boolean} whether it is a whole day that Excel counts right */
function isDay(text) {
  return DAY.test(text) && text >= FIRST_DAY;
}

/** @param {string} day YYYY-MM-DD @returns {number} days as Excel counts them */
function serial(day) {
  return (Date.parse(`${day}T00:00:00Z`) - BEFORE_DAY_ONE) / DAY_LENGTH;
}

/** @param {string} text @param {string} at @param {number} style one of STYLE @returns {string} nothing for no text */
function textCell(text, at, style) {
  if (!text) {
    return "";
  }
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const dress = style ? ` s="${style}"` : "";
  return `<c r="${at}"${dress} t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
}

/**
 * Writes a text in XML, its lines as a cell has them: what XML has no place for as _xHHHH_, and what looks like that,
 * too (22.9.2.19, ST_Xstring).
 */
function escaped(text) {
  if (!UNSAFE.test(text)) {
    return text;
  }
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, hexadecimal)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** @param {string} sign @returns {string} */
function hexadecimal(sign) {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** Names a column by its place from 0: A to Z, then AA and on. */
function column(place) {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : column(Math.floor(place / 26) - 1) + letter;
}
