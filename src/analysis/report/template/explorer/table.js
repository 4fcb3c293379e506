/* The same numbers as a table: levels are its lines, or rows under the name of their level. */
function tabled(seen, caption) {
  const table = make("table", {}, make("caption", {}, make("span", { class: "cap" }, caption, " ", unitsOf(seen))));
  const down = seen.rows.length < 2 && seen.lines.length < 2;
  const columns = down ? [{ words: say(seen.what) }] : columnsSeen(seen);
  table.append(make("thead", {}, make("tr", {}, head("col", say("corner")), ...columns.map(one => head("col", one.words)))));
  if (columns.length < 4) { table.dataset.few = ""; }
  table.append(...(down ? [linesDown(seen)] : seen.rows.length < 2 ? [linesAcross(seen, columns)] : blocks(seen, columns)));
  return make("div", { class: "scroll" }, table);
}

function head(scope, words) { return make("th", { scope, class: scope === "col" && words.length > 12 ? "much" : null }, words); }

/* Base, then options or statistics. */
function columnsSeen(seen) {
  const base = { words: say("base"), stat: "base", item: "" };
  const chosen = seen.items.map(item => ({ words: item.id ? item.words : say(seen.what), stat: seen.what, item: item.id }));
  const others = seen.pairs || seen.items.length > 1 ? [] : seen.stats.filter(stat => !["share", "count", "absent", seen.what].includes(stat)).map(stat => ({ words: say(stat), stat, item: seen.items[0].id }));
  return [base, ...chosen, ...others].filter(one => seen.lines.some(line => seen.rows.some(row => find(line, row.id, one))));
}

/* Of a row, or where it has no base of its own, of the question. */
function find(line, row, { item, stat }) {
  return line.get(row, item, stat) || (stat === "base" ? line.get("", "", "base") : undefined);
}

function linesAcross(seen, columns) {
  return make("tbody", {}, ...seen.lines.map(line => row(line.words, columns.map(one => entry(line, seen.rows[0].id, one)), line.total && seen.by)));
}

function blocks(seen, columns) {
  return seen.lines.map(line => make("tbody", {},
    seen.lines.length > 1 ? make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: columns.length + 1 }, `[${line.words}]`)) : null,
    ...seen.rows.map(one => row(one.words, columns.map(column => entry(line, one.id, column))))));
}

/* Of all respondents: options, or statistics, one below the other. */
function linesDown(seen) {
  const [line] = seen.lines, [only] = seen.rows;
  const told = columnsSeen(seen).map(one => row(one.words, [entry(line, only.id, one)], one.stat === "base"));
  return make("tbody", {}, ...told);
}

function row(words, entries, all = false) {
  return make("tr", { class: all ? "all" : null }, head("row", words), ...entries);
}

/* A count with its share in small type, or the other way round; of too few for a share, the count. */
function entry(line, row, column) {
  const cell = find(line, row, column), paired = { share: "count", count: "share" }[column.stat];
  if (!cell) { return make("td", { class: "sign" }, "-"); }
  const count = line.get(row, column.item, "count"), first = told(cell, count);
  const text = first === cell ? written(cell) : KOREAN ? withUnit(first) : say("counted", { n: written(first) });
  const made = make("td", { "data-cell": first.address, class: isSign(text) ? "sign" : null }, text);
  const other = paired && first === cell ? line.get(row, column.item, paired) : null;
  if (other && !(isSign(text) && (text === written(other) || text === "-"))) {
    made.append(" ", make("small", { "data-cell": other.address }, `(${written(other)})`));
  }
  return made;
}

function unitsOf(seen) {
  const units = new Set();
  for (const line of seen.lines) {
    for (const row of seen.rows) {
      for (const column of columnsSeen(seen)) {
        const cell = find(line, row.id, column);
        if (cell && cell.unit && cell.text === null) { units.add(cell.unit); }
        if (seen.pairs && column.stat !== "base" && line.get(row.id, column.item, "share")) { units.add("%"); }
      }
    }
  }
  return units.size ? make("span", { class: "unit" }, say("unit", { units: [...units].join(", ") })) : null;
}

/* What can be pushed aside can be reached with the keyboard, and only that. */
function measure() {
  for (const box of document.querySelectorAll(".answer .scroll")) {
    const over = box.scrollWidth > box.clientWidth + 1, given = { tabindex: "0", role: "region", "aria-labelledby": "tabled" };
    box.classList.toggle("over", over);
    for (const [name, value] of Object.entries(given)) { if (over) { box.setAttribute(name, value); } else { box.removeAttribute(name); } }
    const push = box.querySelector(".push");
    if (over && !push) { box.prepend(make("p", { class: "push", "aria-hidden": "true" }, say("push"))); }
  }
}
