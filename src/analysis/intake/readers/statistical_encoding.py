"""In which encoding a data file of SPSS or Stata is: it says so itself, or it is old and does not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

from analysis.intake.errors import IntakeError
from analysis.intake.readers.decode import hits, is_nonsense

if TYPE_CHECKING:
    from pyreadstat import metadata_container

Kind = Literal["sav", "dta"]

# What the library says of a file of SPSS that names no code page, or one that was never meant.
_SAYS_NOTHING = {"", "WINDOWS-1252", "US-ASCII"}
# What its errors say that are of letters and not of damage.
_OF_LETTERS = ("convert string", "unsupported charset", "UnicodeDecodeError")
_UNICODE_SINCE = 118  # release of the format of Stata


class Reading(NamedTuple):
    """The data of a file with what the file says about them, in one encoding ("" for the file's own).

    guessed  whether CP949 would do as well as UTF-8, and nothing spoke for either
    """

    data: pd.DataFrame
    about: metadata_container
    encoding: str = ""
    guessed: bool = False


def in_its_encoding(
    path: Path, kind: Kind, read: Callable[[str], Reading], known: Collection[str], declared: str
) -> Reading:
    """What `read` makes of the file in the right encoding: that which it names, else the one declared for it,
    else UTF-8 or CP949, whichever can be read and holds more of the known words.

    Raises IntakeError where neither can be read.
    """
    own = _attempt(read, "") if kind == "sav" or _release_of_stata(path) >= _UNICODE_SINCE else None
    if own is not None and (kind == "dta" or (own.about.file_encoding or "").upper() not in _SAYS_NOTHING):
        return own
    found = [
        reading
        for encoding in ([declared] if declared else ["UTF-8", "CP949"])
        if (reading := _attempt(read, encoding)) is not None
        and not (encoding == "CP949" and is_nonsense(_text(reading)))
    ]
    if len(found) == 2:
        texts = [_text(reading) for reading in found]
        for_utf8, for_cp949 = (hits(text, known) for text in texts)
        guessed = for_utf8 == for_cp949 and texts[0] != texts[1]
        return found[1] if for_cp949 > for_utf8 else found[0]._replace(guessed=guessed)
    if found:
        return found[0]
    if own is not None and not declared:
        return own
    raise IntakeError(
        f"{path.name}: 글자 체계를 알 수 없습니다({declared or 'UTF-8도 CP949도 아님'}). 조사표의 encoding을 확인하거나, "
        "쓰던 프로그램에서 유니코드(UTF-8)로 다시 저장해 주십시오.",
        f"{path.name}: the encoding is not known ({declared or 'neither UTF-8 nor CP949'}). Check 'encoding' in the "
        "questionnaire, or save the file again as Unicode (UTF-8).",
    )


def _attempt(read: Callable[[str], Reading], encoding: str) -> Reading | None:
    """The reading in that encoding; None where letters do not fit it. Other errors are of the file itself."""
    try:
        return read(encoding.upper().replace("_", "-"))
    except UnicodeError:
        return None
    except Exception as error:
        if any(words in str(error) for words in _OF_LETTERS):
            return None
        raise


def _release_of_stata(path: Path) -> int:
    """The release of the format: 118 of "<stata_dta><header><release>118", 114 of a first byte r."""
    with path.open("rb") as file:
        start = file.read(40)
    digits = start.partition(b"<release>")[2][:3]
    return int(digits) if digits.isdigit() else start[0]


def _text(reading: Reading) -> str:
    """All that stands in the file: labels, and the different texts of every variable."""

    def pieces() -> Iterator[str]:
        about = reading.about
        yield from filter(None, about.column_labels)
        for labels in about.variable_value_labels.values():
            yield from labels.values()
        for name, kind in about.readstat_variable_types.items():
            if kind == "string":
                yield from reading.data[name].dropna().unique()

    return "\n".join(pieces())
