/* What a page says of itself, and what it should have said: each probe gives a list of troubles, in words. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const short = element => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const words = element => (element ? element.textContent : "").replace(/\s+/g, " ").trim();
  const named = element => (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)
    .map(id => words(document.getElementById(id))).join(" ").trim() || (element.getAttribute("aria-label") || "").trim();
  const described = element => (element.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean)
    .map(id => words(document.getElementById(id))).join(" ").trim();

  const REFERENCES = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
    "aria-activedescendant", "aria-flowto", "aria-errormessage", "for", "headers", "popovertarget", "list"];
  const PLACEHOLDER = /no description|설명\s*없음|대체\s*텍스트|placeholder|untitled|undefined|\bNaN\b|^(none|null|nan|image|figure|chart|그림|이미지)$|\.(png|jpe?g|svg|gif|ipynb)\b/i;

  window.probeNames = {
    title() {
      const found = [], heads = all("h1").map(words);
      if (heads.length !== 1) found.push(`${heads.length} h1`);
      if (heads[0] !== document.title.trim()) found.push(`the title ‘${document.title}’ is not the h1 ‘${heads[0]}’`);
      return found;
    },
    language() {
      const lang = document.documentElement.lang, found = [];
      if (!["ko", "en"].includes(lang)) found.push(`lang is ‘${lang}’`);
      if (lang !== "en") return found;
      const hangul = /[가-힣ㄱ-ㆎ]/;
      for (const text of [document.title, ...all("meta[content]").map(one => one.content)])
        if (hangul.test(text)) found.push("head: " + text.slice(0, 90));
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const owner = node.parentElement;
        if (hangul.test(node.data) && !owner.closest("script, style, [lang=ko]")) found.push(owner.tagName + ": " + node.data.trim().slice(0, 70));
      }
      for (const element of all("[aria-label], [title], [alt], [placeholder]"))
        for (const name of ["aria-label", "title", "alt", "placeholder"])
          if (hangul.test(element.getAttribute(name) || "") && !element.closest("[lang=ko]")) found.push(`${name}: ${element.getAttribute(name).slice(0, 70)}`);
      return found;
    },
    headings() {
      const found = [];
      let level = 0;
      for (const head of all("h1, h2, h3, h4, h5, h6")) {
        if (head.closest("[popover]")) continue;
        const own = +head.tagName[1];
        if (own > level + 1) found.push(`h${level} is followed by h${own} ‘${words(head).slice(0, 50)}’`);
        if (!words(head)) found.push(`empty ${head.tagName}`);
        if (head.querySelector("a[href^='#']")) found.push(`a link to a place of the page is part of ‘${words(head).slice(0, 50)}’`);
        level = own;
      }
      return found;
    },
    tables() {
      return all("table").filter(table => !words(table.caption) || !table.querySelector("tbody th") ||
        all("th", table).some(head => !/^(row|col|rowgroup|colgroup)$/.test(head.scope))).map(short);
    },
    cells() { /* a remark beside an account may be missing */
      return all("table:not(.text, .accounts) tbody td")
        .filter(cell => !words(cell) || /\bnan\b|\bNone\b|undefined/i.test(words(cell)))
        .map(cell => words(cell.closest("table").caption).slice(0, 50) + ": " + words(cell.parentElement).slice(0, 40));
    },
    ids() {
      const ids = all("[id]").map(element => element.id);
      return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    },
    references() {
      const found = [];
      for (const element of all(REFERENCES.map(name => `[${name}]`).join(", ")))
        for (const name of REFERENCES)
          for (const id of (element.getAttribute(name) || "").split(/\s+/).filter(Boolean))
            if (!document.getElementById(id)) found.push(`${name}=${id} of ${short(element)}`);
      for (const use of all("svg [href^='#'], svg [*|href^='#']")) {
        const id = (use.getAttribute("href") || use.getAttribute("xlink:href")).slice(1);
        if (!document.getElementById(id)) found.push(`href=#${id} of ${short(use)}`);
      }
      for (const mark of all("svg [fill^='url('], svg [clip-path^='url('], svg [mask^='url(']"))
        for (const name of ["fill", "clip-path", "mask"]) {
          const match = /url\(["']?#([^"')]+)/.exec(mark.getAttribute(name) || "");
          if (match && !document.getElementById(match[1])) found.push(`${name}=#${match[1]} of ${short(mark)}`);
        }
      return [...new Set(found)];
    },
    links() { return [...new Set(all("a[href]").map(a => a.getAttribute("href")))]; },
    pictures() { /* of each picture with a meaning: its role and its whole text */
      return all("svg, img, [role=img]").filter(one => !one.closest("[aria-hidden=true]") && !one.parentElement.closest("[role=img], svg"))
        .map(one => ({
          role: one.getAttribute("role") || one.tagName.toLowerCase(),
          name: named(one) || one.getAttribute("alt") || words(one.querySelector(":scope > title")),
          text: described(one) || words(one.querySelector(":scope > desc")),
          figure: one.closest("[id]")?.id || "",
          shape: one.closest(".chart")?.className || "",
        }));
    },
    placeholders() {
      const texts = all("svg:not([aria-hidden=true]) > title, svg:not([aria-hidden=true]) > desc").map(words)
        .concat(all("[aria-label]").map(one => one.getAttribute("aria-label").trim()), all("img").map(one => one.alt.trim()));
      return texts.filter(text => !text || PLACEHOLDER.test(text));
    },
    letters() { /* by weight, every sign that is shown or read, also those that the stylesheet writes */
      const signs = {400: new Set(), 700: new Set()}, weights = new Map();
      const weight = (element, place) => +getComputedStyle(element, place).fontWeight >= 600 ? 700 : 400;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.closest("script, style, title, desc")) continue;
        if (!weights.has(owner)) weights.set(owner, weight(owner));
        for (const sign of node.data) signs[weights.get(owner)].add(sign);
      }
      const kinds = new Set();
      for (const element of all("body *")) {
        const kind = element.tagName + "." + element.getAttribute("class") + "<" + element.parentElement.getAttribute("class");
        if (kinds.has(kind) || element.closest("svg")) continue;
        kinds.add(kind);
        for (const place of ["::before", "::after", "::marker"])
          for (const [, text] of getComputedStyle(element, place).content.matchAll(/"((?:[^"\\]|\\.)*)"/g))
            for (const sign of text) signs[weight(element, place)].add(sign);
      }
      const told = set => [...set].filter(sign => !/[\s\u200b-\u200f\u2066-\u2069\ufeff\ufe0f]/.test(sign)).sort().join("");
      return {400: told(signs[400]), 700: told(signs[700])};
    },
    regions() { /* each place that a screen reader can go to has a name, and no two the same */
      const regions = all("[role=region], section[aria-labelledby], section[aria-label], nav, figure"), met = new Set(), found = [];
      for (const one of regions) {
        const name = one.tagName + (one.getAttribute("role") || "") + ": " + named(one);
        if (!named(one)) { if (one.tagName !== "FIGURE") found.push("without a name: " + short(one)); }
        else if (met.has(name)) found.push("twice: " + name.slice(0, 80));
        met.add(name);
      }
      return found;
    },
    labels() { /* what is said aloud holds the words that are seen (WCAG 2.5.3), and nothing to press is without words */
      const found = [], plain = text => text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, "");
      for (const one of all("a[href], button, summary, [role=button]")) {
        const label = named(one), seen = plain([...one.childNodes].filter(node => node.nodeType === 3 || !node.matches("[aria-hidden=true], svg, .sr")).map(node => node.textContent).join(""));
        if (!(label || words(one))) found.push("without words: " + short(one));
        else if (label && seen.length > 1 && !plain(label).includes(seen)) found.push(`‘${words(one).slice(0, 40)}’ is read as ‘${label.slice(0, 60)}’`);
      }
      return found;
    },
    handlers() {
      return all("*").filter(one => [...one.attributes].some(attribute => /^on/i.test(attribute.name)) ||
        /^\s*(javascript|vbscript|data:text)/i.test(one.getAttribute("href") || one.getAttribute("src") || "")).map(short);
    },
  };
})();
