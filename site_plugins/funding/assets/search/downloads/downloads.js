/** Lets a reader take the selection home: as CSV, JSON or a workbook, made here from the published table. */

import { asData, describe, fileName } from "./about.js";
import { columns, worded } from "./columns.js";
import { csv, FOR_PROGRAMS, forExcel } from "./csv.js";
import { json } from "./json.js";
import { counted, filled, grouped } from "../query/numbers.js";
import { unchanged } from "../engine/selecting.js";
import { SearchError } from "../index/reading.js";
import { xlsx } from "./xlsx.js";

/** How many decisions are made into rows between two pauses, in which the page answers its reader. */
const SLICE = 500;

/**
 * @typedef {Object<string, any>} Told The texts of pages/download.yml under `live`, and what `told_for_downloads` adds.
 * @typedef {{about: import("./about.js").About, columns: import("./columns.js").Column[],
 *   slices: AsyncIterable<unknown[][]>, told: Told}} Making
 */

const FORMATS = {
  xlsx: { suffix: ".xlsx", make: workbook },
  "csv-excel": { suffix: "-excel.csv", make: forSwedishExcel },
  csv: { suffix: ".csv", make: forPrograms },
  json: { suffix: ".json", make: data },
};

/** What each element's buttons give, as it was last shown. @type {WeakMap<Element, () => Promise<void>>} */
const shown = new WeakMap();

/**
 * Offers a selection for download. A later call offers another one in its place; a file that is being made then is
 * still that of the selection that was asked for.
 *
 * @param {HTMLElement} element The section of `_selection.html`.
 * @param {import("../index/published.js").Index} index
 * @param {import("../engine/selecting.js").Selection} selection
 * @param {import("../query/state.js").State} state
 * @returns {Promise<void>}
 */
export async function renderDownloads(element, index, selection, state) {
  const told = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
  if (!shown.has(element)) {
    for (const button of element.querySelectorAll("button[data-format]")) {
      button.addEventListener("click", () => shown.get(element)(button));
    }
  }
  const money = filled(told.kronor, { number: grouped(selection.sum, told.lang) });
  const key = selection.approximate ? "offered_about" : "offered";
  element.querySelector('[data-slot="offered"]').textContent = selection.count
    ? filled(told[key], { decisions: counted(told.decisions, selection.count, told.lang), money })
    : told.nothing;
  for (const button of element.querySelectorAll("button[data-format]")) {
    button.disabled = selection.count === 0;
  }
  shown.set(element, (button) => hand(element, button.dataset.format, { index, selection, state, told }));
  element.hidden = false;
}

/** Makes a file and hands it over, and tells on the way how far it has come. */
async function hand(element, format, { index, selection, state, told }) {
  const status = element.querySelector('[data-slot="status"]');
  const progress = element.querySelector("progress");
  if (!progress.hidden) {
    return;
  }
  progress.hidden = false;
  progress.max = selection.count;
  progress.value = 0;
  status.textContent = filled(told.making, { decisions: counted(told.decisions, selection.count, told.lang) });
  try {
    const facets = await index.facets();
    const about = describe({ asOf: index.asOf, facets }, selection, state, told, location.href);
    const slices = rows(index, selection, (done) => (progress.value = done));
    const making = { about, columns: columns(index.tableKeys, told, facets), slices, told };
    const { suffix, make } = FORMATS[format];
    const name = fileName(about, told.file, suffix);
    save(await make(making), name);
    status.textContent = filled(told.made, { name });
  } catch (error) {
    const isChanged = error instanceof SearchError && error.kind === "changed";
    status.textContent = told[isChanged ? "unlike" : "failed"];
    if (!(error instanceof SearchError)) {
      throw error;
    }
  } finally {
    progress.hidden = true;
  }
}

/** Gives the rows of a selection in the order shown, some at a time; they must come to the sum that is shown. */
async function* rows(index, selection, tell) {
  const place = index.tableKeys.indexOf("counted");
  let sum = 0;
  let done = 0;
  while (done < selection.docs.length) {
    unchanged(index, selection.generation);
    const slice = await index.table(selection.docs.subarray(done, done + SLICE));
    sum += slice.reduce((before, row) => before + (row[place] ?? 0), 0);
    yield slice;
    done += slice.length;
    tell(done);
    await pause();
  }
  unchanged(index, selection.generation);
  if (sum !== selection.sum || done !== selection.count) {
    throw new SearchError("changed", `${done} decisions, ${sum} kronor, not ${selection.count}, ${selection.sum}`);
  }
}

/** Lets the page draw and answer. A message is not held back in a hidden page, as a timer is. */
function pause() {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}

/** @param {Making} making */
function workbook({ about, columns: all, slices, told: words }) {
  const answers = { yes: words.yes, no: words.no };
  return xlsx(
    [
      {
        name: words.sheet,
        headings: all.map(({ heading }) => heading),
        kinds: all.map(({ kind }) => kind),
        slices: worded(all, slices),
        ...answers,
      },
      {
        name: words.about_sheet,
        headings: [words.about_what, words.about_value],
        kinds: ["text", "mixed"],
        widths: [32, 90],
        slices: once([...described(about, words), ...explained(all)]),
        ...answers,
      },
    ],
    { title: `${words.sheet}, ${words.publisher}`, day: about.day },
  );
}

/** Says in rows what the selection is. */
function described(about, words) {
  const { licence, publisher, lang } = words;
  const query = about.query ? [[words.about.query, about.query]] : [];
  const filters = about.filters.map(({ label, values, without }) => [
    without ? filled(words.about.without, { label }) : label,
    values.join("; "),
  ]);
  const beside = about.foreign.map(([currency, amount]) => [
    words.about.foreign,
    `${grouped(amount, lang)} ${currency}`,
  ]);
  return [
    ...query,
    ...(query.length + filters.length ? filters : [[words.about.all, ""]]),
    [words.about.count, about.count],
    [about.approximate ? words.about.sum_about : words.about.sum, about.sum],
    [filled(words.about.ours, { publisher }), about.ours],
    [words.about.without_amount, about.withoutAmount],
    ...beside,
    [words.about.day, about.day],
    [words.about.link, about.link],
    [words.about.publisher, publisher],
    [words.about.licence, `${licence.name}, ${licence.url}`],
    [words.about.sums, words.about.sums_text],
    ["", ""],
    [words.about.columns, words.about.columns_text],
  ];
}

/** Names the columns as the other files and the open data do. */
function explained(all) {
  return all.map(({ key, heading }) => [heading, key]);
}

/** Gives rows that are known already, as one slice. @param {unknown[][]} rowsOfAll */
async function* once(rowsOfAll) {
  yield rowsOfAll;
}

/** @param {Making} making */
async function forSwedishExcel({ columns: all, slices, told }) {
  const headings = all.map(({ heading }) => heading);
  return gathered(csv(headings, worded(all, slices), forExcel(told.yes, told.no)), "text/csv");
}

/** @param {Making} making */
async function forPrograms({ columns: all, slices }) {
  return gathered(csv(all.map(({ key }) => key), slices, FOR_PROGRAMS), "text/csv");
}

/** @param {Making} making */
async function data({ about, columns: all, slices, told }) {
  const keys = all.map(({ key }) => key);
  return gathered(json(asData(about, told.licence, told.publisher), keys, slices), "application/json");
}

/** @param {AsyncIterable<string>} pieces @param {string} type @returns {Promise<Blob>} */
async function gathered(pieces, type) {
  const all = [];
  for await (const piece of pieces) {
    all.push(piece);
  }
  return new Blob(all, { type: `${type};charset=utf-8` });
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
