/* The drawing: bars in panels, with their numbers. Words are wrapped by measuring them, so that none is cut. */
const SIZE = 13, LINE = 18, GAP = 10, THICK = 16, AIR = 8, PANEL = 320, HEADING = 14;
const FACE = getComputedStyle(document.body).fontFamily;
const pen = document.createElement("canvas").getContext("2d");

function wide(text, bold = false, px = SIZE) {
  pen.font = `${bold ? 700 : 400} ${px}px ${FACE}`;
  return Math.ceil(pen.measureText(text).width * 1.02) + 1;
}

/* Lines of words no wider than `most`; a word that is wider is cut where it must be. */
function wrapped(text, most, bold = false, px = SIZE) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && wide(longer, bold, px) <= most) { lines[lines.length - 1] = longer; continue; }
    let rest = word;
    while (wide(rest, bold, px) > most && rest.length > 1) {
      let end = rest.length - 1;
      while (end > 1 && wide(rest.slice(0, end), bold, px) > most) { end -= 1; }
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    lines.push(rest);
  }
  return lines;
}

/* The drawing of panels in so many pixels. title, description: for those who listen to it. */
function draw(made, width, title, description) {
  const across = made.length > 1 && width >= 2 * PANEL + 40 ? 2 : 1;
  const own = (width - (across - 1) * 40) / across;
  const scale = scaleOf(made, own);
  const columns = Array.from({ length: across }, () => 0), marks = [];
  made.forEach((panel, at) => {
    if (at % across === 0) { columns.fill(Math.max(...columns)); }
    const column = at % across, left = column * (own + 40);
    const { marks: drawn, height } = drawPanel(panel, left, columns[column], scale);
    marks.push(...drawn);
    columns[column] += height + 22;
  });
  const height = Math.max(...columns) - 12;
  const svg = mark("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": "drawn", "aria-describedby": "drawn-words" });
  svg.append(mark("title", { id: "drawn" }, title), mark("desc", { id: "drawn-words" }, description), ...marks);
  return svg;
}

/* What all panels share: where labels end, where bars begin and how long they are. */
function scaleOf(made, own) {
  const bars = made.flatMap(panel => panel.bars), drawn = bars.map(one => one.cell).filter(isLength);
  const number = Math.max(...bars.map(one => wide(withUnit(one.cell), true)), 34);
  const longest = Math.max(...bars.map(one => wide(one.words, one.total)));
  const above = own < 440 && longest > own * 0.3;
  const label = above ? 0 : Math.min(own * 0.4, longest);
  const sizes = bars.filter(one => drawn.includes(one.cell) && one.cell === one.drawn).map(one => size(one.cell));
  const low = Math.min(0, ...sizes), high = Math.max(0, ...sizes);
  const room = own - label - (above ? 0 : GAP) - number - AIR;
  return { own, above, label, low, high, room: low < 0 ? room - number - AIR : room, from: (above ? 0 : label + GAP) + (low < 0 ? number + AIR : 0), span: high - low || 1, drawn };
}

function drawPanel(panel, left, top, scale) {
  const marks = [];
  let y = top;
  if (panel.title) {
    for (const words of wrapped(panel.title, scale.own, true, HEADING)) {
      marks.push(mark("text", { x: left, y: y + 15, class: "panel" }, words));
      y += 20;
    }
    y += 6;
  }
  for (const one of panel.bars) {
    const lines = wrapped(one.words, scale.above ? scale.own : scale.label, one.total);
    const weight = one.total ? "label all" : "label";
    const labels = lines.length * LINE, tall = scale.above ? labels + THICK + 10 : Math.max(THICK + 8, labels + 4);
    const middle = scale.above ? y + labels + 4 + THICK / 2 : y + tall / 2;
    lines.forEach((words, at) => marks.push(mark("text", {
      x: scale.above ? left : left + scale.label, y: (scale.above ? y : y + (tall - labels) / 2) + at * LINE + 13,
      class: weight, "text-anchor": scale.above ? "start" : "end",
    }, words)));
    marks.push(...drawBar(one, left, middle, scale));
    y += tall;
  }
  const zero = left + scale.from + (scale.room * -scale.low) / scale.span;
  if (scale.drawn.length) { marks.unshift(mark("line", { x1: zero, x2: zero, y1: y, y2: top + (panel.title ? 20 : 0), class: "zero" })); }
  return { marks, height: y - top };
}

function drawBar(one, left, middle, scale) {
  const text = withUnit(one.cell), zero = left + scale.from + (scale.room * -scale.low) / scale.span;
  const number = (x, given = {}) => mark("text", { x, y: middle + 4.5, class: "number", "data-cell": one.cell.address, ...given }, text);
  if (text === "X") {
    return [mark("rect", { x: zero + 3, y: middle - 9, width: 30, height: 18, rx: 9, class: "pill" }), number(zero + 18, { "text-anchor": "middle" })];
  }
  if (isSign(text) || !scale.drawn.includes(one.cell) || one.cell !== one.drawn) { return [number(zero + 6)]; }
  const long = Math.abs(size(one.cell)) * (scale.room / scale.span), back = size(one.cell) < 0;
  const marks = [mark("rect", { x: back ? zero - long : zero, y: middle - THICK / 2, width: Math.max(long, 1), height: THICK, class: one.total ? "bar all" : one.net ? "bar net" : "bar" })];
  return [...marks, back ? number(zero - long - AIR, { "text-anchor": "end" }) : number(zero + long + AIR)];
}

/* The numbers of a drawing in words. */
function described(made) {
  return made.map(panel => (panel.title ? `${panel.title}: ` : "") + panel.bars.map(one => `${one.words} ${withUnit(one.cell)}`).join(", ")).join(". ");
}
