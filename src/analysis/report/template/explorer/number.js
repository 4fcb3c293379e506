/* How a number is written: half up, as everywhere in the reports, on exact fractions of whole numbers. */
const SIGNS = { suppressed: "X", empty: "-", not_comparable: "…" };
const OR_NOTHING = ["count", "share", "amount"];

/* The number that a person reads, as a fraction of two whole numbers. */
function ratio(value) {
  const [digits, power] = String(value).split("e");
  const [whole, part = ""] = digits.split(".");
  const zeros = Number(power || 0) - part.length, number = BigInt(whole + part);
  return zeros >= 0 ? [number * 10n ** BigInt(zeros), 1n] : [number, 10n ** BigInt(-zeros)];
}

/* above / (below × more), half away from zero, with so many decimals, as text. */
function rounded(above, below, more, decimals) {
  const under = below * more, sign = above < 0n;
  const size = ((sign ? -above : above) * 2n * 10n ** BigInt(decimals) + under) / (2n * under);
  const text = String(size).padStart(decimals + 1, "0");
  const number = decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text;
  return sign && size > 0n ? `-${number}` : number;
}

function grouped(number) {
  const [whole, part] = number.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

function decimal(value, decimals, by = 1n) { return grouped(rounded(...ratio(value), by, decimals)); }

function percent({ value, n, base }) {
  const counted = n !== null && base && rounded(...ratio(n), BigInt(base), 3) === rounded(...ratio(value), 1n, 3);
  const [above, below] = ratio(counted ? n : value);
  return rounded(above * 100n, below, counted ? BigInt(base) : 1n, 1);
}

/* The number of a cell without its unit, or the sign that stands in its place. */
function written(cell) {
  if (cell.status !== "shown") { return SIGNS[cell.status]; }
  if (cell.value === null) { return "…"; }
  if (cell.text !== null) { return cell.text; }
  const { way, value } = cell;
  if (value === 0 && OR_NOTHING.includes(cell.stat)) { return "-"; }
  if (way === "%") { return percent(cell); }
  if (way === "a") { return (value < 0 ? "△" : "") + decimal(Math.abs(value), 0); }
  if (way[0] === "/") { return decimal(value, 0, BigInt(way.slice(1))); }
  if (way === "g") { return decimal(value, Number.isInteger(value) ? 0 : 1); }
  if (way === "m") { return decimal(value, Math.abs(value) >= 100 ? 0 : 1); }
  return decimal(value, Number(way));
}

/* The same with a per cent sign, or in Korean with what it counts. */
function withUnit(cell) {
  const text = written(cell);
  if (isSign(text) || cell.text !== null) { return text; }
  if (cell.stat === "share") { return `${text}%`; }
  return KOREAN && cell.stat === "count" ? text + cell.unit : text;
}

/* Of too few cases for a share, its count. */
function told(cell, count) {
  return cell && cell.stat === "share" && cell.status === "not_comparable" && count && count.status === "shown" ? count : cell;
}

function isSign(text) { return text === "X" || text === "-" || text === "…"; }

function size(cell) { return cell && cell.status === "shown" && cell.value !== null ? cell.value : 0; }

/* Dates and places in a plane are no lengths. */
function isLength(cell) { return cell.text === null && cell.stat !== "code"; }
