from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from analysis.narrative import Figure, Sentence
from analysis.report.face import Entry
from analysis.report.markup import flow, parted, show_entry
from tests.report.small_report import KIND

SHARE = Figure("orgs/2016/kind/by=/a/share", 0.357, "35.7%")
DATA = '<data value="0.357" data-cell="orgs/2016/kind/by=/a/share">35.7%</data>'


def test_a_number_stays_on_one_line_with_its_particle():
    assert (
        flow(Sentence(("가장 높은 것은 ", SHARE, "로 나타남")))
        == f'가장 높은 것은 <span class="nb">{DATA}로</span> 나타남'
    )


def test_the_particle_of_a_number_stays_with_it_where_its_word_is_too_long_for_one_line():
    told = flow(Sentence(("다중이해관계자협동조합연합회(", SHARE, ")인데")))
    assert told == f'다중이해관계자협동조합연합회(<span class="nb">{DATA})인데</span>'


def test_html_among_words_stays_with_its_particle():
    assert flow(["총 ", Markup("<b>4</b>"), "차 회의"]) == '총 <span class="nb"><b>4</b>차</span> 회의'


def test_words_joined_by_a_dot_stay_in_one_piece():
    assert flow("부문 협의체·연합회 중") == '부문 <span class="nb">협의체·연합회</span> 중'


def test_a_long_piece_may_be_broken():
    assert "<span" not in flow("정책생산·공동사업·지역조직·회원교육·대국민홍보")


def test_texts_are_escaped():
    assert flow("<b>·</b>") == '<span class="nb">&lt;b&gt;·&lt;/b&gt;</span>'
    assert flow(Sentence(("<i>", Figure('"><script>', 1, "<1>")))) == (
        '<span class="nb">&lt;i&gt;<data value="1" data-cell="&quot;&gt;&lt;script&gt;">&lt;1&gt;</data></span>'
    )


def test_a_share_stands_small_beside_its_count():
    both = Entry(KIND, (KIND.get("count", "a"), KIND.get("share", "a")))
    assert show_entry(both, "ko") == (
        '<data value="5" data-cell="orgs/2016/kind/by=/a/count">5</data> '
        '<small>(<data value="0.357" data-cell="orgs/2016/kind/by=/a/share">35.7</data>)</small>'
    )


def test_one_sign_says_it_for_both():
    assert show_entry(Entry(KIND, (KIND.get("count", "c"), KIND.get("share", "c"))), "ko") == "X"


def test_what_is_not_there_leaves_its_place_empty():
    assert show_entry(None, "ko") == "" == show_entry(Entry(KIND, (None,)), "ko")
    assert show_entry(replace(Entry(KIND, ()), cells=()), "ko") == ""


def test_a_long_heading_may_be_parted_before_what_kind_of_body_it_names():
    assert parted("다중이해관계자협동조합") == "다중이해관계자<wbr>협동조합"
    assert parted("사회적협동조합") == "사회적협동조합"
    assert parted("<b>일반협동조합") == "&lt;b&gt;일반협동조합"
