/* What is seen of a question: which cells, in which order. Nothing is computed here. */
const FIRST_STATS = ["share", "count", "mean", "median"];
const BY_KIND = { number: "median", money: "median", allocation: "mean", importance_performance: "mean", accounts: "amount" };
const UNSEEN = ["base"];
const YEARS = "-years"; /* in the place of a group: the years beside each other */

/* The years of a question, the tables of the chosen one, and what can be chosen. chosen: as controls.js keeps it. */
function look(entry, chosen) {
  const year = entry.years.has(chosen.year) ? chosen.year : Math.max(...entry.years.keys());
  const { report, question } = entry.years.get(year);
  const whole = question.tables.find(one => !one.group) || question.tables[0];
  const grouping = question.tables.find(one => one.group && one.group === chosen.group) || null;
  const total = openTable(report, question, whole), by = grouping && openTable(report, question, grouping);
  const years = chosen.group === YEARS ? byYear(entry) : [];
  const seen = {
    entry, year, report, question, total, by, table: grouping || whole, whole,
    overYears: years.length > 1,
    groups: question.tables.filter(one => one.group).map(one => one.group),
    tables: years.length > 1 ? years.map(one => one.table) : by ? [total, by] : [total],
    lines: [...total.levels.map(level => line(total, level, true)), ...(by ? by.levels.filter(level => level.id).map(level => line(by, level)) : [])],
  };
  if (seen.overYears) { seen.lines = years; }
  seen.stats = stats(seen);
  seen.what = seen.stats.includes(chosen.what) ? chosen.what : usual(seen);
  seen.pairs = seen.what === "share" || seen.what === "count";
  const columns = seen.tables.flatMap(one => one.columns).filter(one => one.stat === seen.what);
  seen.rows = labels(seen.tables, "rows", columns.map(one => one.row), question.kind);
  seen.items = labels(seen.tables, "items", columns.map(one => one.item));
  if (!seen.overYears) { seen.lines = seen.lines.filter(one => one.total || !isEmpty(one)); }
  return seen;
}

function line(table, level, total = false) {
  return { table, total, id: level.id, words: level.id ? level.words : say("all"), get: (row, item, stat) => table.get(level.id, row, item, stat) };
}

/* All respondents of each year, the first year first. */
function byYear(entry) {
  return [...entry.years.values()].reverse().map(({ report, question }) => {
    const table = openTable(report, question, question.tables.find(one => !one.group) || question.tables[0]);
    return { ...line(table, table.levels[0]), words: String(report.year) };
  });
}

/* The wording or the options of a question are not the same in all years. */
function differs(entry) {
  const asked = [...entry.years.values()].map(({ report, question }) => {
    const { columns } = openTable(report, question, question.tables[0]);
    const options = columns.filter(one => one.stat === "count").map(one => key(one.row, one.item));
    return [question.asked, ...options].join("\n");
  });
  return new Set(asked).size > 1;
}

function labels(tables, axis, met, kind) {
  const known = tables.flatMap(one => one[axis]).map(one => (one.id || axis === "items" ? one : { id: "", words: say(kind === "importance_performance" ? "cut" : "all") }));
  return [...new Set(met)].map(id => known.find(one => one.id === id)).sort((a, b) => known.indexOf(a) - known.indexOf(b));
}

function stats({ tables }) {
  const met = new Set(tables.flatMap(one => one.columns.map(column => column.stat)));
  const order = [...FIRST_STATS, ...Object.keys(SAY)];
  return [...met].filter(stat => !UNSEEN.includes(stat)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/* What is looked at first: of few respondents how many, of amounts what is typical. */
function usual({ stats: known, question, lines }) {
  const base = lines[0].get("", "", "base");
  const few = !question.weighted && (!base || base.value === null || base.value < question.few);
  const asked = [BY_KIND[question.kind], few ? "count" : "share", "share", "count"];
  return asked.find(stat => known.includes(stat)) || known.find(stat => stat !== "absent") || known[0];
}

/* Nobody of that level was asked or answered. */
function isEmpty(one) {
  const base = one.get("", "", "base");
  return Boolean(base) && base.status === "shown" && base.value === 0;
}

/* The empty levels of a question by a group, by name. */
function emptyLevels(seen) {
  return seen.by ? seen.by.levels.filter(level => level.id).map(level => line(seen.by, level)).filter(isEmpty).map(one => one.words) : [];
}

/* Three ways to go through the cells; of those with more than one step, a drawing has room for two. */
function axes(seen) {
  const found = [
    { name: "item", steps: seen.items }, { name: "row", steps: seen.rows }, { name: "level", steps: seen.lines },
  ];
  return found.filter(axis => axis.steps.length > 1);
}

/* The panels of the drawing, each with its bars; and what may be chosen of it. Of three ways, the rows are looked at
   one by one: that row is then all that is seen. */
function panels(seen, chosen) {
  const ways = axes(seen);
  const fixed = ways.length > 2 ? ways.find(axis => axis.name === "row") : null;
  const usualPart = fixed && (seen.question.kind === "ranking" ? fixed.steps[fixed.steps.length - 1] : fixed.steps.find(one => one.id)); /* of ranks, any */
  const part = fixed && (fixed.steps.find(one => one.id === chosen.part) || usualPart);
  const [one, other] = ways.filter(axis => axis !== fixed);
  const names = one && other ? [one.name, other.name] : [];
  const outer = names.find(name => name === chosen.arrange) || (names.includes("level") && names[0]) || names[1] || null;
  const over = ways.find(axis => axis.name === outer), along = ways.find(axis => axis !== fixed && axis !== over);
  const at = (first, second) => {
    const place = { item: seen.items[0], row: part || seen.rows[0], level: seen.lines[0] };
    if (over && first) { place[over.name] = first; }
    if (along && second) { place[along.name] = second; }
    return place;
  };
  const made = (over ? over.steps : [null]).map(first => ({
    title: first ? first.words : "",
    bars: (along ? along.steps : [null]).map(second => bar(seen, at(first, second), along)).filter(one => one.cell),
  })).filter(panel => panel.bars.length);
  if (chosen.sort === "size") { made.forEach(panel => panel.bars.sort((a, b) => b.total - a.total || size(b.cell) - size(a.cell))); }
  if (part) { seen.rows = [part]; }
  return { made, names, outer, parts: fixed ? fixed.steps : [], part };
}

function bar(seen, { item, row, level }, along) {
  const cell = level.get(row.id, item.id, seen.what), count = level.get(row.id, item.id, "count");
  const step = along && { item, row, level }[along.name];
  const words = step ? step.words : item.id ? item.words : row.id ? row.words : level.words;
  return { words, cell: told(cell, count), drawn: cell, total: Boolean(along && along.name === "level" && level.total), net: item.id.includes("+") };
}

/* Why there is nothing to see, or less than was asked for: a key of what is said, or "". */
function why(seen) {
  if (seen.question.unasked) { return "unasked"; }
  const first = seen.lines[0].get("", "", "base");
  if (first && first.status === "shown" && first.value === 0) { return "unanswered"; }
  const cells = seen.lines.flatMap(one => seen.rows.flatMap(row => seen.items.map(item => ({ one, cell: one.get(row.id, item.id, seen.what) })))).filter(one => one.cell);
  const hidden = one => one.cell.status === "suppressed";
  if (cells.length && cells.every(hidden)) { return "all_hidden"; }
  const grouped = cells.filter(({ one }) => !one.total);
  return grouped.length && grouped.every(hidden) ? "group_hidden" : "";
}
