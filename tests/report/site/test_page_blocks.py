from __future__ import annotations

from analysis.report.site.contents import Block
from analysis.report.site.page_blocks import blocks_of, told_of


def test_a_block_has_heading_finding_and_sentences():
    page = """<div class="block" id="q-kind"><div class="say"><div class="named"><h3><span class="place">2.</span>
    조직유형</h3> <a class="here" href="#q-kind">#</a></div><p class="finding"><data value="9" data-cell="a">9개</data>가 협동조합임</p>
    <ul class="points"><li>서울이 <span class="nb">많음</span></li><li>부산은 적음</li></ul></div></div>"""
    assert blocks_of(page) == (
        Block(id="q-kind", heading="조직유형", finding="9개가 협동조합임", sentences=("서울이 많음", "부산은 적음")),
    )


def test_drawings_numbers_and_notes_are_not_sentences():
    page = """<div id="q-kind"><h3>조직유형</h3><figure><p>그림</p></figure><svg><text>9</text></svg>
    <table><tr><th scope="row">서울</th><td>9</td></tr></table><p class="note">주: 무응답 제외</p>
    <p>이어지는 말<sup><a>1)</a></sup></p></div>"""
    (block,) = blocks_of(page)
    assert block.sentences == ("이어지는 말",)


def test_the_lines_of_a_table_of_words_are_found_by_their_heading():
    page = """<div id="q-events_list"><h3>활동</h3><table class="text stack"><tr><th scope="row">정책 토론회</th>
    <td>3월</td></tr></table></div>"""
    assert blocks_of(page)[0].sentences == ("정책 토론회",)


def test_an_item_within_a_block_is_a_block_of_its_own():
    page = """<div id="q-work"><h3>사업</h3><section id="a-forum"><h4><span>1.</span> 포럼</h4><ol><li><span
    aria-hidden="true">①</span><p>네 번 열림</p></li></ol></section><p>끝으로</p></div>"""
    assert blocks_of(page) == (
        Block(id="q-work", heading="사업", sentences=("끝으로",)),
        Block(id="a-forum", heading="포럼", sentences=("네 번 열림",)),
    )


def test_what_another_report_found_is_found_there():
    assert blocks_of('<div id="q-found-orgs"><h3>회원 조사</h3><p>9개</p></div>') == ()


def test_signs_of_markup_are_words():
    (block,) = blocks_of('<div id="q-a"><h3>&lt;b&gt; &amp; 말</h3></div>')
    assert block.heading == "<b> & 말"


def test_a_page_tells_the_questions_of_its_summary():
    page = '<meta name="dure-finding" content="a b"><meta name="dure-tag" content="&lt;예시&gt;">'
    assert told_of(page) == {"finding": "a b", "tag": "<예시>"}
