/* Turning slides. Without it they stand below each other. */
const slides = [...document.querySelectorAll(".slide")];
const LEAST = 0.5;
const wide = matchMedia("(min-width: 48rem) and (min-aspect-ratio: 1/1)");
let at = 0, seen = 0;

/* What is too much for a slide is made smaller; what still is, is scrolled. Only slides of a fixed height are too small,
   and those that are turned away have to be seen for a moment. */
function fit() {
  if (!wide.matches) return;
  const ready = document.body.classList.contains("ready");
  document.body.classList.remove("ready");
  for (const slide of slides) {
    const content = slide.querySelector(".content"), inner = content.firstElementChild;
    let zoom = 1;
    inner.style.setProperty("--fit", zoom);
    for (let tried = 0; tried < 5 && zoom > LEAST; tried++) {
      const high = inner.getBoundingClientRect().height / content.getBoundingClientRect().height;
      const over = Math.max(high, inner.scrollWidth / inner.clientWidth);
      if (over <= 1) break;
      zoom = Math.max(LEAST, zoom / over);
      inner.style.setProperty("--fit", zoom);
    }
    const scrolls = content.scrollHeight > content.clientHeight + 1;
    slide.classList.toggle("long", scrolls);
    const named = {tabindex: "0", role: "group", "aria-label": slide.getAttribute("aria-label")};
    for (const [name, value] of Object.entries(named))
      scrolls ? content.setAttribute(name, value) : content.removeAttribute(name);
  }
  document.body.classList.toggle("ready", ready);
}

function steps(slide) {
  return [...slide.querySelectorAll(".step")];
}

function show(place, number, focus = true) {
  at = Math.max(0, Math.min(slides.length - 1, place));
  seen = number;
  slides.forEach((slide, one) => slide.toggleAttribute("data-off", one !== at));
  steps(slides[at]).forEach((step, one) => step.toggleAttribute("data-off", one >= seen));
  if (focus) slides[at].focus({preventScroll: true});
  const hash = `#${slides[at].id}`;
  if (location.hash !== hash) location.hash = hash;
}

function turn(by) {
  const all = steps(slides[at]).length;
  if (by > 0 && seen < all) show(at, seen + 1);
  else if (by > 0 && at < slides.length - 1) show(at + 1, 0);
  else if (by < 0 && seen > 0) show(at, seen - 1);
  else if (by < 0 && at > 0) show(at - 1, steps(slides[at - 1]).length);
}

const KEYS = {
  ArrowRight: () => turn(1), ArrowDown: () => turn(1), PageDown: () => turn(1),
  ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), PageUp: () => turn(-1),
  Home: () => show(0, 0), End: () => show(slides.length - 1, steps(slides.at(-1)).length),
  n: () => document.body.classList.toggle("noted"),
};

addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const held = event.target.closest?.("summary, a, button, [tabindex='0']");
  const scrolls = held?.matches("[tabindex='0']") && (held.scrollWidth > held.clientWidth || held.scrollHeight > held.clientHeight);
  if (event.key === " " && !held) turn(event.shiftKey ? -1 : 1);
  else if (KEYS[event.key] && !(scrolls && event.key.startsWith("Arrow"))) KEYS[event.key]();
  else return;
  event.preventDefault();
});

for (const button of document.querySelectorAll("nav button"))
  button.addEventListener("click", () => turn(Number(button.dataset.by)));

function named() {
  return Math.max(0, slides.findIndex(slide => `#${slide.id}` === location.hash));
}

addEventListener("hashchange", () => { if (named() !== at) show(named(), 0); });
addEventListener("beforeprint", fit);
wide.addEventListener("change", fit);
document.fonts.ready.then(() => {
  fit();
  document.querySelector("nav").hidden = false;
  document.body.classList.add("ready");
  show(named(), 0, location.hash !== "");
});
