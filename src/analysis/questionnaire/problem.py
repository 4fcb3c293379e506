"""What can be wrong with a questionnaire, in words for the person who wrote it, and the error that gathers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import DureError

# rule: (Korean, English). In the order in which a reader should see them: what hides other problems comes first.
RULES: dict[str, tuple[str, str]] = {
    "not_found": ("조사표가 없습니다. 있는 조사표: {known}", "there is no such questionnaire; there are: {known}"),
    "unreadable": ("파일을 열 수 없습니다 ({detail})", "the file cannot be opened ({detail})"),
    "too_large": ("파일이 너무 큽니다 ({limit} 초과). 조사표가 맞는지 보세요", "larger than {limit}: is this a questionnaire?"),
    "not_utf8": (
        "UTF-8이 아닌 글자가 있습니다. 편집기에서 인코딩을 UTF-8로 골라 다시 저장하세요",
        "a character is not UTF-8; save the file again with the encoding UTF-8",
    ),
    "control_character": (
        "보이지 않는 제어 문자 {code} 문자를 지우세요", "an invisible control character {code}; delete it",
    ),
    "empty_file": ("파일이 비어 있습니다", "the file is empty"),
    "no_fields": (
        "조사표는 'survey: …'와 같은 '이름: 값' 줄로 시작합니다", "a questionnaire starts with lines like 'survey: …'",
    ),
    "tab": (
        "들여쓰기에 탭이 있습니다. 빈칸 두 개씩으로 바꾸세요", "a tab is used to indent; use two blanks instead",
    ),
    "not_yaml": (
        "읽을 수 없는 줄입니다. 이 줄과 바로 윗줄의 들여쓰기, 쌍점(:), 따옴표를 보세요 ({detail})",
        "cannot be read; look at indentation, colons and quotes of this line and the one above ({detail})",
    ),
    "too_deep": ("{limit}겹보다 깊게 들여 쓴 곳이 있습니다", "indented deeper than {limit} levels"),
    "too_many_values": (
        "값이 {limit}개보다 많습니다. 같은 목록을 거듭 부르는 별표(*)가 없는지 보세요",
        "more than {limit} values; look for aliases (*) that repeat one another",
    ),
    "tag": ("'{tag}' 태그는 쓸 수 없습니다. 느낌표로 시작하는 말을 지우세요", "the tag '{tag}' is not allowed; delete it"),
    "key_no_text": ("쌍점(:) 앞에는 이름 하나만 쓸 수 있습니다", "only a plain name can stand before a colon"),
    "duplicate_key": (
        "'{key}' 항목이 두 번 있습니다 (먼저 {first}행). 하나를 지우거나 이름을 바꾸세요",
        "'{key}' is there twice (first in line {first}); delete or rename one",
    ),
    "misspelt_field": (
        "'{field}' 항목은 없습니다. '{nearest}' 항목을 쓰려던 것인지 보세요",
        "there is no field '{field}'; did you mean '{nearest}'?",
    ),
    "unknown_field": (
        "'{field}' 항목은 여기에 쓸 수 없습니다. 쓸 수 있는 항목: {allowed}",
        "the field '{field}' has no place here; there are: {allowed}",
    ),
    "missing_field": ("'{field}' 항목이 빠졌습니다", "the field '{field}' is missing"),
    "unknown_kind": (
        "'{value}' 종류의 문항은 없습니다. 쓸 수 있는 kind: {allowed}", "there is no kind '{value}'; there are: {allowed}",
    ),
    "empty_field": ("'{field}' 항목에 값이 없습니다", "the field '{field}' has nothing after its colon"),
    "not_an_id": (
        "'{value}' 이름은 쓸 수 없습니다. 영어 소문자, 숫자, 밑줄(_)만 쓰세요. 예: overall_satisfaction",
        "'{value}' is no id: small letters, digits and _ only, e.g. overall_satisfaction",
    ),
    "not_a_number": ("'{field}' 항목에는 숫자를 씁니다. 지금 값: {value}", "'{field}' is a number, not '{value}'"),
    "not_a_date": (
        "'{field}' 항목에는 2016-04-01과 같은 날짜를 씁니다. 지금 값: {value}",
        "'{field}' is a date like 2016-04-01, not '{value}'",
    ),
    "not_yes_or_no": ("'{field}' 항목에는 yes 또는 no를 씁니다. 지금 값: {value}", "'{field}' is yes or no, not '{value}'"),
    "not_a_choice": (
        "'{field}' 항목에 쓸 수 있는 값: {allowed}. 지금 값: {value}", "'{field}' is one of {allowed}, not '{value}'",
    ),
    "not_a_list": ("'{field}' 항목에는 목록을 씁니다 (한 줄에 하나씩)", "'{field}' is a list, one thing a line"),
    "not_text": ("'{field}' 항목에는 글을 한 줄로 씁니다", "'{field}' is a line of text"),
    "not_fields": (
        "'{field}' 항목 아래에는 '이름: 값' 줄을 들여 씁니다", "under '{field}' come indented lines of 'name: value'",
    ),
    "too_small": ("'{field}' 항목의 값 {value}: {limit} 이상이어야 합니다", "'{field}' is {value}; it is at least {limit}"),
    "wrong_value": ("'{field}' 항목의 값을 읽을 수 없습니다 ({detail})", "'{field}' cannot be read ({detail})"),
    "unknown_list": (
        "'{name}' 목록은 파일 위쪽의 lists에 없습니다. 있는 목록: {known}",
        "there is no list '{name}' under `lists:`; there are: {known}",
    ),
    "unknown_scale": (
        "'{name}' 척도는 파일 위쪽의 scales에 없습니다. 있는 척도: {known}",
        "there is no scale '{name}' under `scales:`; there are: {known}",
    ),
    "two_ids": ("이름(id) '{id}' 항목이 목록에 두 번 있습니다", "the id '{id}' is in the list twice"),
    "two_labels": (
        "글이 같은 항목이 둘 있습니다: '{label}' ({first}, {second}). 응답을 어느 쪽으로 읽을지 알 수 없습니다",
        "two things of the list read '{label}' ({first}, {second}); an answer could be either",
    ),
    "scale_points": (
        "척도는 가장 낮은 쪽부터 1, 2, 3 … 차례로, 둘 이상 적습니다",
        "the points of a scale are numbered 1, 2, 3 … from the lowest, at least two of them",
    ),
    "exclusive_on_single": (
        "'{id}'의 exclusive는 여러 개를 고르는 문항(multi)에서만 뜻이 있습니다",
        "`exclusive` of '{id}' means something only where several can be chosen (multi)",
    ),
    "too_many_choices": (
        "max_choices {max}: 보기가 {options}개뿐입니다", "max_choices is {max}, but there are only {options} options",
    ),
    "too_many_ranks": ("ranks {ranks}: 보기가 {options}개뿐입니다", "ranks is {ranks}, but there are only {options} options"),
    "min_above_max": ("최솟값(min) {min}: 최댓값(max) {max}보다 큽니다", "min {min} is above max {max}"),
    "ends_before_start": ("끝(to) {end}: 시작(from) {start}보다 앞섭니다", "it ends ({end}) before it starts ({start})"),
    "bands_not_joined": (
        "구간 '{first}', '{second}' 사이가 비었거나 겹칩니다. 앞 구간이 끝난 다음 날부터 뒤 구간이 시작해야 합니다",
        "the bands '{first}' and '{second}' overlap or leave a gap; one starts on the day after the other ends",
    ),
    "grid_without_answer": (
        "표에 무엇을 적는지 없습니다. answer를 표에 하나, 또는 열마다 하나씩 적으세요",
        "a grid says what its cells hold: `answer:` for all, or one in every column",
    ),
    "duplicate_question": (
        "문항 id '{id}': 먼저 {first}행에 있습니다. 하나의 이름을 바꾸세요",
        "the id '{id}' belongs to another question (line {first}); rename one",
    ),
    "duplicate_no": (
        "문항 번호 '{number}': 먼저 {first}행에 있습니다", "the number '{number}' belongs to another question (line {first})",
    ),
    "duplicate_header": (
        "열 제목 '{header}': 먼저 {first}행에 있습니다. 응답 파일의 한 열이 두 문항에 갈 수 없습니다",
        "the heading '{header}' belongs to another question (line {first}); a column answers one question",
    ),
    "unknown_section": (
        "'{section}' 절은 sections에 없습니다. 있는 절: {known}", "there is no section '{section}'; there are: {known}",
    ),
    "second_identifier": (
        "응답자를 알려 주는 문항(identifier)은 하나뿐이어야 합니다 (먼저 {first}행)",
        "only one question is the identifier (the first is in line {first})",
    ),
    "routing_syntax": (
        "조건을 읽을 수 없습니다: {condition} — {position}번째 글자 '{found}' 자리에 필요한 것: {expected}",
        "the condition cannot be read: {condition} (character {position}, '{found}': expected {expected})",
    ),
    "routing_unknown": (
        "조건에 나오는 '{part}' 문항이 없습니다: {condition}", "the condition names '{part}', which does not exist: {condition}",
    ),
    "routing_later": (
        "조건에 나오는 '{part}' 문항은 이 문항보다 앞에 있어야 합니다: {condition}",
        "the condition names '{part}', which does not come before this question: {condition}",
    ),
    "routing_option": (
        "'{part}' 문항에 '{option}' 보기가 없습니다: {condition}. 있는 보기: {known}",
        "'{part}' has no option '{option}': {condition}; there are: {known}",
    ),
    "routing_kind": (
        "'{part}' 문항({kind})에는 '{operator}' 조건을 쓸 수 없습니다: {condition}. {hint}",
        "'{operator}' cannot be asked of '{part}' ({kind}): {condition}. {hint}",
    ),
    "duplicate_banner": ("배너 '{id}' 이름이 두 번 있습니다", "there are two banners '{id}'"),
    "banner_unknown_question": (
        "배너 '{id}'의 by: '{by}' 문항이 없습니다", "banner '{id}' is by '{by}', which is no question",
    ),
    "banner_kind": (
        "배너 '{id}'의 by: '{by}' 문항은 보기가 있는 문항(single, multi, scale)이나 구간(bands)이 있는 날짜여야 합니다",
        "banner '{id}' is by '{by}', which has no options to break tables down by",
    ),
    "level_unknown_option": (
        "배너 '{id}'의 '{level}': '{by}' 문항에 '{option}' 보기가 없습니다. 있는 보기: {known}",
        "level '{level}' of banner '{id}': '{by}' has no option '{option}'; there are: {known}",
    ),
    "level_option_twice": (
        "배너 '{id}': '{option}' 보기가 '{first}', '{level}' 두 곳에 있습니다",
        "banner '{id}': option '{option}' is in two levels, '{first}' and '{level}'",
    ),
    "level_option_nowhere": (
        "배너 '{id}': '{option}' 보기가 어느 묶음에도 없습니다. 응답이 표에서 사라집니다",
        "banner '{id}': option '{option}' is in no level; its respondents would be lost",
    ),
    "wrong_folder": (
        "survey는 '{survey}', 폴더 이름은 '{folder}'입니다. 같아야 합니다",
        "survey is '{survey}', its folder '{folder}'; they are the same word",
    ),
    "wrong_year": (
        "year는 {year}, 파일 이름은 '{file}'입니다. 같아야 합니다", "year is {year}, the file is '{file}'; they are the same",
    ),
}
_ORDER = {rule: place for place, rule in enumerate(RULES)}


Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    rule      names the words in RULES; hints fill them
    path      where in the questionnaire, as pydantic names places: ("questions", 3, "options")
    other     the place it collides with; its line becomes the hint `first`
    line      in the file, from 1; 0 where the whole file is meant
    question  id and no of the question, "" where none is concerned
    """

    rule: str
    path: Place = ()
    other: Place = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    question: str = ""
    no: str = ""

    def words(self, language: str = "ko") -> str:
        """The place within the file and what is wrong, on one line."""
        korean = language != "en"
        text = RULES[self.rule][0 if korean else 1].format(**self.hints)
        if self.question:
            name = f"{self.question}({self.no})" if self.no else self.question
            text = f"문항 {name}: {text}" if korean else f"question {name}: {text}"
        if self.line:
            text = f"{self.line}행: {text}" if korean else f"line {self.line}: {text}"
        return text


class QuestionnaireError(DureError):
    """A questionnaire that cannot be used, with everything that is wrong with it."""

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        once = {problem.words(): problem for problem in problems}.values()
        self.problems = tuple(sorted(once, key=lambda problem: (_ORDER[problem.rule], problem.line)))
        super().__init__(self._text("ko"), self._text("en"))

    def _text(self, language: str) -> str:
        lines = [problem.words(language) for problem in self.problems]
        name = self.path.as_posix()
        return f"{name}: {lines[0]}" if len(lines) == 1 else "\n  ".join([f"{name}:", *lines])
