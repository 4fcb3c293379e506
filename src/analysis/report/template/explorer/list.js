/* The list of questions: links to their tables, found by their words, gone through with the arrow keys. */
const box = document.querySelector(".choose"), form = box.querySelector(".find"), input = form.querySelector("input");
const fold = box.querySelector("details"), found = form.querySelector(".count");
const links = [...box.querySelectorAll("nav a")];
const narrow = matchMedia("(max-width: 59.99rem)");

const entries = links.map(link => {
  const { report, question } = [...asked.get(link.id).years.values()][0], place = link.id;
  link.href = `#${place}`;
  link.removeAttribute("id");
  return { link, place, line: link.parentElement, words: null, question, report };
});

/* What is sought in, put together when it is first asked for: title, wording and section, then options. */
function wordsOf(entry) {
  if (!entry.words) {
    const { question, report } = entry, [, rows, items] = question.tables[0].axes.map(at => data.axes[at].map(([, words]) => data.texts[words]));
    const near = [data.texts[question.title], data.texts[question.asked]], far = [data.texts[question.section], data.texts[report.title], question.no];
    const read = text => letters(text.normalize("NFC"));
    entry.words = { near: near.map(read), options: [...rows, ...items].map(read), far: far.map(read) };
  }
  return entry.words;
}

function search() {
  const sought = input.value.normalize("NFC").trim();
  const parts = sought.split(/\s+/).map(part => letters(part).letters).filter(part => part.length);
  let hits = [];
  for (const loose of [false, true]) {
    if (!hits.length) { hits = entries.filter(entry => matches(entry, parts, loose)); }
  }
  for (const entry of entries) {
    entry.line.hidden = !hits.includes(entry);
    entry.line.querySelector(".hit")?.remove();
    const option = parts.length && hits.includes(entry) ? optionOf(entry, parts) : null;
    if (option) { entry.line.append(make("span", { class: "hit" }, `${say("option")}: ${option.text}`)); }
  }
  for (const part of box.querySelectorAll(".portion, nav section")) { part.hidden = !part.querySelector("li:not([hidden])"); }
  found.textContent = "";
  if (parts.length) { found.append(...spoken(hits.length ? say("found_many", { n: hits.length }) : say("found_none", { sought }))); }
  if (parts.length) { fold.open = true; }
  rove();
  return hits;
}

/* Every part stands somewhere, and one of them not only in the names that many questions share. */
function matches(entry, parts, loose) {
  const { near, options, far } = wordsOf(entry), within = (texts, part) => texts.some(text => findIn(text, part, loose));
  const own = parts.map(part => within([...near, ...options], part));
  return parts.every((part, at) => own[at] || within(far, part)) && (!parts.length || own.some(Boolean) || parts.every(part => within(far, part)));
}

function optionOf(entry, parts) {
  const { near, options } = wordsOf(entry);
  if (parts.some(part => near.some(text => findIn(text, part, true)))) { return null; }
  return options.find(text => parts.some(part => findIn(text, part, true))) || null;
}

/* One stop for the tab key; the arrows go from question to question. */
function rove() {
  const seen = entries.filter(entry => !entry.line.hidden).map(entry => entry.link);
  const stop = seen.find(link => link.hasAttribute("aria-current")) || seen[0];
  links.forEach(link => { link.tabIndex = link === stop ? 0 : -1; });
}

function step(from, by) {
  const seen = entries.filter(entry => !entry.line.hidden).map(entry => entry.link), at = seen.indexOf(from);
  const to = by === "first" ? 0 : by === "last" ? seen.length - 1 : at + by;
  if (to < 0) { input.focus(); } else { seen[Math.min(to, seen.length - 1)]?.focus(); }
}

box.querySelector("nav").addEventListener("keydown", event => {
  const by = { ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" }[event.key];
  if (by && event.target.matches("a")) { event.preventDefault(); step(event.target, by); }
});
input.addEventListener("keydown", event => {
  if (event.key === "ArrowDown") { event.preventDefault(); fold.open = true; step(null, "first"); }
});
input.addEventListener("input", search);
form.addEventListener("submit", event => {
  event.preventDefault();
  const [first] = search();
  if (first) { go(first.place); }
});

function markChosen(place) {
  for (const entry of entries) {
    if (entry.place === place) { entry.link.setAttribute("aria-current", "page"); } else { entry.link.removeAttribute("aria-current"); }
  }
  rove();
  const link = entries.find(entry => entry.place === place)?.link, nav = box.querySelector("nav");
  if (link && !narrow.matches) { nav.scrollTop += link.getBoundingClientRect().top - nav.getBoundingClientRect().top - nav.clientHeight / 3; }
}

function foldList() { fold.open = !narrow.matches; }
