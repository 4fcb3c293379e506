"""Follow every link of a folder of pages, as somebody does who was sent the folder."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link|img|script|iframe|form|source)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_SCRIPT = re.compile(r"<script(?: type=\"module\")?>(.*?)</script>", re.DOTALL)


def dead_links(folder: Path) -> list[str]:
    """Links of pages in `folder` that are not relative, or lead to no file in it, or to no place in that file."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.html"))}
    assert pages
    ids = {page.resolve(): set(map(unescape, _ID.findall(html))) for page, html in pages.items()}
    found = []
    for page, html in pages.items():
        for link in map(unescape, _LINK.findall(html)):
            if link.startswith("data:"):
                continue
            path, _, place = link.partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page.resolve()
            inside = folder.resolve() in target.parents
            there = target.is_file() and (not place or target not in ids or unquote(place) in ids[target])
            if ":" in path or path.startswith("/") or not inside or not there:
                found.append(f"{page.relative_to(folder).as_posix()}: {link}")
    return found


def unguarded(folder: Path) -> list[str]:
    """Pages whose policy is not strict, or that have a script which their policy does not name by its hash."""
    found = []
    for page in sorted(folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        policy = unescape((_POLICY.search(html) or [""] * 2)[1])
        hashes = [
            f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
            for script in _SCRIPT.findall(html)
        ]
        allowed = re.search(r"script-src ([^;]*)", policy)
        named = allowed is not None and allowed[1].split() == (hashes or ["'none'"])
        if not (policy.startswith("default-src 'none'") and named):
            found.append(page.relative_to(folder).as_posix())
    return found
