"""What holds of every page of a site, as a reader meets it in a browser. A file of tests names the site's pages;
each rule is one test, and tells every page that breaks it and how."""

from __future__ import annotations

import re
from collections import Counter

from tests.browser.seen import Seen, troubles
from tests.browser.site import MADE

MAX_STOPS = 120


class PageRules:
    """The fixture `pages` gives what was seen of each page, by its place in the folder of reports."""

    def test_no_page_is_missing(self, pages: dict[str, Seen]) -> None:
        assert MADE - pages.keys() == set()

    def test_axe_finds_no_violation(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "axe") == {}

    def test_nothing_is_fetched_from_outside(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "outside") == {}

    def test_the_browser_complains_of_nothing(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "complaints") == {}

    # What a page says

    def test_the_one_h1_is_the_title(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "title") == {}

    def test_a_page_is_in_its_language_but_for_names_that_say_so(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "language") == {}

    def test_no_heading_skips_a_level_or_reads_its_own_address(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "headings") == {}

    def test_every_table_has_a_caption_and_every_heading_of_it_says_what_it_heads(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "tables") == {}

    def test_no_cell_of_a_table_is_empty_or_not_a_number(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "cells") == {}

    def test_names_of_places_are_unique(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "ids") == {}

    def test_what_is_referred_to_is_there(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "references") == {}

    def test_every_link_leads_somewhere_within_the_site(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "links") == {}

    def test_every_region_has_a_name_of_its_own(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "regions") == {}

    def test_what_is_read_aloud_holds_what_is_seen(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "labels") == {}

    def test_no_element_does_anything_of_its_own(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "handlers") == {}

    # Pictures

    def test_every_picture_says_what_it_shows_with_a_number_that_is_not_the_year(self, pages: dict[str, Seen]) -> None:
        def without(seen: Seen) -> list[str]:
            return [
                f"{one['figure']} ({one['shape']}): {one['role']} ‘{one['name']}’ ‘{one['text'][:60]}’"
                for one in seen.pictures
                if one["role"] != "img" or not one["name"] or not _numbers(one["text"] or one["name"]) - {seen.path.parent.name}
            ]

        assert {name: found for name, seen in pages.items() if (found := without(seen))} == {}

    def test_no_two_pictures_of_a_page_say_the_same(self, pages: dict[str, Seen]) -> None:
        """A drawing for the wide and one for the narrow screen are one picture."""

        def twice(seen: Seen) -> list[str]:
            of = {(one["figure"], f"{one['name']} {one['text']}") for one in seen.pictures}
            return [text for text, times in Counter(text for _, text in of).items() if times > 1]

        assert {name: found for name, seen in pages.items() if (found := twice(seen))} == {}

    def test_no_name_stands_in_for_one_that_is_to_come(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "placeholders") == {}

    # How it looks

    def test_nothing_is_wider_than_the_screen(self, pages: dict[str, Seen]) -> None:
        """WCAG 2.2, 1.4.10: down to 320 px."""
        assert troubles(pages, "wider") == {}

    def test_no_words_are_cut(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "cut") == {}

    def test_no_words_of_a_drawing_are_cut_or_cover_each_other(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "drawings") == {}

    def test_no_words_are_shown_below_12_px(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "small") == {}

    def test_every_letter_has_a_glyph_in_the_embedded_face(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "letters") == {}

    def test_words_stand_out_from_their_ground(self, pages: dict[str, Seen]) -> None:
        """WCAG 2.2, 1.4.3, in light and dark."""
        assert troubles(pages, "contrast") == {}

    def test_words_of_drawings_stand_out_from_what_they_lie_on(self, pages: dict[str, Seen]) -> None:
        assert sum(seen.words_of_drawings for seen in pages.values()) > 1_000
        assert troubles(pages, "contrast_in_drawings") == {}

    def test_in_the_colours_of_the_reader_nothing_vanishes(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "forced_colours") == {}

    def test_on_paper_nothing_is_wider_than_the_sheet(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "paper") == {}

    def test_on_paper_no_table_lies_on_a_figure(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "meeting") == {}

    # How it is used

    def test_what_is_pressed_is_large_enough_or_stands_alone(self, pages: dict[str, Seen]) -> None:
        """WCAG 2.2, 2.5.8: 24 px."""
        assert troubles(pages, "targets") == {}

    def test_what_has_the_focus_is_marked_and_seen(self, pages: dict[str, Seen]) -> None:
        """WCAG 2.2, 2.4.7 and 2.4.11: under no bar, in the first 45 stops of the tab key."""
        assert troubles(pages, "focus") == {}

    def test_the_tab_key_comes_to_the_end_of_a_page(self, pages: dict[str, Seen]) -> None:
        assert {name: seen.stops for name, seen in pages.items() if seen.stops >= MAX_STOPS} == {}

    def test_nothing_moves_where_the_reader_asked_for_rest(self, pages: dict[str, Seen]) -> None:
        assert troubles(pages, "moving") == {}


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))
