/* What is chosen, kept in the address (#survey/question/group/year) and in the controls. */
const chosen = { place: "", group: "", year: data.year, what: "", part: "", arrange: "", sort: "form" };

function readAddress() {
  let parts = [];
  try { parts = location.hash.slice(1).split("/").map(decodeURIComponent); } catch { /* no address of ours */ }
  const [survey, question, group, year] = parts;
  if (!survey) { return false; }
  const place = `${survey}/${question || ""}`;
  if (place !== chosen.place) { Object.assign(chosen, { what: "", part: "", arrange: "" }); }
  Object.assign(chosen, { place, group: group || "", year: Number(year) || data.year });
  return true;
}

function addressOf({ place, group, year }) {
  const parts = [...place.split("/"), ...(group || year !== data.year ? [group] : []), ...(year !== data.year ? [year] : [])];
  return `#${parts.map(encodeURIComponent).join("/")}`;
}

/* Another question: by the same group where it is told by it. */
function go(place) { location.hash = addressOf({ place, group: kept(place), year: data.year }); }

function kept(place) {
  const years = asked.get(place)?.years, latest = years && [...years.values()][0].question;
  return latest && latest.tables.some(one => one.group === chosen.group) ? chosen.group : "";
}

function controls(seen, shown, change) {
  const made = [];
  const choice = (name, options, value) => {
    if (options.length < 2) { return; }
    const id = `by-${name}`, select = make("select", { id, name });
    options.forEach(([given, words]) => select.append(make("option", { value: given, lang: isKorean(words), selected: String(given) === String(value) })));
    options.forEach(([, words], at) => { select.options[at].textContent = words; });
    select.addEventListener("change", () => change(name, select.value));
    made.push(make("div", {}, make("label", { for: id }, say(name)), select));
  };
  choice("group", [["", say("by_all")], ...(seen.entry.years.size > 1 ? [[YEARS, say("by_years")]] : []), ...seen.groups.map(group => [group, groupWords(seen, group)])], groupOf(seen));
  choice("year", seen.overYears ? [] : [...seen.entry.years.keys()].map(year => [year, String(year)]), seen.year);
  choice("what", seen.stats.map(stat => [stat, say(stat)]), seen.what);
  choice("part", shown.parts.map(one => [one.id, one.words]), shown.part && shown.part.id);
  choice("arrange", shown.names.map(name => [name, say(`arrange_${name}`)]), shown.outer);
  choice("sort", shown.made.some(panel => panel.bars.length > 2) ? [["form", say("sort_form")], ["size", say("sort_size")]] : [], chosen.sort);
  return make("div", { class: "controls" }, ...made);
}

function groupOf(seen) { return seen.overYears ? YEARS : seen.by ? seen.by.group : ""; }

/* A group's words, or those of the question that it is. */
function groupWords(seen, group) {
  if (group === YEARS) { return say("by_years"); }
  if (group in seen.report.groups) { return data.texts[seen.report.groups[group]]; }
  const question = seen.report.questions.find(one => one.id === group);
  return question ? data.texts[question.title] : group;
}
