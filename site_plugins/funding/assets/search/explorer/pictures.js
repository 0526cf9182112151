/** Shows a selection in pictures: money per year, source, theme, recipient and municipality, as tables with bars. */

import { series } from "../engine/counting.js";
import { outdated } from "./failing.js";
import { counted, filled, grouped } from "../query/numbers.js";
import { NONE, toParams } from "../query/state.js";

/** How many rows a table has before the others stand together in one. */
const ROWS = 10;
/** The series whose rows the reader chooses among are cut, so that the largest can be seen; years are all shown. */
const UNCUT = "year";

/**
 * @typedef {{key: string, label: string, sum: number, count: number, withoutAmount: number, approximate: boolean}} Share
 * @typedef {{lang: string, kronor: string, about_sum: string, without: Object<string, string>,
 *   series: Object<string, Object<string, string>>, decisions: Object<string, string>, no_amount: string,
 *   nothing: string, rest: Object<string, string>, overlap: string, whole: Object<string, string>, chosen: string, levels: number,
 *   maps: {name: string, tiles: [string, string, number, number][]}[]}} Told
 * @typedef {{told: Told, state: import("../query/state.js").State, piece: (name: string) => HTMLElement}} View
 */

/** How each element is drawn when it is opened. @type {WeakMap<HTMLElement, () => Promise<void>>} */
const drawing = new WeakMap();

/**
 * Shows a selection in pictures, at once where they are open, else when the reader opens them. A later call takes an
 * earlier one's place.
 *
 * @param {HTMLDetailsElement} element The fold of `_selection.html`.
 * @param {import("../index/published.js").Index} index
 * @param {import("../engine/selecting.js").Selection} selection
 * @param {import("../query/state.js").State} state
 * @param {AbortSignal} signal of the view; a later call comes when it is given
 * @returns {Promise<void>}
 */
export async function renderPictures(element, index, selection, state, signal) {
  if (!drawing.has(element)) {
    element.addEventListener("toggle", () => element.open && drawing.get(element)?.());
  }
  let drawn = false;
  const draw = async () => {
    if (drawn) {
      return;
    }
    const shares = await series(index, selection, signal);
    drawn = true;
    const within = slot(element, "charts").contains(document.activeElement);
    show(element, shares, selection, state);
    if (within) {
      element.querySelector("summary").focus({ preventScroll: true });
    }
  };
  const opened = async () => {
    try {
      await draw();
    } catch (error) {
      if (!signal.aborted && !outdated(element, error)) console.warn(error);
    }
  };
  drawing.set(element, opened);
  element.hidden = false;
  if (element.open) {
    await draw();
  }
}

/**
 * @param {HTMLElement} element
 * @param {Object<string, Share[]>} all
 * @param {import("../engine/selecting.js").Selection} selection
 * @param {import("../query/state.js").State} state
 */
function show(element, all, selection, state) {
  const told = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
  const piece = (name) =>
    element.querySelector(`template[data-piece="${name}"]`).content.firstElementChild.cloneNode(true);
  const view = { told, state, piece };
  const charts = Object.entries(all)
    .filter(([, shares]) => shares.length)
    .map(([of, shares]) => chart(view, of, shares, selection.sum));
  slot(element, "charts").replaceChildren(...(charts.length ? charts : [told.nothing]));
}

/**
 * @param {View} view
 * @param {string} of
 * @param {Share[]} shares
 * @param {number} whole what the selection comes to; overlapping rows come to more
 * @returns {HTMLElement}
 */
function chart(view, of, shares, whole) {
  const { told, piece } = view;
  const words = told.series[of];
  const section = piece("chart");
  slot(section, "title").textContent = words.title;
  slot(section, "caption").textContent = words.caption;
  slot(section, "heading").textContent = words.heading;
  said(slot(section, "takeaway"), ...takeaway(view, of, shares));
  const overlapping = shares.reduce((sum, share) => sum + share.sum, 0) > whole;
  said(slot(section, "note"), ...(overlapping ? [told.whole[of] ?? told.overlap] : []));
  const largest = Math.max(...shares.map((share) => share.sum));
  slot(section, "rows").append(...cut(of, shares).map((share) => row(view, of, share, largest)));
  if (of === "municipality") {
    const codes = new Set(told.maps.flatMap(({ tiles }) => tiles.map(([code]) => code)));
    const most = Math.max(0, ...shares.filter(({ key }) => codes.has(key)).map(({ sum }) => sum));
    slot(section, "maps").append(...told.maps.map((map) => drawnMap(view, map, shares, most)));
  }
  return section;
}

