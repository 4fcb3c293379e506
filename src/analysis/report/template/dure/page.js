/* The page reads without this. It marks the place in the contents, shows chart and table as two views, says where numbers come from, and opens tables for printing. */
(function () {
  "use strict";
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function make(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }
  var parts = document.getElementById("parts").content;
  function part(selector) { return parts.querySelector(selector).cloneNode(true); }
  var wide = matchMedia("(min-width:72rem)");

  /* Contents that follow the reader: the chapter that is read is open. */
  var nav = document.querySelector(".toc");
  var contents = nav.querySelector("details");
  var links = all("a", nav);
  var places = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  var now = nav.querySelector(".now");

  function fold() {
    contents.open = wide.matches;
    contents.querySelector("summary").tabIndex = wide.matches ? -1 : 0; /* where all is open, there is nothing to press */
  }
  fold();
  nav.classList.add("follows");
  wide.addEventListener("change", fold);
  contents.querySelector("summary").addEventListener("click", function (event) {
    if (wide.matches) { event.preventDefault(); }
  });
  links.forEach(function (link) {
    link.addEventListener("click", function () { if (!wide.matches) { contents.open = false; } });
  });
  nav.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !wide.matches && contents.open) {
      contents.open = false;
      contents.querySelector("summary").focus();
    }
  });
  nav.addEventListener("focusout", function (event) { /* or it would cover what has the focus */
    if (!wide.matches && event.relatedTarget && !nav.contains(event.relatedTarget)) { contents.open = false; }
  });

  var waiting = false, current = -1;
  function mark() {
    waiting = false;
    var at = 0;
    places.forEach(function (place, index) {
      if (place && place.getBoundingClientRect().top < innerHeight * 0.3) { at = index; }
    });
    if (at === current || !links.length) { return; }
    if (links[current]) { links[current].removeAttribute("aria-current"); }
    current = at;
    links[at].setAttribute("aria-current", "location");
    all("li", nav).forEach(function (item) { item.classList.toggle("within", item.contains(links[at])); });
    now.textContent = links[at].textContent;
  }
  addEventListener("scroll", function () {
    if (!waiting) { waiting = true; requestAnimationFrame(mark); }
  }, { passive: true });

  /* What can be pushed aside can be reached with the keyboard, and only that. */
  function measure(within) {
    /* What is folded away is measured when it is opened; and all are, before any is changed: either saves layouts. */
    var boxes = all(".scroll", within).filter(function (box) { return !box.closest("details:not([open])"); });
    var wider = boxes.map(function (box) { return box.scrollWidth > box.clientWidth + 1; });
    boxes.forEach(function (box, index) {
      var over = wider[index], table = box.querySelector("caption");
      box.classList.toggle("over", over);
      if (over && !box.querySelector(".push")) { box.insertBefore(part(".push"), box.firstChild); }
      ["tabindex", "role", "aria-label"].forEach(function (name, index) {
        if (over) { box.setAttribute(name, ["0", "region", table ? table.textContent.trim() : ""][index]); } else { box.removeAttribute(name); }
      });
    });
  }
  addEventListener("resize", function () { measure(); });
  document.addEventListener("toggle", function (event) { measure(event.target); }, true);

  /* Chart and table: two views of one figure. */
  function views(block, bar, table) {
    var buttons = all("button", bar), drawing = buttons[0], tabled = buttons[1];
    function set(open) {
      block.classList.toggle("tabled", open);
      drawing.setAttribute("aria-pressed", String(!open));
      tabled.setAttribute("aria-pressed", String(open));
    }
    function turn(open) {
      var before = bar.getBoundingClientRect().top;
      table.open = open;
      set(open);
      measure(block);
      if (bar.contains(document.activeElement)) { scrollBy({ top: bar.getBoundingClientRect().top - before, behavior: "instant" }); }
    }
    set(table.open);
    drawing.addEventListener("click", function () { turn(false); });
    tabled.addEventListener("click", function () { turn(true); });
    table.addEventListener("toggle", function (event) { /* found by a search in the page */
      if (event.target === table && !printing && table.open !== block.classList.contains("tabled")) { turn(table.open); }
    });
    block.classList.add("viewed");
  }
  /* One stop for the keyboard: the arrows go from button to button. */
  function rove(bar, buttons) {
    bar.setAttribute("role", "toolbar");
    buttons.forEach(function (button, index) { button.tabIndex = index ? -1 : 0; });
    bar.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus(); }
    });
    bar.addEventListener("focusin", function (event) {
      buttons.forEach(function (button) { button.tabIndex = button === event.target ? 0 : -1; });
    });
  }

  /* Where a number comes from: its base and count stand in the tables of this page. */
  var origin = document.getElementById("origin");
  var sources = origin.querySelector("h2").textContent;
  var cells = null;
  function addressOf(number) { /* what stands around it tells how its address begins, from the outermost in */
    var address = number.dataset.cell;
    for (var around = number.closest("[data-cells]"); around; around = around.parentElement.closest("[data-cells]")) { address = around.dataset.cells + address; }
    return address;
  }
  function wordsOf(number) { /* without the small type behind it, and its brackets */
    return number.firstChild.textContent.replace(/[()]/g, "").trim();
  }
  function cellOf(address) {
    if (!cells) {
      cells = {};
      all("main data").concat(all("main table :is(data, td, small)[data-cell]")).forEach(function (number) { cells[addressOf(number)] = wordsOf(number); });
    }
    return cells[address];
  }
  function told(number) {
    var address = addressOf(number), parts = address.split("/");
    var survey = parts.slice(0, 4).join("/");
    var row = parts.length > 6 ? parts[4] + "/" : "";
    var base = cellOf(survey + "/" + (row ? row + "/base" : "base")) || cellOf(survey + "/base");
    var stat = parts[parts.length - 1];
    var count = stat === "count" ? wordsOf(number) : stat === "share" ? cellOf(address.replace(/share$/, "count")) : "";
    return { address: address, text: wordsOf(number), base: base || "", count: count && base ? count + " / " + base : "", question: parts[2] };
  }
  function tell(name, text) {
    var place = origin.querySelector('[data-tells="' + name + '"]');
    place.textContent = text || "";
    place.hidden = place.previousElementSibling.hidden = !text;
  }
  function titleOf(block) {
    var heading = block && block.querySelector("h3");
    return heading ? heading.textContent.trim() : "";
  }
  function sourceOf(block) {
    var chapter = block && block.closest(".chapter");
    var source = block && (block.querySelector(".source") || (chapter && chapter.querySelector(".shared .source")));
    return source ? source.textContent : "";
  }
  function lead(block) {
    var link = origin.querySelector("a");
    link.parentNode.hidden = !block;
    if (block) { link.href = "#" + block.id; }
  }
  function ask(number) {
    var one = told(number);
    var block = document.getElementById("q-" + one.question) || number.closest(".block");
    origin.classList.remove("many");
    origin.querySelector("h2").textContent = one.text;
    tell("question", titleOf(block));
    tell("count", one.count);
    tell("base", one.count ? "" : one.base);
    tell("source", sourceOf(block));
    tell("cell", one.address);
    origin.querySelector(".list").textContent = "";
    lead(block && !block.contains(number) ? block : null);
    show(number);
  }
  function askAll(button, block, numbers) {
    var seen = {}, list = origin.querySelector(".list"), table = part("table"), body = table.tBodies[0];
    numbers.forEach(function (number) {
      var one = told(number), line;
      if (seen[one.address + one.text]) { return; }
      seen[one.address + one.text] = true;
      line = body.insertRow();
      line.appendChild(make("th", one.text)).scope = "row";
      [one.count || "–", one.base || "–"].forEach(function (words) { line.insertCell().textContent = words; });
      line.insertCell().appendChild(make("code", one.address));
    });
    origin.classList.add("many");
    origin.querySelector("h2").textContent = sources;
    ["count", "base", "cell"].forEach(function (name) { tell(name); });
    tell("question", titleOf(block));
    tell("source", sourceOf(block));
    list.textContent = "";
    list.appendChild(table);
    lead(null);
    show(button);
  }
  function show(from) {
    var at = from.getBoundingClientRect();
    origin.style.top = at.bottom + 6 + scrollY + "px"; /* before it is shown, or the page would scroll to it */
    origin.showPopover({ source: from }); /* so that the tab key goes on from there */
    origin.querySelector("button").focus({ preventScroll: true });
    var below = at.bottom + origin.offsetHeight + 8 < innerHeight;
    origin.style.left = Math.max(16, Math.min(at.left, innerWidth - origin.offsetWidth - 16)) + scrollX + "px";
    origin.style.top = Math.max(8, below ? at.bottom + 6 : at.top - origin.offsetHeight - 6) + scrollY + "px";
  }
  function asker(block) {
    var numbers = all(":is(data, td, small)[data-cell]", block);
    if (!numbers.length || !origin.showPopover) { return null; }
    var button = part(".ask");
    button.addEventListener("click", function () { /* of what is seen: the sentences', and of tables that are open */
      var seen = numbers.filter(function (number) { return number.getClientRects().length && !number.closest("details:not([open])"); });
      askAll(button, block, seen.length ? seen : numbers);
    });
    return button;
  }
  var printing = false;
  all(".block").forEach(function (block) {
    var button = asker(block), table = block.querySelector(":scope > .figure > .art + .table");
    var caption = block.querySelector(":scope > .figure > .caption");
    if (table && caption) {
      var bar = part(".tools");
      bar.setAttribute("aria-label", caption.querySelector("b").textContent);
      views(block, bar, table);
      if (button) { bar.appendChild(button); }
      caption.insertBefore(bar, caption.children[1]);
      rove(bar, all("button", bar));
    } else if (button && block.querySelector(".keys")) {
      block.querySelector(".keys").insertAdjacentElement("afterend", button);
    } else if (button) {
      (block.querySelector(":scope > .say") || block).insertBefore(button, block.querySelector(":scope > .say") ? null : block.children[1]);
    }
  });
  all(".keys").forEach(function (keys) {
    var button = keys.closest(".block") ? null : asker(keys);
    if (button) { keys.insertAdjacentElement("afterend", button); }
  });
  if (origin.showPopover) {
    document.documentElement.classList.add("asking");
    document.addEventListener("click", function (event) {
      var number = event.target.closest("main :is(data, td, small)[data-cell], .cover data");
      if (number && !event.target.closest("a") && getSelection().isCollapsed) { ask(number); }
    });
    origin.querySelector("a").addEventListener("click", function () { origin.hidePopover(); });
    origin.addEventListener("focusout", function (event) { /* or it would lie over what has the focus */
      if (event.relatedTarget && !origin.contains(event.relatedTarget)) { origin.hidePopover(); }
    });
  }

  /* Now that nothing more is put in: what is asked of the layout in between is worked out anew each time. */
  measure();
  mark();

  var closed = [];
  addEventListener("beforeprint", function () {
    printing = true;
    closed = all("details.table").filter(function (box) { return !box.open; });
    closed.forEach(function (box) { box.open = true; });
  });
  addEventListener("afterprint", function () {
    closed.forEach(function (box) { box.open = false; });
    setTimeout(function () { printing = false; });
  });
})();
