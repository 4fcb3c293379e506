"""Hangul syllables and how they end."""

from __future__ import annotations

FIRST, LAST = "가", "힣"

# Final consonants in Unicode order (The Unicode Standard, 3.12 "Conjoining Jamo Behavior"); "" is none.
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")


def is_syllable(char: str) -> bool:
    return len(char) == 1 and FIRST <= char <= LAST


def final_consonant(syllable: str) -> str:
    """The final consonant of a precomposed syllable: "ㄹ" of 울, "" of 주."""
    return FINALS[(ord(syllable) - ord(FIRST)) % len(FINALS)]
