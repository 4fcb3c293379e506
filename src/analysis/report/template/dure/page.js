/* The page reads without this. It marks the place in the contents, says where a number comes from, and opens tables for printing. */
(function () {
  "use strict";
  var wide = matchMedia("(min-width:72rem)");
  var contents = document.querySelector(".toc details");
  var links = Array.prototype.slice.call(document.querySelectorAll(".toc a"));
  var places = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  var now = document.querySelector(".toc .now");

  function fold() { contents.open = wide.matches; }
  fold();
  wide.addEventListener("change", fold);
  contents.querySelector("summary").addEventListener("click", function (event) {
    if (wide.matches) { event.preventDefault(); }
  });
  links.forEach(function (link) {
    link.addEventListener("click", function () { if (!wide.matches) { contents.open = false; } });
  });

  var waiting = false;
  function mark() {
    waiting = false;
    var current = 0;
    places.forEach(function (place, index) {
      if (place && place.getBoundingClientRect().top < innerHeight * 0.3) { current = index; }
    });
    links.forEach(function (link, index) {
      if (index === current) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    if (links.length) { now.textContent = links[current].textContent; }
  }
  addEventListener("scroll", function () {
    if (!waiting) { waiting = true; requestAnimationFrame(mark); }
  }, { passive: true });
  mark();

  var scrolls = Array.prototype.slice.call(document.querySelectorAll(".scroll"));
  function measure() {
    scrolls.forEach(function (box) { box.classList.toggle("over", box.scrollWidth > box.clientWidth + 1); });
  }
  measure();
  addEventListener("resize", measure);
  document.addEventListener("toggle", measure, true);

  /* A number in the text can be asked where it comes from: its base and count stand in the tables of this page. */
  var origin = document.getElementById("origin");
  /* Lines of tables tell the beginning of their numbers' addresses once. */
  function addressOf(number) {
    var line = number.closest("[data-cells]");
    return (line ? line.dataset.cells : "") + number.dataset.cell;
  }
  function cellOf(address) {
    return Array.prototype.find.call(document.querySelectorAll(".table data, .figure data"), function (number) {
      return addressOf(number) === address;
    });
  }
  function tell(name, text) {
    var place = origin.querySelector('[data-tells="' + name + '"]');
    place.textContent = text || "";
    place.hidden = place.previousElementSibling.hidden = !text;
  }
  function ask(number) {
    var address = addressOf(number);
    var parts = address.split("/");
    var survey = parts.slice(0, 4).join("/");
    var row = parts.length > 6 ? parts[4] + "/" : "";
    var base = cellOf(survey + "/" + (row ? row + "/base" : "base")) || cellOf(survey + "/base");
    var stat = parts[parts.length - 1];
    var count = stat === "count" ? number : stat === "share" ? cellOf(address.replace(/share$/, "count")) : null;
    var block = document.getElementById("q-" + parts[2]);
    origin.querySelector("h2").textContent = number.textContent;
    tell("question", block ? block.querySelector("h3").textContent.trim() : "");
    tell("count", count && base ? count.textContent + " / " + base.textContent : "");
    tell("base", base && !count ? base.textContent : "");
    tell("source", block ? (block.querySelector(".source") || {}).textContent : "");
    tell("cell", address);
    var link = origin.querySelector("a");
    link.hidden = !block;
    link.href = "#q-" + parts[2];
    var at = number.getBoundingClientRect();
    origin.style.top = at.bottom + 6 + scrollY + "px"; /* before it is shown, or the page would scroll to it */
    origin.showPopover();
    origin.querySelector("button").focus({ preventScroll: true });
    var below = at.bottom + origin.offsetHeight + 8 < innerHeight;
    origin.style.left = Math.max(16, Math.min(at.left, innerWidth - origin.offsetWidth - 16)) + scrollX + "px";
    origin.style.top = Math.max(8, below ? at.bottom + 6 : at.top - origin.offsetHeight - 6) + scrollY + "px";
  }
  if (origin && origin.showPopover) {
    document.querySelectorAll(".say data, .keys data, .cover data").forEach(function (number) {
      number.tabIndex = 0;
      number.setAttribute("role", "button");
      number.setAttribute("aria-haspopup", "dialog");
      number.classList.add("asks");
      number.addEventListener("click", function () { ask(number); });
      number.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); ask(number); }
      });
    });
    origin.querySelector("a").addEventListener("click", function () { origin.hidePopover(); });
  }

  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(document.querySelectorAll("details.table"), function (box) { return !box.open; });
    closed.forEach(function (box) { box.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (box) { box.open = false; }); });
})();