/** Says which row of several has most, if one has; its amount keeps together. */
function takeaway({ told }, of, shares) {
  const named = shares.filter(({ key }) => key !== NONE);
  const most = Math.max(0, ...named.map(({ sum }) => sum));
  const first = named.filter(({ sum }) => sum === most);
  if (!most || first.length > 1 || named.length === 1) {
    return [];
  }
  const [before, after] = told.series[of].takeaway.split("{amount}");
  const name = { name: first[0].label };
  return [filled(before, name), ...money(told, first[0]), filled(after, name)];
}

/** Puts together what comes after the first rows; a single one more stands for itself, and so does what is not stated. */
function cut(of, shares) {
  const named = shares.filter(({ key }) => key !== NONE);
  if (of === UNCUT || named.length <= ROWS + 1) {
    return shares;
  }
  const rest = named.slice(ROWS);
  const together = {
    key: "",
    label: "",
    rows: rest.length,
    sum: rest.reduce((sum, share) => sum + share.sum, 0),
    approximate: rest.some(({ approximate }) => approximate),
  };
  return [...named.slice(0, ROWS), together, ...shares.filter(({ key }) => key === NONE)];
}

/** @param {View} view @param {string} of @param {any} share also several put together @param {number} largest */
function row(view, of, share, largest) {
  const { told, piece } = view;
  const line = piece("row");
  const length = Math.min(100, (100 * share.sum) / (largest || 1));
  line.querySelector("rect").setAttribute("width", share.sum && share.key ? length.toFixed(1) : "0");
  slot(line, "sum").append(...money(told, share));
  if (!share.key) {
    slot(line, "label").textContent = counted(told.rest, share.rows, told.lang);
    slot(line, "count").remove();
    return line;
  }
  slot(line, "label").append(named(view, of, share.key, label(told, of, share)));
  slot(line, "count").textContent = counted(told.decisions, share.count, told.lang);
  if (share.withoutAmount && share.withoutAmount < share.count) {
    const beside = piece("beside");
    beside.textContent = counted(told.without, share.withoutAmount, told.lang);
    slot(line, "count").after(" ", beside);
  }
  return line;
}

/**
 * @param {View} view
 * @param {Told["maps"][0]} map
 * @param {Share[]} shares
 * @param {number} largest sum of a municipality on any of the maps: colours mean the same on all
 * @returns {HTMLElement}
 */
function drawnMap(view, { name, tiles }, shares, largest) {
  const { told, piece } = view;
  const map = piece("map");
  slot(map, "name").textContent = name;
  const of = new Map(shares.map((share) => [share.key, share]));
  for (const [code, place, column, down] of tiles) {
    const share = of.get(code);
    const tile = piece("tile");
    tile.classList.add(`column-${column}`, `row-${down}`, `level-${level(share?.sum ?? 0, largest, told.levels)}`);
    slot(tile, "label").append(share ? named(view, "municipality", code, place) : place);
    slot(tile, "sum").append(...money(told, share ?? { sum: 0 }));
    slot(map, "tiles").append(tile);
  }
  return map;
}

/**
 * Gives how strong a square is, as the maps of the other pages do: from half of the largest on the strongest, each
 * below it from half as much.
 *
 * @param {number} sum
 * @param {number} largest
 * @param {number} levels
 * @returns {number}
 */
function level(sum, largest, levels) {
  if (!sum) {
    return 0;
  }
  for (let halved = 0; halved < levels; halved++) {
    if (sum * 2 ** (halved + 1) >= largest) {
      return levels - halved;
    }
  }
  return 1;
}

/** Gives a name as a link that adds its filter; as a text where just that is chosen already. */
function named({ state, told }, param, key, text) {
  const chosen = state.include[param];
  if (chosen?.length === 1 && chosen[0] === key) {
    return `${text} (${told.chosen})`;
  }
  const link = document.createElement("a");
  link.href = `?${toParams({ ...state, include: { ...state.include, [param]: [key] } })}`;
  link.dataset.go = "";
  link.textContent = text;
  return link;
}

/** @param {Told} told @param {string} of @param {Share} share @returns {string} */
function label(told, of, { key, label: text }) {
  return key === NONE ? told.series[of].none : text;
}

/** Gives a sum as the parts of a text; its number keeps together. */
function money(told, { sum, count, withoutAmount, approximate }) {
  if (count && count === withoutAmount) {
    return [told.no_amount];
  }
  const exact = document.createElement("span");
  exact.className = "num";
  exact.textContent = filled(told.kronor, { number: grouped(sum, told.lang) });
  const [before, after] = approximate ? told.about_sum.split("{money}") : ["", ""];
  return [before, exact, after];
}

/** @param {Element} element @param {string} name @returns {any} the element that is to be filled under that name */
function slot(element, name) {
  return element.querySelector(`[data-slot="${name}"]`);
}

/** Fills a part, or hides it where it has nothing. @param {HTMLElement} element @param {...(string|Node)} parts */
function said(element, ...parts) {
  element.replaceChildren(...parts);
  element.hidden = !parts.length;
}
