/** Writes a selection as JSON (RFC 8259): what it is, and its decisions, one a line. */

/**
 * @param {Object<string, unknown>} about What the selection is.
 * @param {string[]} keys The names of the cells of a row.
 * @param {AsyncIterable<unknown[][]>} slices Rows, some at a time.
 * @returns {AsyncGenerator<string>}
 */
export async function* json(about, keys, slices) {
  const begun = JSON.stringify(about, null, 1).replace(/\n?\}$/u, "");
  yield `${begun},\n "decisions": [`;
  let between = "\n  ";
  for await (const rows of slices) {
    let piece = "";
    for (const row of rows) {
      piece += between + JSON.stringify(Object.fromEntries(keys.map((key, place) => [key, row[place]])));
      between = ",\n  ";
    }
    yield piece;
  }
  yield "\n ]\n}\n";
}
