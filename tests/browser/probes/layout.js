/* Where things stand on the screen that is set: each probe gives a list of troubles, in words. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = element => element.textContent.replace(/\s+/g, " ").trim();
  const short = element => `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} ‘${words(element).slice(0, 40)}’`;
  const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && element.getClientRects().length > 0;
  const PUSHED = ".scroll table, .scroll > *, svg, .sr, [hidden], pre, [popover]";

  window.probeLayout = {
    wider() { /* a box that can be pushed aside may hold more than the screen */
      const found = [], width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      for (const element of all("body *")) {
        if (element.closest(PUSHED) && !element.closest(".cap")) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1) && shown(element)) found.push(short(element));
      }
      return found;
    },
    cut() { /* words that do not fit the box that hides the rest; a box that can be pushed aside hides nothing */
      return all("main *, header *, footer *").filter(element => {
        if (element.closest("svg, .sr, .skip, [popover]") || !element.clientWidth || element.clientWidth < 2) return false;
        if (element.scrollWidth <= element.clientWidth + 1) return false;
        const style = getComputedStyle(element);
        return /hidden|clip/.test(style.overflowX) && words(element) && shown(element);
      }).map(short);
    },
    drawings() { /* words of figures that reach out of their figure, or into other words; a pixel is forgiven */
      const found = [];
      for (const svg of all("svg[viewBox]")) {
        if (!svg.getClientRects().length) continue;
        const [left, top, width, height] = svg.getAttribute("viewBox").split(/\s+/).map(Number);
        const of = svg.getCTM(), scale = 1 / of.a;
        const texts = all("text", svg).filter(text => text.textContent.trim()).map(text => {
          const box = text.getBBox(), at = text.getCTM();
          const corner = (x, y) => [(at.a * x + at.c * y + at.e - of.e) * scale + left, (at.b * x + at.d * y + at.f - of.f) * scale + top];
          const [ax, ay] = corner(box.x, box.y), [bx, by] = corner(box.x + box.width, box.y + box.height);
          const [x1, x2] = [Math.min(ax, bx), Math.max(ax, bx)], [y1, y2] = [Math.min(ay, by), Math.max(ay, by)];
          const tight = (y2 - y1) * .16;
          return {words: words(text), x1, x2, y1: y1 + tight, y2: y2 - tight};
        });
        const name = (svg.closest("[id]") || svg).id || svg.getAttribute("aria-labelledby");
        for (const [at, one] of texts.entries()) {
          if (one.x1 < left - 1 || one.x2 > left + width + 1 || one.y1 < top - 1 || one.y2 > top + height + 1) found.push(`${name}: ‘${one.words}’ is cut`);
          for (const other of texts.slice(at + 1))
            if (Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1) > 1 && Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1) > 1)
              found.push(`${name}: ‘${one.words}’ and ‘${other.words}’ cover each other`);
        }
      }
      return found;
    },
    small() { /* words below 12 px as they are shown: in a figure, that is its scale too. What is raised belongs to its line */
      const found = new Set(), kinds = new Map();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.closest("script, style, sup, sub, .sr, title, desc, [hidden]")) continue;
        const svg = owner.closest("svg");
        if (svg && !svg.getClientRects().length) continue;
        const kind = svg ? null : (owner.getAttribute("class") || "") + owner.tagName + (owner.parentElement.getAttribute("class") || "") + owner.parentElement.tagName;
        if (kind && kinds.has(kind)) continue;
        kinds.set(kind, 1);
        const size = parseFloat(getComputedStyle(owner).fontSize) * (svg ? svg.getScreenCTM().a : 1);
        if (size < 11.95 && (svg || shown(owner))) found.add(`${size.toFixed(1)} px: ${svg ? (svg.closest("[id]") || svg).id + " " : ""}${short(owner)}`);
      }
      return [...found];
    },
    targets() { /* WCAG 2.2, 2.5.8: 24 px, or a circle of 24 px that meets no other target; links in a line of text are free */
      const inLine = element => getComputedStyle(element).display === "inline" &&
        words(element.closest("p, li, dd, td, th, figcaption, h1, h2, h3, h4, div") || element).length > words(element).length;
      const targets = all("a[href], button, summary, input, select, textarea, [tabindex='0'], [role=button]").filter(element => shown(element) && !element.closest(".skip"));
      const boxes = targets.map(element => element.getBoundingClientRect());
      const found = [];
      targets.forEach((element, at) => {
        const box = boxes[at];
        if ((box.width >= 23.9 && box.height >= 23.9) || inLine(element) || box.width < 2) return;
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        const near = targets.find((other, place) => {
          if (place === at || other.contains(element) || element.contains(other)) return false;
          const b = boxes[place], small = b.width < 23.9 || b.height < 23.9;
          if (small) return Math.hypot(b.left + b.width / 2 - x, b.top + b.height / 2 - y) < 24;
          return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < 12;
        });
        if (near) found.push(`${box.width.toFixed(0)}×${box.height.toFixed(0)} px: ${short(element)} beside ${short(near)}`);
      });
      return found;
    },
    stops() {
      return all("a[href], button, summary, input, select, textarea, [tabindex]").filter(element => element.tabIndex >= 0 && shown(element)).length;
    },
    focus() { /* what has the focus: seen, marked, and under nothing that lies on the page */
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return {end: true};
      const box = element.getClientRects()[0] || element.getBoundingClientRect(), style = getComputedStyle(element);
      const marked = (parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none") || style.boxShadow !== "none";
      const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
      const points = [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].map(([x, y]) => [box.left + x * box.width, box.top + y * Math.min(box.height, innerHeight)]).filter(([x, y]) => inside(x, y));
      const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
      });
      return {end: false, name: short(element), marked, seen};
    },
    moving() {
      const found = [];
      for (const element of [document.documentElement, ...all("body *")]) {
        if (element.closest("svg") && element.tagName !== "svg") continue;
        const style = getComputedStyle(element);
        if (style.scrollBehavior === "smooth") found.push("scrolls smoothly: " + element.tagName);
        const lasts = list => list.split(",").some(time => parseFloat(time) * (/ms/.test(time) ? 1 : 1000) > 1);
        if (lasts(style.transitionDuration) && style.transitionProperty !== "none") found.push("changes slowly: " + short(element));
        if (style.animationName !== "none" && lasts(style.animationDuration)) found.push("moves: " + short(element));
      }
      return found;
    },
    sheet(upright, turned) { /* on paper nothing can be pushed aside; what has a page of its own may lie on a turned sheet */
      const width = element => { for (; element; element = element.parentElement) if (getComputedStyle(element).page !== "auto") return turned; return upright; };
      return all("main *, header *, footer *").filter(element => {
        if (element.closest("svg") && element.tagName !== "svg") return false;
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.right > upright + 1.5 && box.right > width(element) + 1.5 && !element.closest(".sr");
      }).map(element => `${element.getBoundingClientRect().right.toFixed(0)} px: ${short(element)}`);
    },
    meeting() { /* on paper tables float beside figures: none lies on a figure, or on what is said of it */
      const found = [];
      for (const block of all("main .block")) {
        const [tables, figures] = ["table", ".art, .caption, .more, .notes"].map(name => all(name, block).filter(shown));
        for (const table of tables) for (const figure of figures) {
          if (figure.contains(table)) continue;
          const [a, b] = [table, figure].map(one => one.getBoundingClientRect());
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 1) found.push(`${block.id}: ${short(table)} lies ${across.toFixed(0)} px on .${figure.className}`);
        }
      }
      return found;
    },
    unread() { /* words that nobody can come to see where no script runs: neither shown nor in a box that opens */
      return all("main table, main p, main li, main dd, main h2, main h3").filter(element => {
        if (element.closest("[popover], [hidden], form, .find, .narrow, .sr, .table .unit, noscript") || !words(element) || element.getClientRects().length) return false;
        const box = element.closest("details:not([open])");
        return !(box && shown(box.querySelector("summary")));
      }).map(short);
    },
    dead() { /* what is there to be pressed, and does nothing without a script */
      return all("button, input, select, [role=button]").filter(element => shown(element) && !element.closest("form, details, [popover]") && !element.hasAttribute("popovertarget")).map(short);
    },
  };
})();
