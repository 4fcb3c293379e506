"""What the panel says in words, as HTML: a hint, what was done, what is wrong."""

from __future__ import annotations

from html import escape


def hint(words: str) -> str:
    return f'<span class="dure-hint">{escape(words)}</span>' if words else ""


def done(words: str, more: str = "") -> str:
    """Read aloud when the reader is free; more: HTML."""
    return f'<span role="status">{escape(words)}{more}</span>'


def wrong(words: str) -> str:
    """Read aloud at once."""
    return f'<span class="dure-wrong" role="alert">{escape(words)}</span>'
