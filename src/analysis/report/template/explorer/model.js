/* What the page holds: surveys, questions, tables and their cells, read from the page's JSON when they are asked for. */
const data = JSON.parse(document.getElementById("tables").textContent);
const SAY = JSON.parse(document.getElementById("say").textContent);
const KOREAN = data.language === "ko";
const INSIDE = ["committee", "secretariat"].includes(data.audience); /* what is not to be passed on says so wherever it goes */
const STATUS = { X: "suppressed", E: "empty", U: "not_comparable" };
const TOKEN = /^(%|N|[^/@=]+)(?:\/([^@=]+))?(?:@([^=]+))?(?:=(.*))?$/s;

function say(key, fields) {
  return (SAY[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (fields && name in fields ? fields[name] : whole));
}

/* "survey/question" → { years: { 2016: { report, question } } }, the last year first. */
const asked = new Map();
for (const report of data.reports) {
  for (const question of report.questions) {
    const place = `${report.survey}/${question.id}`;
    if (!asked.has(place)) { asked.set(place, { place, years: new Map() }); }
    asked.get(place).years.set(report.year, { report, question });
  }
}

/* Columns of a shape: of each of some rows, pairs of an item and a measure. */
function columnsOf(table, rows, items) {
  const shape = data.shapes[table.shape], columns = [];
  for (let at = 0; at < shape.length; at += 2) {
    for (const row of shape[at]) {
      for (let pair = 0; pair < shape[at + 1].length; pair += 2) {
        const [stat, way, unit] = data.measures[shape[at + 1][pair + 1]];
        columns.push({ row: rows[row].id, item: items[shape[at + 1][pair]].id, stat, way, unit: data.texts[unit] });
      }
    }
  }
  return columns;
}

/* The number behind a token; base: what holds from the token before; counted: the count that a share is of. */
function readCell(token, base, counted) {
  if (token in STATUS) { return { status: STATUS[token], value: null, n: null, base: null, text: null }; }
  const [, value, n, of, text] = TOKEN.exec(token);
  const cell = { status: "shown", n: counted ? counted.value : null, base, text: text ?? null };
  if (of) { cell.base = of === "-" ? null : Number(of); }
  if (n) { cell.n = n === "-" ? null : Number(n); }
  cell.value = value === "N" ? null : value === "%" ? Number(rounded(...ratio(cell.n), BigInt(cell.base), 3)) : Number(value);
  return cell;
}

/* A table with its axes ({id, words}), columns and cells by key. */
function openTable(report, question, table) {
  if (table.open) { return table.open; }
  const [levels, rows, items] = table.axes.map(at => data.axes[at].map(([id, words]) => ({ id, words: data.texts[words] })));
  const columns = columnsOf(table, rows, items), cells = new Map();
  levels.forEach((level, line) => {
    let base = null;
    (table.lines[line] || question.tables[0].lines[0]).split("|").forEach((token, at) => {
      if (!token) { return; }
      const column = columns[at], { row, item, stat } = column;
      const counted = stat === "share" ? cells.get(key(level.id, row, item, "count")) : null;
      const cell = readCell(token, base, counted);
      if (cell.status === "shown") { base = cell.base; }
      cells.set(key(level.id, row, item, stat), Object.assign(cell, {
        stat, row, item, way: column.way, unit: column.unit,
        address: address(report, question, table.group, level.id, row, item, stat),
      }));
    });
  });
  table.open = {
    group: table.group, levels, rows, items, columns,
    get: (level, row, item, stat) => cells.get(key(level, row, item, stat)),
    all: () => [...cells.values()],
  };
  return table.open;
}

function key(...parts) { return parts.join("\t"); }

/* The address of a cell, as Python's tables.address writes it. */
function address(report, question, group, level, row, item, stat) {
  const tail = row ? [row, item, stat] : item ? [item, stat] : [stat];
  const by = quoted(group, "") + (level ? ":" + quoted(level, "+") : "");
  return [report.survey, report.year, question.id, `by=${by}`, ...tail.map(part => quoted(part, "+:="))].join("/");
}

function quoted(part, safe) {
  const whole = encodeURIComponent(part).replace(/[!'()*]/g, sign => "%" + sign.charCodeAt(0).toString(16).toUpperCase());
  return [...safe].reduce((text, sign) => text.replaceAll(encodeURIComponent(sign), sign), whole);
}
