"""A PDF in a third of its bytes: what a browser writes plainly, an object for every cell that is read aloud,
is packed into compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8). Nothing of it is read or changed.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

IN_A_STREAM = 400  # objects; a reader opens a stream whole for one of them
_TABLE = re.compile(rb"xref\s+0 \d+\s+((?:\d{10} \d{5} [nf][ \r\n]{2})+)trailer\s*<<(.*?)>>\s*startxref", re.S)


def packed(pdf: bytes) -> bytes:
    """The same document, smaller; a file that is laid out otherwise than browsers do comes back as it is."""
    try:
        objects, trailer = _taken_apart(pdf)
    except ValueError:
        return pdf
    made = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}  # number → kind, offset or stream, order
    small: dict[int, bytes] = {}
    for number, body in objects.items():
        if body.endswith(b"endstream"):
            places[number] = (1, len(made), 0)
            made += _written(number, body)
        else:
            small[number] = body
    following = max((*places, *small)) + 1
    numbers = sorted(small)
    for number, first in enumerate(range(0, len(numbers), IN_A_STREAM), start=following):
        some = numbers[first : first + IN_A_STREAM]
        places |= {one: (2, number, order) for order, one in enumerate(some)}
        places[number] = (1, len(made), 0)
        made += _written(number, _together({one: small[one] for one in some}))
    last = max(places) + 1
    places[last] = (1, len(made), 0)
    begins = len(made)
    made += _written(last, _index(places, trailer))
    return bytes(made) + b"startxref\n%d\n%%%%EOF\n" % begins


def _taken_apart(pdf: bytes) -> tuple[dict[int, bytes], bytes]:
    """Number → body of every object, which ends where the next begins; and what the trailer says. Raises
    ValueError."""
    table = _TABLE.match(pdf, int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")]))
    if table is None:
        raise ValueError("no table of objects, or several")
    lines = table[1].split()
    told = zip(lines[::3], lines[2::3], strict=True)
    begins = {int(at): number for number, (at, kind) in enumerate(told) if kind == b"n"}
    objects = {
        begins[at]: pdf[pdf.index(b"obj", at, end) + 3 : pdf.rindex(b"endobj", at, end)].strip()
        for at, end in pairwise((*sorted(begins), table.start()))
    }
    return objects, re.sub(rb"/Size \d+", b"", table[2]).strip()


def _together(objects: dict[int, bytes]) -> bytes:
    """An object stream: the number and offset of each, then all of them."""
    head, bodies = [], bytearray()
    for number, body in objects.items():
        head.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b"\n"
    first = b" ".join(head) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), first + bodies)


def _index(places: dict[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    """A cross-reference stream, which takes the place of the table at the end of the file."""
    nowhere = (0, 0, 65535)
    lines = (places.get(number, nowhere) for number in range(max(places) + 1))
    data = b"".join(b"%c%b%b" % (kind, at.to_bytes(4), order.to_bytes(2)) for kind, at, order in lines)
    return _stream(b"/Type/XRef/Size %d/W[1 4 2]%b" % (max(places) + 1, trailer), data)


def _stream(entries: bytes, data: bytes) -> bytes:
    short = zlib.compress(data, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(short), short)


def _written(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)
