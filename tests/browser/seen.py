"""What is seen of a page: opened once, at several widths, in light and dark, in print and by keyboard, and every
trouble kept under the name of the rule that it breaks."""

from __future__ import annotations

import base64
import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page

SCREEN, PHONE, NARROWEST = 1280, 360, 320
SHEET, TURNED = (round((side - 17 - 18) / 25.4 * 96) for side in (210, 297))  # A4 without its margins, in px
STOPS = 45  # as far as the tab key is followed
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PROBES = Path(__file__).with_name("probes")
FACE = re.compile(r"@font-face{[^}]*?base64,([A-Za-z0-9+/=]+)")

# Asks axe, and tells what it found as a line for each element.
AXE = """async given => {
  const found = await axe.run(document, {resultTypes: ["violations"], preload: false, ...given});
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)} ${node.failureSummary.replace(/\\s+/g, " ").slice(0, 160)}`));
}"""


@dataclass
class Seen:
    """A page and its troubles by rule; `pictures` are the names and texts of its figures."""

    path: Path
    language: str
    whole: bool
    troubles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    pictures: list[dict[str, str]] = field(default_factory=list)
    words_of_drawings: int = 0  # how many were held against their ground
    stops: int = 0

    def tell(self, rule: str, found: list[str], where: str = "") -> None:
        self.troubles[rule] += [f"{where}: {one}" if where else one for one in found]


def see(browser: Browser, path: Path, whole: bool = True) -> Seen:
    """Open the page, look at it, and close it. whole: also by keyboard, on paper, with our own arithmetic of contrast
    beside axe's, by the faces that the browser took, and in the reader's own colours: what need not be asked of a page
    of the same making in each edition and language.

    To lay a page out anew takes longer than most questions, so all that are asked of one width are asked together.
    """
    seen = Seen(path, "en" if path.name.endswith(".en.html") else "ko", whole)
    context = browser.new_context(viewport={"width": SCREEN, "height": 900}, reduced_motion="reduce")
    try:
        _listen(seen, page := context.new_page())
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready")
        page.evaluate(probes())
        if whole:
            _by_keyboard(seen, page)
        _what_it_says(seen, page)
        _letters(seen, page)
        _drawings(seen, page, "screen")
        _set_width(page, PHONE)
        _drawings(seen, page, "phone")
        page.evaluate("document.querySelectorAll('main details').forEach(box => box.open = true)")
        _on_a_phone(seen, page)
        _on_a_screen(seen, page)
        if whole:
            _on_paper(seen, page)
        page.wait_for_timeout(20)  # what was asked for meanwhile is told
        _by_axe(seen, page)
    finally:
        context.close()
    return seen


def _listen(seen: Seen, page: Page) -> None:
    def asked(url: str) -> None:
        if not url.startswith((seen.path.as_uri(), "data:")):
            seen.tell("outside", [url])

    page.on("request", lambda request: asked(request.url))
    page.on("console", lambda message: seen.tell("complaints", [message.text]))
    page.on("pageerror", lambda error: seen.tell("complaints", [str(error)]))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => console.error('against the policy: ' + event.blockedURI))"
    )


def _by_keyboard(seen: Seen, page: Page) -> None:
    """From the top with the tab key, as a reader finds the page: its tables closed."""
    seen.stops = page.evaluate("probeLayout.stops()")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate("probeLayout.focus()")
        if at["end"]:
            break
        if not at["marked"]:
            seen.tell("focus", [f"not marked: {at['name']}"])
        if not at["seen"]:
            seen.tell("focus", [f"not seen: {at['name']}"])
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def _what_it_says(seen: Seen, page: Page) -> None:
    for rule in ("title", "language", "headings", "tables", "cells", "ids", "references", "placeholders", "handlers", "regions", "labels"):
        seen.tell(rule, page.evaluate(f"probeNames.{rule}()"))
    seen.pictures = page.evaluate("probeNames.pictures()")
    for link in page.evaluate("probeNames.links()"):
        parts = urlsplit(link)
        target = seen.path.parent / unquote(parts.path) if parts.path else seen.path
        if parts.scheme or parts.netloc:
            seen.tell("links", [f"leads out: {link}"])
        elif not target.exists():
            seen.tell("links", [f"leads nowhere: {link}"])
        elif parts.fragment and f'id="{unquote(parts.fragment)}"' not in _text(target):
            seen.tell("links", [f"leads to no place: {link}"])


def _letters(seen: Seen, page: Page) -> None:
    """Every letter has a glyph in the embedded face, and the browser takes it where there is no other."""
    (data,) = FACE.findall(_text(seen.path))
    glyphs = {*map(chr, TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap())}
    told = {weight: letters for weight, letters in page.evaluate("probeNames.letters()").items() if letters}
    for letters in told.values():
        if missing := set(letters) - glyphs:
            seen.tell("letters", [f"no glyph for {' '.join(sorted(missing))}"])
    if seen.whole:
        _faces(seen, page, told)


