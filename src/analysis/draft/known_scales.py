"""Answer scales that forms are made of, in Korean and English, lowest point first.

Every point lists the ways to write it; the first is how a point is written that nobody chose. `good` says which end is
the good one as far as the words alone can tell: high, low, or none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from analysis.language.text import match_key

Good = Literal["high", "low", "none"]


class KnownScale(NamedTuple):
    """points   for every point the ways to write it
    by_key    each of them, whatever its case and blanks → the position (from 0) of its point
    """

    good: Good
    points: tuple[tuple[str, ...], ...]
    by_key: dict[str, int]

    def position(self, text: str) -> int | None:
        """The position (from 0) of the point that `text` is."""
        return self.by_key.get(match_key(text).rstrip(".!"))


def _scale(good: Good, *points: str) -> KnownScale:
    names = tuple(tuple(point.split("|")) for point in points)
    return KnownScale(
        good, names, {match_key(name): at for at, several in enumerate(names) for name in several}
    )


_NEITHER = "Neutral|Neither|Undecided|Neither agree nor disagree|Neither agree or disagree|No opinion"
SCALES = (
    _scale("high", "Strongly disagree|Completely disagree|Totally disagree|Disagree strongly",
           "Disagree|Somewhat disagree|Tend to disagree|Disagree somewhat", _NEITHER,
           "Agree|Somewhat agree|Tend to agree|Agree somewhat",
           "Strongly agree|Completely agree|Totally agree|Agree strongly"),
    _scale("high", "Strongly disagree", "Disagree", "Agree", "Strongly agree"),
    _scale("high", "Strongly disagree", "Disagree", "Somewhat disagree|Slightly disagree", _NEITHER,
           "Somewhat agree|Slightly agree", "Agree", "Strongly agree"),
    _scale("high", "Very dissatisfied|Extremely dissatisfied|Very unsatisfied|Completely dissatisfied",
           "Dissatisfied|Somewhat dissatisfied|Unsatisfied",
           "Neither satisfied nor dissatisfied|Neutral|Neither|Neither satisfied or dissatisfied",
           "Satisfied|Somewhat satisfied", "Very satisfied|Extremely satisfied|Completely satisfied"),
    _scale("none", "Not at all important|Not important|Unimportant|Not important at all",
           "Slightly important|A little important|Of little importance|Not very important",
           "Somewhat important|Moderately important|Fairly important", "Very important|Important",
           "Extremely important|Critical|Essential|Absolutely essential"),
    _scale("high", "Very poor|Terrible|Horrible|Awful|Very bad", "Poor|Bad|Below average",
           "Fair|OK|Okay|Average|Acceptable|Neutral|So-so", "Good|Above average", "Very good|Excellent|Great|Outstanding"),
    _scale("high", "Poor|Bad", "Fair|OK|Okay|Average", "Good", "Very good|Great", "Excellent|Outstanding"),
    _scale("none", "Never", "Rarely|Seldom|Hardly ever|Almost never", "Sometimes|Occasionally|Once in a while",
           "Often|Frequently|Usually|Most of the time", "Always|All the time"),
    _scale("none", "Never", "Sometimes|Occasionally|Rarely", "Often|Frequently", "Very often|Very frequently",
           "Always|All the time"),
    _scale("none", "Never", "Rarely|Once in a while|Occasionally|Seldom|Sometimes",
           "About half the time|Half the time|Half of the time", "Usually|Most of the time|Often", "Always|All the time"),
    _scale("none", "Very unlikely|Extremely unlikely", "Unlikely|Somewhat unlikely", "Neutral|Neither likely nor unlikely",
           "Likely|Somewhat likely", "Very likely|Extremely likely"),
    _scale("none", "Not at all", "Slightly|A little|A little bit", "Moderately|Somewhat|To some extent",
           "Quite a bit|Very much|A lot", "Extremely|Completely|A great deal"),
    _scale("high", "Very difficult|Very hard", "Difficult|Hard", "Neutral|Neither easy nor difficult", "Easy", "Very easy"),
    _scale("high", "전혀 그렇지 않다|전혀 그렇지 않음|매우 그렇지 않다|전혀 아니다",
           "그렇지 않다|그렇지 않음|별로 그렇지 않다|그렇지 않은 편이다|대체로 그렇지 않다|아니다",
           "보통이다|보통|그저 그렇다|중간이다|반반이다", "그렇다|그러함|그런 편이다|대체로 그렇다|약간 그렇다",
           "매우 그렇다|매우 그러함|아주 그렇다|항상 그렇다"),
    _scale("high", "전혀 동의하지 않음|전혀 동의하지 않는다|매우 동의하지 않음", "동의하지 않음|동의하지 않는다|별로 동의하지 않음",
           "보통|보통이다|중립", "동의함|동의|동의한다|대체로 동의함", "매우 동의함|매우 동의|매우 동의한다|전적으로 동의함"),
    _scale("high", "매우 불만족|매우 불만|매우 불만족스럽다|매우 불만족함|전혀 만족하지 않음", "불만족|불만|불만족스럽다|불만족함|만족하지 않음",
           "보통|보통이다|그저 그렇다", "만족|만족스럽다|만족함|만족한다", "매우 만족|매우 만족스럽다|매우 만족함|매우 만족한다"),
    _scale("none", "전혀 중요하지 않음|전혀 중요하지 않다|매우 중요하지 않음", "중요하지 않음|중요하지 않다|별로 중요하지 않음|별로 중요하지 않다",
           "보통|보통이다", "중요함|중요|중요하다|대체로 중요함", "매우 중요함|매우 중요|매우 중요하다"),
    _scale("none", "전혀 필요하지 않음|전혀 필요하지 않다|전혀 필요 없음|매우 불필요", "필요하지 않음|필요하지 않다|별로 필요하지 않음|불필요|필요 없음",
           "보통|보통이다", "필요함|필요|필요하다|대체로 필요함", "매우 필요함|매우 필요|매우 필요하다"),
    _scale("high", "매우 못함|아주 못함|매우 잘못함", "못함|잘못함|못하는 편", "보통|보통이다", "잘함|잘하는 편", "매우 잘함|아주 잘함"),
    _scale("high", "매우 미흡|매우 미흡함", "미흡|미흡함", "보통|보통이다", "양호|양호함|우수", "매우 양호|매우 양호함|매우 우수"),
    _scale("high", "매우 부족|매우 부족함|전혀 충분하지 않음", "부족|부족함|충분하지 않음", "보통|보통이다|적정|적정함", "충분|충분함", "매우 충분|매우 충분함"),
    _scale("high", "매우 나쁨|매우 나쁘다|아주 나쁨", "나쁨|나쁘다|나쁜 편", "보통|보통이다", "좋음|좋다|좋은 편", "매우 좋음|매우 좋다|아주 좋음"),
    _scale("none", "전혀 없음|전혀 안 함|전혀 하지 않음|전혀 없다", "거의 없음|거의 안 함|거의 하지 않음|거의 없다|드물게", "가끔|가끔 있음|가끔 함|때때로|보통",
           "자주|자주 있음|자주 함|종종", "매우 자주|항상|늘|매일|언제나"),
    _scale("high", "매우 어려움|매우 어렵다", "어려움|어렵다|어려운 편", "보통|보통이다", "쉬움|쉽다|쉬운 편", "매우 쉬움|매우 쉽다"),
    _scale("high", "전혀 도움이 되지 않음|전혀 도움 안 됨", "도움이 되지 않음|별로 도움이 되지 않음|도움 안 됨", "보통|보통이다", "도움이 됨|도움 됨|약간 도움이 됨",
           "매우 도움이 됨|많은 도움이 됨|매우 도움 됨"),
    _scale("high", "매우 반대|적극 반대|매우 반대함", "반대|반대함|반대하는 편", "보통|중립|모르겠음", "찬성|찬성함|찬성하는 편", "매우 찬성|적극 찬성|매우 찬성함"),
)  # fmt: skip
