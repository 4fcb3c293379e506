"""The dictionary of an SPSS file, seen to be in order before the library that reads it meets it.

ReadStat is C: where a damaged file says that the labels of variable 570,425,355 follow, or that a text goes on where
none does, it reads beyond its memory and takes the whole program with it. What is checked here is the count and the
references of the records; their layout is that of the PSPP manual, "System File Format".
"""

from __future__ import annotations

import struct

_HEADER = 176
_VARIABLE, _LABELS, _LABELLED, _DOCUMENT, _EXTENSION, _END = 2, 3, 4, 6, 7, 999
_LONG_STRINGS, _SEGMENT = 14, 252  # the extension that joins variables to texts of more than 255 bytes


class _Bytes:
    """The file from one record to the next; ValueError where it ends before."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, _HEADER
        self.order = "<" if data[64:68] in (b"\2\0\0\0", b"\3\0\0\0") else ">"

    def take(self, size: int) -> bytes:
        if size < 0 or self.at + size > len(self.data):
            raise ValueError("the dictionary is not whole")
        self.at += size
        return self.data[self.at - size : self.at]

    def integers(self, number: int = 1) -> tuple[int, ...]:
        return struct.unpack(f"{self.order}{number}i", self.take(4 * number))


def check_dictionary(data: bytes) -> None:
    """Raise ValueError where records are cut off, or refer to variables that are not there."""
    file = _Bytes(data)
    names: list[bytes] = []  # b"" where a text goes on
    rest = 0  # records by which the last text has to go on
    while True:
        (kind,) = file.integers()
        if kind == _VARIABLE:
            rest = _check_variable(file, names, rest)
            continue
        if rest:
            raise ValueError("a text variable is cut off")
        match kind:
            case _ if kind == _LABELS:
                _check_labels(file, names)
            case _ if kind == _DOCUMENT:
                file.take(80 * file.integers()[0])
            case _ if kind == _EXTENSION:
                subtype, size, count = file.integers(3)
                content = file.take(size * count if min(size, count) >= 0 else -1)
                if subtype == _LONG_STRINGS:
                    _check_long_strings(content, [name for name in names if name])
            case _ if kind == _END:
                break
            case _:
                raise ValueError(f"record {kind}")
    weight = struct.unpack(f"{file.order}i", data[76:80])[0]
    if not names or not 0 <= weight <= len(names):
        raise ValueError("the dictionary names no variables")


def _check_variable(file: _Bytes, names: list[bytes], rest: int) -> int:
    """How many records are still to come by which the text goes on."""
    width, has_label, missing, _, _ = file.integers(5)
    name = file.take(8).strip()
    if (
        (width == -1) != (rest > 0)
        or width > 255
        or width < -1
        or has_label not in (0, 1)
        or abs(missing) > 3
    ):
        raise ValueError("a variable is not in order")
    names.append(name if width >= 0 else b"")
    if has_label:
        (length,) = file.integers()
        file.take(-(-length // 4) * 4)
    file.take(8 * abs(missing))
    return max(0, -(-width // 8) - 1) if width >= 0 else rest - 1


def _check_labels(file: _Bytes, names: list[bytes]) -> None:
    for _ in range(file.integers()[0]):
        file.take(8)
        length = file.take(1)[0]
        file.take(-(-(length + 1) // 8) * 8 - 1)
    kind, count = file.integers(2)
    places = file.integers(count) if kind == _LABELLED and 0 < count <= len(names) else ()
    if not places or not all(0 < place <= len(names) and names[place - 1] for place in places):
        raise ValueError("labels of no variable")


def _check_long_strings(content: bytes, names: list[bytes]) -> None:
    upper = [name.upper() for name in names]
    for piece in filter(None, content.replace(b"\t", b"\0").split(b"\0")):
        name, _, length = piece.partition(b"=")
        if name.strip().upper() not in upper or not length.strip().isdigit():
            raise ValueError("a long text of no variable")
        if upper.index(name.strip().upper()) + -(-int(length) // _SEGMENT) > len(upper):
            raise ValueError("a long text is cut off")
