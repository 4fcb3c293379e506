/* The answer: heading, controls, finding, drawing, table and notes of what is chosen; drawn anew with every choice. */
const answer = document.querySelector(".answer"), aloud = document.getElementById("aloud");
let width = 0;

function show() {
  const entry = asked.get(chosen.place), focused = answer.contains(document.activeElement) ? document.activeElement.id : "";
  answer.hidden = false;
  if (!entry) { answer.replaceChildren(make("h2", { id: "asked", tabindex: "-1" }, say("missing"))); return; }
  const seen = look(entry, chosen), shown = panels(seen, chosen), { question, report } = seen;
  const title = data.texts[question.title], reason = why(seen);
  const lacking = chosen.group && !groupOf(seen) ? say("no_group") : "";
  const head = [
    make("p", { class: "kick" }, [data.texts[report.title], data.texts[question.section], seen.year !== data.year ? String(seen.year) : ""].filter(Boolean).join(" · ")),
    make("h2", { id: "asked", tabindex: "-1" }, title),
    make("p", { class: "wording" }, (question.no ? `${question.no}. ` : "") + data.texts[question.asked]),
    controls(seen, shown, change),
  ];
  const finding = seen.overYears ? "" : data.texts[seen.table.found];
  const sentence = make("p", { class: "finding" }, finding);
  const reasons = [lacking, reason ? say(reason) : ""].filter(Boolean).map(words => make("p", { class: "remark why" }, words));
  answer.replaceChildren(...head, sentence, ...reasons, ...(["unasked", "unanswered"].includes(reason) ? [] : drawing(seen, shown, reason, title)), notes(seen), ways(seen));
  aloud.replaceChildren(...spoken([title, groupOf(seen) && groupWords(seen, groupOf(seen)), say(seen.what), finding].filter(Boolean).join(". ")));
  measure();
  markChosen(chosen.place);
  if (focused) { document.getElementById(focused)?.focus({ preventScroll: true }); }
}

function drawing(seen, shown, reason, title) {
  const by = groupOf(seen) ? groupWords(seen, groupOf(seen)) : "";
  const caption = [title, by, say(seen.what), shown.part ? shown.part.words : ""].filter(Boolean).join(" · ");
  const parts = [];
  if (reason !== "all_hidden" && shown.made.length) {
    width = Math.max(240, Math.floor(answer.clientWidth));
    const unit = seen.pairs ? "" : shown.made[0].bars[0].cell.unit;
    const basis = [seen.overYears ? "" : `${say("basis")}: ${data.texts[seen.table.base]}`, unit && say("unit", { units: unit })].filter(Boolean).join(" ");
    parts.push(make("figure", { class: "figure" }, make("figcaption", { class: "caption" }, make("b", {}, caption), make("span", { class: "base" }, basis)),
      draw(shown.made, width, caption, `${described(shown.made)}. ${basis}`)));
  }
  const table = tabled(seen, `${say("table")}: ${caption}`);
  table.querySelector("caption").id = "tabled";
  return [...parts, table];
}

function notes(seen) {
  const cells = seen.lines.flatMap(line => seen.rows.flatMap(row => columnsSeen(seen).map(column => find(line, row.id, column)))).filter(Boolean);
  const signs = new Set(cells.map(written)), empty = emptyLevels(seen);
  const lines = [...new Set([...seen.table.notes, ...seen.whole.notes])].map(at => data.texts[at]);
  if (signs.has("X")) { lines.push(say("hidden")); }
  if (signs.has("-")) { lines.push(say("none")); }
  if (signs.has("…") || cells.some(cell => cell.status === "not_comparable")) { lines.push(say("unknown")); }
  if (seen.pairs && usual(seen) === "count") { lines.push(say("few")); }
  if (seen.overYears && differs(seen.entry)) { lines.push(say("years_differ")); }
  if (empty.length) { lines.push(say("levels_empty", { levels: empty.join(", ") })); }
  const made = make("div", { class: "notes" });
  if (lines.length) { made.append(make("div", { class: "note" }, make("b", {}, say("note")), make("ol", {}, ...lines.map(text => make("li", {}, text))))); }
  made.append(make("p", { class: "note" }, make("b", {}, say("source")), make("span", { class: "source" }, [data.texts[seen.table.source], INSIDE && SAY.edition].filter(Boolean).join(" · "))));
  return made;
}

function ways(seen) {
  const made = make("p", { class: "ways" });
  if (seen.question.page) { made.append(make("a", { href: seen.question.page }, say("report")), " "); }
  made.append(make("a", { href: addressOf({ place: chosen.place, group: groupOf(seen), year: seen.year }) }, say("link")), " ");
  const button = (words, act) => {
    const one = make("button", { type: "button" }, words);
    one.addEventListener("click", act);
    made.append(one, " ");
  };
  const name = [seen.report.survey, seen.year, seen.question.id, seen.by && seen.by.group, INSIDE && data.audience].filter(Boolean).join("-");
  button(say("csv"), () => save(`${name}.csv`, csvOf(seen)));
  button(say("print"), () => print());
  return made;
}

/* A group and a year are part of the address; the rest is how it is looked at. */
function change(name, value) {
  chosen[name] = name === "year" ? Number(value) : value;
  if (name === "group" || name === "year") { history.pushState(null, "", addressOf(chosen)); }
  show();
}

function arrive(move) {
  if (!readAddress()) { Object.assign(chosen, { place: data.start, group: "", year: data.year }); }
  show();
  if (!move) { return; }
  if (narrow.matches) { fold.open = false; }
  const heading = document.getElementById("asked");
  heading.focus({ preventScroll: true });
  if (narrow.matches || heading.getBoundingClientRect().top < 0) { answer.scrollIntoView(); }
}

box.querySelector("nav").addEventListener("click", event => {
  const entry = entries.find(one => one.link === event.target.closest("a"));
  if (entry && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (entry.place === chosen.place) { arrive(true); } else { go(entry.place); }
  }
});
addEventListener("hashchange", () => arrive(true));
addEventListener("popstate", () => { if (location.hash) { readAddress(); show(); } });
addEventListener("resize", () => { if (!answer.hidden && Math.floor(answer.clientWidth) !== width) { show(); } });
addEventListener("beforeprint", () => show());
narrow.addEventListener("change", foldList);

form.hidden = false;
foldList();
rove();
arrive(false);
/* Words are measured anew in the letters that came with the page, where it is these that are shown. */
requestAnimationFrame(() => document.fonts.ready.then(() => show()));
if (location.hash) { answer.scrollIntoView({ block: "start" }); }
