"""The elements that a Hangul document (.hwpx) is written in, and the text in them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>'

# Hangul declares all of these at the root of every part, and refuses some that lack one.
_HANCOM = "http://www.hancom.co.kr/"
NAMESPACES = {
    "ha": f"{_HANCOM}hwpml/2011/app",
    "hp": f"{_HANCOM}hwpml/2011/paragraph",
    "hp10": f"{_HANCOM}hwpml/2016/paragraph",
    "hs": f"{_HANCOM}hwpml/2011/section",
    "hc": f"{_HANCOM}hwpml/2011/core",
    "hh": f"{_HANCOM}hwpml/2011/head",
    "hhs": f"{_HANCOM}hwpml/2011/history",
    "hm": f"{_HANCOM}hwpml/2011/master-page",
    "hpf": f"{_HANCOM}schema/2011/hpf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "opf": "http://www.idpf.org/2007/opf/",
    "ooxmlchart": f"{_HANCOM}hwpml/2016/ooxmlchart",
    "hwpunitchar": f"{_HANCOM}hwpml/2016/HwpUnitChar",
    "epub": "http://www.idpf.org/2007/ops",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
}

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB = '<hp:tab width="4000" leader="0" type="1"/>'


def tag(element: str, /, *inner: str, **attributes: object) -> str:
    """The element with what stands in it, which is markup already."""
    said = "".join(f" {name}={quoteattr(str(value))}" for name, value in attributes.items())
    return f"<{element}{said}>{''.join(inner)}</{element}>" if inner else f"<{element}{said}/>"


def part(element: str, /, *inner: str, **attributes: object) -> str:
    """A part of the document, with this element at its root."""
    spaces = {f"xmlns:{prefix}": address for prefix, address in NAMESPACES.items()}
    return HEAD + tag(element, *inner, **spaces, **attributes)


def lines_of(text: str) -> list[str]:
    """The lines of a text, however they end. What XML cannot hold (control characters) becomes a blank."""
    return _NO_XML.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")


def written(line: str) -> str:
    """A line as it stands in a run of letters."""
    return escape(line).replace("\t", _TAB)
