/* What is seen as a file: a line for each cell, below what the table is. */
function csvOf(seen) {
  const head = ["csv_level", "csv_row", "csv_item", "csv_stat", "csv_shown", "csv_value", "base", "csv_status"].map(name => say(name));
  const lines = [[data.texts[seen.question.title], String(seen.year)], [say("basis"), data.texts[seen.table.base]], [say("source"), data.texts[seen.table.source]], [SAY.edition], [], head];
  for (const line of seen.lines) {
    for (const row of seen.rows) {
      for (const column of columnsSeen(seen)) {
        for (const stat of seen.pairs && column.stat !== "base" ? ["count", "share"] : [column.stat]) {
          const cell = find(line, row.id, { ...column, stat });
          if (!cell) { continue; }
          const item = seen.items.find(one => one.id && one.id === column.item);
          lines.push([line.words, row.id ? row.words : "", item ? item.words : "", say(stat), written(cell), cell.value ?? "", cell.base ?? "", cell.status]);
        }
      }
    }
  }
  return "\ufeff" + lines.map(line => line.map(field).join(",") + "\r\n").join("");
}

/* In quotes where it has to be, and never a formula. */
function field(value) {
  const text = typeof value === "string" && /^[=+@\t\r]|^-./.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(name, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
