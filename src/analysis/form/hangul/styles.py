"""Letters, paragraphs and borders of a Hangul document: each used one gets a number, and the header lists them.

Sizes are in points, lengths in HWPUNIT (7,200 to the inch), as the format has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.form.hangul.markup import part, tag

POINT = 100  # HWPUNIT
MM = 7200 / 25.4  # HWPUNIT

TEXT, GOTHIC = "함초롬바탕", "맑은 고딕"
_FACES = (TEXT, GOTHIC)
_SCRIPTS = ("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER")
_KOREAN = 1042
_UNIT = "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar"


@dataclass(frozen=True)
class Letters:
    size: float = 10
    bold: bool = False
    colour: str = "#000000"
    face: str = TEXT


@dataclass(frozen=True)
class Box:
    """What a cell looks like. fill, line: colours, "" for none; width of the line in mm."""

    fill: str = ""
    line: str = ""
    width: float = 0.12


@dataclass(frozen=True)
class Lines:
    """A kind of paragraph.

    before, after  points
    spacing        percent of the letters
    together       stays on the page of the paragraph after it
    """

    align: Literal["LEFT", "CENTER", "RIGHT"] = "LEFT"
    before: float = 0
    after: float = 0
    spacing: int = 130
    together: bool = False


class Styles:
    """What is used in a document, numbered as it comes."""

    def __init__(self) -> None:
        self._letters: dict[Letters, int] = {Letters(): 0}
        self._lines: dict[Lines, int] = {Lines(): 0}
        self._boxes: dict[Box, int] = {Box(): 1}  # borders are counted from 1

    def letters(self, letters: Letters) -> int:
        return self._letters.setdefault(letters, len(self._letters))

    def lines(self, lines: Lines) -> int:
        return self._lines.setdefault(lines, len(self._lines))

    def box(self, box: Box) -> int:
        return self._boxes.setdefault(box, len(self._boxes) + 1)

    def header(self) -> str:
        """The part of the document that lists them."""
        references = tag(
            "hh:refList",
            _listed("hh:fontfaces", [_faces(script) for script in _SCRIPTS]),
            _listed("hh:borderFills", [_box(number, box) for box, number in self._boxes.items()]),
            _listed("hh:charProperties", [_letters(number, kind) for kind, number in self._letters.items()]),
            _listed("hh:tabProperties", [tag("hh:tabPr", id=0, autoTabLeft=0, autoTabRight=0)]),
            _listed("hh:numberings", [_NUMBERING]),
            _listed(
                "hh:paraProperties",
                [_lines(number, kind) for kind, number in self._lines.items()],
            ),
            _listed("hh:styles", [_NORMAL]),
        )
        return part(
            "hh:head",
            tag("hh:beginNum", page=1, footnote=1, endnote=1, pic=1, tbl=1, equation=1),
            references,
            tag("hh:compatibleDocument", tag("hh:layoutCompatibility"), targetProgram="HWP201X"),
            tag("hh:docOption", tag("hh:linkinfo", path="", pageInherit=0, footnoteInherit=0)),
            version="1.4",
            secCnt=1,
        )


def _listed(element: str, items: list[str]) -> str:
    return tag(element, *items, itemCnt=len(items))


def _faces(script: str) -> str:
    kind = tag("hh:typeInfo", familyType="FCAT_GOTHIC", weight=6, proportion=4, contrast=0, strokeVariation=1,
               armStyle=1, letterform=1, midline=1, xHeight=1)  # fmt: skip
    fonts = [
        tag("hh:font", kind, id=number, face=face, type="TTF", isEmbedded=0)
        for number, face in enumerate(_FACES)
    ]
    return tag("hh:fontface", *fonts, lang=script, fontCnt=len(fonts))


def _box(number: int, box: Box) -> str:
    kind = "SOLID" if box.line else "NONE"
    width, colour = f"{box.width} mm", box.line or "#000000"
    sides = [
        tag(f"hh:{side}Border", type=kind, width=width, color=colour)
        for side in ("left", "right", "top", "bottom")
    ]
    fill = []
    if box.fill:
        fill = [tag("hc:fillBrush", tag("hc:winBrush", faceColor=box.fill, hatchColor="#999999", alpha=0))]
    return tag(
        "hh:borderFill",
        tag("hh:slash", type="NONE", Crooked=0, isCounter=0),
        tag("hh:backSlash", type="NONE", Crooked=0, isCounter=0),
        *sides,
        tag("hh:diagonal", type="SOLID", width="0.1 mm", color="#000000"),
        *fill,
        id=number,
        threeD=0,
        shadow=0,
        centerLine="NONE",
        breakCellSeparateLine=0,
    )


def _letters(number: int, letters: Letters) -> str:
    def every(element: str, value: int) -> str:
        return tag(element, **{script.lower(): value for script in _SCRIPTS})

    return tag(
        "hh:charPr",
        every("hh:fontRef", _FACES.index(letters.face)),
        every("hh:ratio", 100),
        every("hh:spacing", 0),
        every("hh:relSz", 100),
        every("hh:offset", 0),
        *([tag("hh:bold")] if letters.bold else []),
        tag("hh:underline", type="NONE", shape="SOLID", color="#000000"),
        tag("hh:strikeout", shape="NONE", color="#000000"),
        tag("hh:outline", type="NONE"),
        tag("hh:shadow", type="NONE", color="#C0C0C0", offsetX=10, offsetY=10),
        id=number,
        height=round(letters.size * POINT),
        textColor=letters.colour,
        shadeColor="none",
        useFontSpace=0,
        useKerning=0,
        symMark="NONE",
        borderFillIDRef=1,
    )


def _lines(number: int, lines: Lines) -> str:
    def measures(times: int) -> tuple[str, str]:
        def length(element: str, points: float) -> str:
            return tag(f"hc:{element}", value=round(points * POINT * times), unit="HWPUNIT")

        margin = tag(
            "hh:margin",
            length("intent", 0),
            length("left", 0),
            length("right", 0),
            length("prev", lines.before),
            length("next", lines.after),
        )
        return margin, tag("hh:lineSpacing", type="PERCENT", value=lines.spacing, unit="HWPUNIT")

    new = tag("hp:case", *measures(1), **{"hp:required-namespace": _UNIT})
    old = tag("hp:default", *measures(2))  # versions before 2016 halve the lengths of paragraphs

    return tag(
        "hh:paraPr",
        tag("hh:align", horizontal=lines.align, vertical="BASELINE"),
        tag("hh:heading", type="NONE", idRef=0, level=0),
        tag(
            "hh:breakSetting",
            breakLatinWord="KEEP_WORD",
            breakNonLatinWord="KEEP_WORD",
            widowOrphan=0,
            keepWithNext=int(lines.together),
            keepLines=0,
            pageBreakBefore=0,
            lineWrap="BREAK",
        ),  # fmt: skip
        tag("hh:autoSpacing", eAsianEng=0, eAsianNum=0),
        tag("hp:switch", new, old),
        tag(
            "hh:border",
            borderFillIDRef=1,
            offsetLeft=0,
            offsetRight=0,
            offsetTop=0,
            offsetBottom=0,
            connect=0,
            ignoreMargin=0,
        ),  # fmt: skip
        id=number,
        tabPrIDRef=0,
        condense=0,
        fontLineHeight=0,
        snapToGrid=0,
        suppressLineNumbers=0,
        checked=0,
        textDir="LTR",
    )


_NUMBERING = tag(
    "hh:numbering",
    tag("hh:paraHead", "^1.", start=1, level=1, align="LEFT", useInstWidth=1, autoIndent=1, widthAdjust=0,
        textOffsetType="PERCENT", textOffset=50, numFormat="DIGIT", charPrIDRef=4294967295, checkable=0),
    id=1,
    start=0,
)  # fmt: skip
_NORMAL = tag("hh:style", id=0, type="PARA", name="바탕글", engName="Normal", paraPrIDRef=0, charPrIDRef=0,
              nextStyleIDRef=0, langID=_KOREAN, lockForm=0)  # fmt: skip