def _faces(seen: Seen, page: Page, told: dict[str, str]) -> None:
    """By which face the browser shows the letters of each weight, where no other is there."""
    protocol = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        protocol.send(f"{domain}.enable")
    for weight, letters in told.items():
        page.evaluate(
            "([letters, weight]) => { const all = document.createElement('p'); all.id = 'all-letters';"
            " all.textContent = letters; all.style.cssText = `font:${weight} 16px 'Dure Fallback'`;"
            " document.body.append(all); return document.fonts.load(all.style.font, letters).then(() => all.offsetWidth); }",
            [letters, weight],
        )
        root = protocol.send("DOM.getDocument")["root"]["nodeId"]
        node = protocol.send("DOM.querySelector", {"nodeId": root, "selector": "#all-letters"})["nodeId"]
        fonts = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        strangers = [f"{font['familyName']} shows {font['glyphCount']:.0f} of {weight}" for font in fonts if not font["isCustomFont"]]
        seen.tell("letters", strangers)
        page.evaluate("document.getElementById('all-letters').remove()")
    protocol.detach()


def _drawings(seen: Seen, page: Page, where: str) -> None:
    """Figures as drawings, as a page is opened; where its tables are open, they may stand in their place."""
    seen.tell("drawings", page.evaluate("probeLayout.drawings()"), where)
    seen.tell("small", page.evaluate("probeLayout.small()"), where)
    if not seen.whole:
        return
    # The colours are the same at both widths; where words lie is not.
    scheme = "dark" if where == "screen" else "light"
    page.emulate_media(color_scheme=scheme)
    drawings = page.evaluate("probeContrast.drawings()")
    seen.words_of_drawings += drawings["judged"]
    seen.tell("contrast_in_drawings", drawings["found"], f"{where}, {scheme}")
    page.emulate_media(color_scheme="light")
    if where == "screen":
        page.emulate_media(forced_colors="active")
        seen.tell("forced_colours", page.evaluate("probeContrast.forced()"))
        page.emulate_media(forced_colors="none")


def _on_a_phone(seen: Seen, page: Page) -> None:
    for rule in ("wider", "cut", "small", "targets"):
        seen.tell(rule, page.evaluate(f"probeLayout.{rule}()"), "phone")
    if seen.whole:
        _set_width(page, NARROWEST)
        seen.tell("wider", page.evaluate("probeLayout.wider()"), f"{NARROWEST} px")


def _on_a_screen(seen: Seen, page: Page) -> None:
    _set_width(page, SCREEN)
    for rule in ("wider", "cut", "small"):
        seen.tell(rule, page.evaluate(f"probeLayout.{rule}()"), "screen")
    if seen.whole:
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            seen.tell("contrast", page.evaluate("probeContrast.page()"), scheme)
        seen.tell("moving", page.evaluate("probeLayout.moving()"))


def _set_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("dispatchEvent(new Event('resize'))")


def _on_paper(seen: Seen, page: Page) -> None:
    _set_width(page, SHEET)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.tell("paper", page.evaluate(f"probeLayout.sheet({SHEET}, {TURNED})"))
    seen.tell("meeting", page.evaluate("probeLayout.meeting()"))
    page.emulate_media(media="screen")


def _by_axe(seen: Seen, page: Page) -> None:
    """On a screen, with the box about a number open; then contrast there; then what matters on a phone, in the dark
    and with the contents open. What is left of the page afterwards is of no use."""
    page.set_viewport_size({"width": SCREEN, "height": 900})
    page.evaluate(axe())
    page.evaluate("probeThin.repeated()")
    asks = page.locator("main .ask:visible").first
    if asks.count():
        asks.click()
        if not page.locator("#origin").is_visible():
            seen.tell("axe", ["what is asked of numbers is not answered"])
    all_but_contrast = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"color-contrast": {"enabled": False}}}
    seen.tell("axe", page.evaluate(AXE, all_but_contrast))
    page.evaluate("probeThin.words()")
    seen.tell("axe", page.evaluate(AXE, _only("color-contrast")), "light")
    page.emulate_media(color_scheme="dark")
    _set_width(page, PHONE)
    page.evaluate("document.querySelectorAll('.toc details').forEach(box => box.open = true)")
    of_phones = _only("color-contrast", "target-size", "scrollable-region-focusable", "meta-viewport")
    seen.tell("axe", page.evaluate(AXE, of_phones), "dark, phone")


def _only(*rules: str) -> dict[str, Any]:
    return {"runOnly": {"type": "rule", "values": rules}}


@cache
def probes() -> str:
    """What asks a page, as a script."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(PROBES.glob("*.js")))


@cache
def axe() -> str:
    """axe-core, as the library that drives it from Python carries it."""
    spec = find_spec("axe_playwright_python")
    assert spec and spec.origin
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def troubles(pages: dict[str, Seen], *rules: str) -> dict[str, Any]:
    """By page, what breaks these rules: the first few of each, and how many."""
    found = {name: [one for rule in rules for one in seen.troubles[rule]] for name, seen in pages.items()}
    return {
        name: [*dict.fromkeys(all_of[:12]), *([f"… {len(all_of)} in all"] if len(all_of) > 12 else [])]
        for name, all_of in found.items()
        if all_of
    }
