"""A title page: centred, the title high on it, the publisher at its foot, the imprint on its back."""

from __future__ import annotations

import pytest
from tests.composing import compose
from tests.paginate.making import said, spots

from guidepress.base.record import replace
from guidepress.build import Tools, make_book
from guidepress.compose.sections.title_page import KIND
from guidepress.document.blocks import Paragraph
from guidepress.guide import Guide, load_guide
from guidepress.layout import load_layout
from guidepress.layout.areas import areas_of
from guidepress.layout.model import Layout, SectionSpec


def guide(title: str = "The Lamp", **more: object) -> Guide:
    """A guide of one section."""
    return load_guide({"format": 1, "title": title, "author": "Ann Marsh", "overview": "One night.", **more})


def layout(*, imprint: bool = True) -> Layout:
    """A title page, then the overview, on a page of 6 x 9 inches."""
    base = load_layout("paperback-6x9")
    overview = next(each for each in base.sections if each.kind == "overview")
    opening = SectionSpec(KIND.name, KIND.options(imprint=imprint), start="recto", wide=True)
    return replace(base, cover="none", sections=(opening, replace(overview, start="page")))


def test_the_publisher_ends_the_page_and_the_imprint_the_next() -> None:
    credits_ = {"written_by": ["Jo Field"], "publisher": "Small Press", "isbn": "978-0-306-40615-7"}
    look = layout()
    _, book = make_book(guide(credits=credits_), look, Tools(look))
    assert [said(page) for page in book.pages[:2]] == [
        "The Lamp Ann Marsh Study guide Small Press",
        "Written by Jo Field. Published by Small Press. ISBN 978-0-306-40615-7 Set by guidepress.",
    ]
    foot = areas_of(look.page, look.styles).foot
    for page in book.pages[:2]:
        last = max(spot.y for spot in spots(page))
        assert (
            0 < foot - last < 12_000
        )  # the last baseline, a descender and a lead above the foot of the text
    first = min(spot.y for spot in spots(book.pages[0]))
    assert first < page.height // 3  # in the upper third


def test_white_space_above_the_title_gives_way_to_what_stands_below_it() -> None:
    """Four inches less the margins are too low for white space, title, author, kind and publisher: each page has text."""
    look = layout(imprint=False)
    low = replace(look, page=replace(look.page, height=288_000))
    _, book = make_book(guide(credits={"publisher": "Small Press"}), low, Tools(low))
    assert all(said(page) for page in book.pages)


def test_a_title_page_has_no_furniture_and_stands_in_no_contents() -> None:
    (section, *_) = compose(guide(), layout()).sections
    assert section.master == "plain"
    (title,) = (block for block in section.blocks if isinstance(block, Paragraph) and block.heading)
    heading = title.heading
    assert heading is not None
    assert (heading.level, heading.contents, heading.outline) == (1, False, True)


def test_without_the_imprint_the_title_page_is_one_page() -> None:
    look = layout(imprint=False)
    _, book = make_book(guide(), look, Tools(look))
    assert [page.section for page in book.pages] == ["title-page", "overview"]


@pytest.mark.parametrize("count", [1, 12, 60])
def test_however_long_the_title_is_it_takes_one_page(count: int) -> None:
    look = layout()
    _, book = make_book(
        guide(" ".join(["Lamplight"] * count), subtitle="A Story " * count), look, Tools(look)
    )
    assert [page.section for page in book.pages] == ["title-page", "title-page", "overview"]


def test_an_article_of_a_name_is_small_within_the_sentence_of_the_imprint() -> None:
    look = layout()
    _, book = make_book(guide(credits={"written_by": ["The editors", "Jo Field"]}), look, Tools(look))
    assert said(book.pages[1]) == "Written by the editors and Jo Field. Set by guidepress."
