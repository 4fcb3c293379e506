/* Elements and their words. In an English page, what is Korean says so, for the voice that reads it. */
const HANGUL = /[가-힣]+(?:[ ·~,0-9]+[가-힣]+)*/g;

function make(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(given)) {
    if (value !== null && value !== undefined && value !== false) { made.setAttribute(attribute, value === true ? "" : value); }
  }
  made.append(...children.filter(child => child !== null && child !== undefined).flatMap(child => (typeof child === "string" ? spoken(child) : [child])));
  return made;
}

function spoken(text) {
  if (KOREAN) { return [text]; }
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(HANGUL)) {
    const span = document.createElement("span");
    span.lang = "ko";
    span.textContent = found[0];
    parts.push(text.slice(end, found.index), span);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/* Of an element that holds no others: an option, words of a drawing. */
function isKorean(text) { return !KOREAN && /[가-힣]/.test(text) ? "ko" : null; }

/* An element of a drawing. */
function mark(name, given, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(given)) {
    if (value !== null && value !== undefined) { made.setAttribute(attribute, value); }
  }
  if (text !== undefined) {
    made.textContent = text;
    if (isKorean(text)) { made.setAttribute("lang", "ko"); }
  }
  return made;
}
