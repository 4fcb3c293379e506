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

  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(document.querySelectorAll("details.table"), function (box) { return !box.open; });
    closed.forEach(function (box) { box.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (box) { box.open = false; }); });
})();
