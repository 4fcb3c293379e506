/* The list of findings reads without this. It looks for words in titles, findings and sentences, however they are spaced. */
(function () {
  "use strict";
  var form = document.querySelector(".find"), input = form.querySelector("input");
  var count = form.querySelector(".count"), results = form.querySelector(".results");
  var sentences = JSON.parse(document.getElementById("sentences").textContent);
  var MOST = 50;

  var entries = Array.prototype.map.call(document.querySelectorAll(".all li"), function (line, index) {
    var link = line.querySelector("a"), finding = line.querySelector("span"), group = line.closest("section");
    return {
      href: link.getAttribute("href"), lang: group.lang, report: letters(group.querySelector("h3").textContent.normalize("NFC")),
      heading: letters(link.textContent.normalize("NFC")),
      told: [finding ? finding.textContent : ""].concat(sentences[index]).map(function (one) { return letters(one.normalize("NFC")); })
    };
  });

  /* Every part stands in the heading, in a sentence or in the report's title; the sentence with most of them is shown. */
  function look(entry, parts, loose) {
    var marks = [], best = entry.told[0], most = -1, weight = 0;
    for (var at = 0; at < parts.length; at += 1) {
      var named = findIn(entry.heading, parts[at], loose);
      weight += named ? 2 : 0;
      marks.push(Boolean(named));
    }
    var texts = entry.told.map(function (words) {
      return parts.filter(function (part, index) {
        var found = findIn(words, part, loose);
        if (found) { marks[index] = true; }
        return found;
      }).length;
    });
    texts.forEach(function (number, index) { if (number > most) { most = number; best = entry.told[index]; } });
    var all = (weight || most) && parts.every(function (part, index) { return marks[index] || findIn(entry.report, part, loose); });
    return all ? { entry: entry, told: best, weight: weight + most } : null;
  }
  function seek(parts) {
    var found = [];
    [false, true].forEach(function (loose) {
      if (!found.length) { found = entries.map(function (entry) { return look(entry, parts, loose); }).filter(Boolean); }
    });
    return found.map(function (one, index) { one.at = index; return one; }).sort(function (a, b) {
      return b.weight - a.weight || a.at - b.at;
    });
  }

  function put(into, words, parts) {
    var spans = parts.map(function (part) { return findIn(words, part, false) || findIn(words, part, true); }).filter(Boolean);
    var end = 0;
    spans.sort(function (a, b) { return a[0] - b[0]; }).forEach(function (span) {
      if (span[0] < end) { return; }
      into.append(words.text.slice(end, span[0]));
      var mark = document.createElement("mark");
      mark.textContent = words.text.slice(span[0], span[1]);
      into.append(mark);
      end = span[1];
    });
    into.append(words.text.slice(end));
  }
  function line(one, parts) {
    var item = document.createElement("li"), link = document.createElement("a");
    link.href = one.entry.href;
    put(link, one.entry.heading, parts);
    item.append(link);
    if (one.entry.lang) { item.lang = one.entry.lang; }
    if (one.told.text) {
      var told = document.createElement("p");
      put(told, one.told, parts);
      item.append(told);
    }
    var report = document.createElement("p");
    report.className = "from";
    report.textContent = one.entry.report.text;
    item.append(report);
    return item;
  }

  function search() {
    var sought = input.value.normalize("NFC").trim();
    var parts = sought.split(/\s+/).map(function (part) { return letters(part).letters; }).filter(function (part) { return part.length; });
    results.textContent = "";
    if (!parts.length) { count.textContent = ""; return; }
    var found = seek(parts);
    count.textContent = found.length === 0 ? count.dataset.none.replace("{sought}", function () { return sought; })
      : found.length === 1 ? count.dataset.one
      : (found.length > MOST ? count.dataset.more : count.dataset.many).replace("{n}", found.length).replace("{shown}", MOST);
    found.slice(0, MOST).forEach(function (one) { results.append(line(one, parts)); });
  }

  var waiting = 0;
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    search();
    if (results.firstChild) { results.querySelector("a").focus(); }
  });
  form.hidden = false;
  if (input.value) { search(); }
})();
