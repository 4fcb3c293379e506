"""Files of text: damaged, hostile and awkward ones. Made where they are read, never kept."""

from __future__ import annotations

from collections.abc import Callable

from tests.bad_input.control import HEADING, QUESTIONNAIRE, down, rows, text

FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x.invalid","y")']
MARKUP = [
    "<script>alert('cell')</script>",
    "<svg onload=alert('cell')>",
    '<iframe src="javascript:alert(1)"></iframe>',
    "**bold** [link](javascript:alert(1)) ![x](x)",
    r"$\frac{1}{2}$ \input{/etc/passwd}",
    "{{ 7*7 }} {% for x in y %}",
    "%%bash\ntouch hacked",
    "!touch hacked",
    "# heading",
]
SCRIPT = "<script>alert('heading')</script>"
PROGRAM_WORDS = ["None", "NA", "null", "nan", "TRUE", "-", "0"]
BEYOND = ["9" * 401, "1e308", "99999999999", "-1726"]
OUT_OF_SCALE = ["6", "0", "-1", "99", "3.5", "55"]
BREAKS = 'first\nsecond, "third"\tfourth'
KOREAN = "설명서가 가장 도움이 됩니다"


def _mixed() -> bytes:
    lines = text(rows(*down("H", [KOREAN] * 60))).splitlines()
    encodings = ("utf-8", "cp949")
    return b"\n".join(line.encode(encodings[at % 2]) for at, line in enumerate(lines, start=1))


def _korean() -> bytes:
    """The same with the headings of the Korean form, as Excel saves it in Korea."""
    table = rows(*down("H", [KOREAN] * 60))
    table[0] = [question.ask.ko for question in QUESTIONNAIRE.questions]
    return text(table).encode("cp949")


def _repeated() -> bytes:
    table = rows()
    return text([*table, *table[1:6]]).encode()


def _odd_headings() -> str:
    odd = rows(
        ("B1", "\u00a0submitted"), ("C1", "user_type\u200b"), ("D1", "years\n"), ("F1", "  quality_docs  ")
    )
    return "\ufeff" + text(odd)


def _csv(*cells: tuple[str, str]) -> Callable[[], bytes]:
    return lambda: text(rows(*cells)).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "c01_16000_columns.csv": lambda: text(
        [row + [f"c{n}" for n in range(15_992)] for row in rows()[:3]]
    ).encode(),
    "c02_formula_injection.csv": _csv(*down("H", FORMULAS)),
    "c03_zero_bytes.csv": lambda: b"",
    "c04_header_only.csv": lambda: text([HEADING]).encode(),
    "c06_mixed_encodings.csv": _mixed,
    "c08_utf16le_nobom.csv": lambda: text(rows()).encode("utf-16-le"),
    "c09_cp949.csv": _korean,
    "c11_newlines_quotes.csv": _csv(("H2", BREAKS), ("H61", "a\r\nb")),
    "c13_semicolon_delimited.csv": lambda: text(rows(), ";").encode(),
    "c14_tab_delimited.csv": lambda: text(rows(), "\t").encode(),
    "c16_nul_bytes.csv": _csv(("H4", "before\0after")),
    "c18_duplicate_ids.csv": _csv(("A7", "S0003"), ("A11", "S0003"), ("A13", "")),
    "c19_exact_duplicate_rows.csv": _repeated,
    "c21_renamed_required_column.csv": _csv(("G1", "Quality Spack ")),
    "c23_reordered.csv": lambda: text([row[::-1] for row in rows()]).encode(),
    "c24_likert_out_of_range.csv": _csv(*down("F", OUT_OF_SCALE)),
    "c26_all_missing_column.csv": _csv(*down("F", [""] * 60)),
    "c28_html_script_markdown_latex.csv": _csv(*down("H", MARKUP), ("C22", MARKUP[0])),
    "c29_script_in_header.csv": _csv(("H1", SCRIPT)),
    "c31_very_long_cell.csv": _csv(("H2", "가" * 100_000), ("H3", "나" * 32_768)),
    "c33_cp1252.csv": lambda: text(rows(*down("H", ["it’s fine", "don’t “worry”"]))).encode("cp1252"),
    "c34_invisible_chars_headers.csv": lambda: _odd_headings().encode(),
    "c36_decimal_comma.csv": _csv(*down("D", ["3,5"] * 60)),
    "c38_unicode_bidi_emoji.csv": _csv(
        ("C4", "Man\u200bager"), ("C5", "Manager 🙂"), ("H6", "𠮷野家 👩\u200d👩\u200d👧 \u202eabc")
    ),
    "c39_none_na_labels.csv": _csv(*down("C", PROGRAM_WORDS)),
    "c41_preamble_lines.csv": lambda: ("report\n2016\nmade by hand\n" + text(rows())).encode(),
    "c44_overflow_numbers.csv": _csv(*down("D", BEYOND)),
}
