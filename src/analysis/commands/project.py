"""What every command takes."""

from __future__ import annotations

import argparse
from pathlib import Path


def common(*also: str) -> argparse.ArgumentParser:
    """What every command takes; also: what `--language` can be besides the languages."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--language", choices=("ko", "en", *also), default="ko", help="language of what is printed or made"
    )
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return parser


def yearly(*also: str) -> argparse.ArgumentParser:
    """What a command on a year's surveys takes besides; also: what `--language` can be besides the languages."""
    parser = argparse.ArgumentParser(add_help=False, parents=[common(*also)])
    parser.add_argument("year", type=int, help="the year reported on, e.g. 2016")
    parser.add_argument("--survey", action="append", metavar="S", help="only this survey (may be repeated)")
    return parser


def of_a_survey() -> argparse.ArgumentParser:
    """What a command on one survey takes besides: its year, or the loose files that it is read from instead."""
    parser = argparse.ArgumentParser(add_help=False, parents=[common()])
    parser.add_argument("--year", type=int, metavar="Y", help="the year of the survey, e.g. 2016")
    parser.add_argument(
        "--questionnaire", type=Path, metavar="Q.yml", help="the questionnaire of loose files of answers"
    )
    parser.add_argument(
        "--answers", type=Path, action="append", default=[], metavar="FILE",
        help="a loose file of answers (may be repeated)",
    )  # fmt: skip
    return parser
