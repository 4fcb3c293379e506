"""Which passages of an English page are Korean: a voice, a hyphenation and a typeface of their own.

Names stay Korean in the English edition. Each run of Hangul in the text is marked; in a drawing, which knows no
elements within its words, the whole text is.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"<(script|style|title|desc)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)
_HANGUL = re.compile(r"[가-힣]+(?:[ ·~,0-9]+[가-힣]+)*")


def mark_korean(html: str) -> str:
    """
    >>> mark_korean("<p>by 두레 협동조합, Seoul</p>")
    '<p>by <span lang="ko">두레 협동조합</span>, Seoul</p>'
    """
    pieces = [found[0] for found in _PIECE.finditer(html)]
    drawn = False
    for at, piece in enumerate(pieces):
        if piece.startswith("<"):
            drawn = piece.startswith("<svg") or (drawn and piece != "</svg>")
        elif _HANGUL.search(piece):
            if not drawn:
                pieces[at] = _HANGUL.sub(lambda run: f'<span lang="ko">{run[0]}</span>', piece)
            elif pieces[at - 1].startswith("<text"):
                pieces[at - 1] = pieces[at - 1].replace("<text", '<text lang="ko"', 1)
    return "".join(pieces)
