/* Make a page small for axe: of what is of one kind, the first is kept, since the same rules hold for all of it.
   What depends on the words of each (names, ids, headings, references) is asked of the whole page by our own
   rules before; axe looks at every kind of thing in its surroundings. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const GIVEN = ["class", "style", "role", "type", "scope", "lang", "tabindex", "hidden", "aria-hidden", "aria-current"];
  const own = element => element.tagName + GIVEN.map(name => (element.getAttribute(name) || "").replace(/[\d.]+/g, "0")).join("|") +
    ["aria-label", "aria-labelledby", "aria-describedby", "href", "id"].map(name => +element.hasAttribute(name)).join("") + +!element.textContent.trim();
  const pair = element => own(element) + "<" + own(element.parentElement);

  const MANY = "main .block, main tbody, main tbody tr, li, dl > div, p";

  window.probeThin = {
    /* What has nothing new in it goes: rows, entries of lists, figures; and what is drawn in a picture with a name. */
    repeated() {
      for (const part of all("svg > *")) if (!/^(title|desc)$/.test(part.tagName) && !part.querySelector("a, [tabindex]")) part.remove();
      const met = new Set();
      for (const element of all(MANY)) {
        if (!element.isConnected) continue;
        if ([element, ...all("*", element)].map(pair).every(one => met.has(one))) {
          if (!element.matches(":is(tr, li, tbody):only-child, .block :is(tr:first-child, tbody:first-of-type)")) element.remove();
        } else /* what is within and one of many itself is looked at in its turn */
          for (const one of [element, ...all("*", element)]) if (one.closest(MANY) === element) met.add(pair(one));
      }
      return all("*").length;
    },
    /* Of words in the same chain of elements and classes, the first stay: what decides their contrast. */
    words() {
      const seen = new Set(), kept = new Set(), chains = new Map();
      const chain = element => {
        if (!element) return "";
        if (!chains.has(element)) chains.set(element, chain(element.parentElement) + ">" + own(element));
        return chains.get(element);
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const owner = node.parentElement;
        if (!node.data.trim() || owner.closest("script, style") || seen.has(chain(owner))) continue;
        seen.add(chain(owner));
        for (let element = owner; element && !kept.has(element); element = element.parentElement) kept.add(element);
      }
      for (const element of all("body *"))
        if (!kept.has(element) && element.isConnected && !element.closest("svg, nav, [popover]")) element.remove();
      return all("*").length;
    },
  };
})();
