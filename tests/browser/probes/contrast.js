/* How far words stand out from what lies beneath them (WCAG 2.2, relative luminance and contrast ratio). */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = element => element.textContent.replace(/\s+/g, " ").trim();
  const parse = colour => { /* rgb(a) and color(srgb …) as a browser computes them → [r, g, b, alpha] */
    const numbers = (colour.match(/-?[\d.]+(?:e-?\d+)?%?/g) || []).map(one => parseFloat(one));
    if (/^color\(srgb/.test(colour)) { const [r, g, b, a = 1] = numbers; return [r * 255, g * 255, b * 255, a]; }
    if (!/^rgb/.test(colour)) return [0, 0, 0, 0];
    const [r, g, b, a = 1] = numbers;
    return [r, g, b, a];
  };
  const over = (top, below, opacity = 1) => {
    const alpha = top[3] * opacity;
    return [0, 1, 2].map(at => top[at] * alpha + below[at] * (1 - alpha)).concat(1);
  };
  const linear = x => (x /= 255) <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ratio = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + .05) / (low + .05); };
  const needed = (px, weight) => px >= 24 || (px >= 18.66 && weight >= 700) ? 3 : 4.5;
  const hex = colour => "#" + colour.slice(0, 3).map(part => Math.round(part).toString(16).padStart(2, "0")).join("");
  const behind = element => {
    const layers = [];
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour[3] > 0) { layers.push(colour); if (colour[3] === 1) break; }
    }
    return layers.reverse().reduce((below, top) => over(top, below), parse(getComputedStyle(document.documentElement).getPropertyValue("color-scheme") === "dark" ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)"));
  };
  const opacityOf = (element, top) => {
    let opacity = 1;
    for (; element && element !== top; element = element.parentElement) opacity *= +getComputedStyle(element).opacity;
    return opacity;
  };
  const tell = (found, key, got, want, what) => { if (got < want - .005 && !found.has(key)) found.set(key, `${got.toFixed(2)} of ${want}: ${what}`); };

  /* The colour that fills a mark at a point of the screen, or null where it does not reach. */
  function fillAt(mark, x, y) {
    const style = getComputedStyle(mark);
    if (style.visibility === "hidden" || style.display === "none") return null;
    const box = mark.getBoundingClientRect();
    const edge = style.stroke === "none" ? 0 : parseFloat(style.strokeWidth); /* a line of dots is all edge */
    if (x < box.left - edge || x > box.right + edge || y < box.top - edge || y > box.bottom + edge) return null;
    let source = style;
    if (mark.tagName === "use") {
      const of = document.querySelector((mark.getAttribute("href") || mark.getAttribute("xlink:href") || "").replace(/[^#\w-]/g, "\\$&"));
      const shape = of && (of.matches("circle, rect, path, polygon, ellipse") ? of : of.querySelector("circle, rect, path, polygon, ellipse"));
      if (!shape) return null;
      if (shape.getAttribute("fill")) source = getComputedStyle(shape);
    } else if (mark.isPointInFill) {
      const point = new DOMPoint(x, y).matrixTransform(mark.getScreenCTM().inverse());
      const thick = style.stroke !== "none" && parseFloat(style.strokeWidth) >= 4 && mark.isPointInStroke(point);
      if (thick) return [parse(style.stroke), +style.strokeOpacity];
      if (!mark.isPointInFill(point)) return null;
    }
    if (source.fill === "none") return null;
    if (/^url/.test(source.fill)) {
      const pattern = document.querySelector(/#[\w-]+/.exec(source.fill)?.[0] || "none");
      const ground = pattern && [...pattern.querySelectorAll("rect, path")].find(part => getComputedStyle(part).fill !== "none");
      return ground ? [parse(getComputedStyle(ground).fill), 1] : null;
    }
    return [parse(source.fill), +source.fillOpacity];
  }

  window.probeContrast = {
    page() {
      const found = new Map(), seen = new Set(), kinds = new WeakMap();
      const kind = element => {
        if (!element) return "";
        if (!kinds.has(element)) kinds.set(element, kind(element.parentElement) + ">" + element.tagName + "." + (element.getAttribute("class") || "") + (element.getAttribute("style") || "") + (element.getAttribute("aria-current") || ""));
        return kinds.get(element);
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.closest("svg, script, style, .sr, .skip")) continue;
        const key = kind(owner);
        if (seen.has(key) || !owner.getClientRects().length) continue;
        seen.add(key);
        const style = getComputedStyle(owner), below = behind(owner), opacity = opacityOf(owner);
        if (opacity === 0) continue; /* shown only while something points at it */
        const colour = over(parse(style.color), below, opacity);
        tell(found, key, ratio(colour, below), needed(parseFloat(style.fontSize), +style.fontWeight), `${owner.tagName.toLowerCase()}.${owner.className} ‘${node.data.trim().slice(0, 40)}’ ${hex(colour)} on ${hex(below)}`);
      }
      return [...found.values()];
    },
    /* Words of drawings against the topmost filled mark that was drawn before them, or against the page. */
    drawings() {
      const found = new Map();
      let judged = 0;
      for (const svg of all("svg")) {
        if (!svg.getClientRects().length) continue;
        const paper = behind(svg.parentElement), marks = [];
        const scale = svg.getScreenCTM()?.a || 1;
        for (const element of all("text, rect, circle, ellipse, path, polygon, line, polyline, use", svg)) {
          if (element.closest("defs, pattern, symbol, clipPath, mask, marker")) continue;
          if (element.tagName !== "text") { marks.push([element, element.getBoundingClientRect()]); continue; }
          if (!words(element)) continue;
          const style = getComputedStyle(element), box = element.getBoundingClientRect();
          const x = box.left + box.width / 2, y = box.top + box.height / 2;
          let below = paper;
          for (const [mark, at] of marks) {
            if (x < at.left - 20 || x > at.right + 20 || y < at.top - 20 || y > at.bottom + 20) continue;
            const fill = fillAt(mark, x, y);
            if (fill) below = over(fill[0], below, fill[1] * opacityOf(mark, svg.parentElement));
          }
          if (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2 && /^stroke/.test(style.paintOrder)) below = over(parse(style.stroke), below);
          for (const part of [element, ...all("tspan", element)]) {
            const own = getComputedStyle(part);
            const colour = over(parse(own.fill), below, +own.fillOpacity * opacityOf(part, svg.parentElement));
            judged += 1;
            tell(found, `${hex(colour)} ${hex(below)}`, ratio(colour, below), needed(parseFloat(own.fontSize) * scale, +own.fontWeight),
              `‘${words(part).slice(0, 30)}’ ${hex(colour)} on ${hex(below)} in ${(svg.closest("[id]") || svg).id}`);
          }
        }
      }
      return {judged, found: [...found.values()]};
    },
    /* Where the reader's system chooses all colours: nothing may take the colour of what it lies on. */
    forced() {
      const found = new Map();
      for (const svg of all("svg")) {
        if (!svg.getClientRects().length) continue;
        const paper = behind(svg.parentElement);
        for (const text of all("text", svg)) {
          if (!words(text)) continue;
          const colour = over(parse(getComputedStyle(text).fill), paper);
          const box = text.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
          let below = paper;
          for (const mark of all("rect, circle, ellipse, path, polygon, line, polyline", svg)) {
            if (mark.closest("defs") || !(mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
            const fill = fillAt(mark, x, y);
            if (fill) below = over(fill[0], below, fill[1]);
          }
          tell(found, `${hex(colour)} ${hex(below)}`, ratio(colour, below), 3, `‘${words(text).slice(0, 30)}’ ${hex(colour)} on ${hex(below)} in ${(svg.closest("[id]") || svg).id}`);
        }
        const drawn = all("rect, circle, path, polygon, line, polyline, use", svg).filter(mark => !mark.closest("defs") && mark.getClientRects().length);
        const seen = drawn.some(mark => {
          const style = getComputedStyle(mark);
          return (style.fill !== "none" && ratio(over(parse(style.fill), paper), paper) >= 3) || (style.stroke !== "none" && ratio(over(parse(style.stroke), paper), paper) >= 3);
        });
        if (drawn.length && !seen) found.set(svg, `no mark of ${(svg.closest("[id]") || svg).id} can be seen`);
      }
      return [...found.values()];
    },
  };
})();
