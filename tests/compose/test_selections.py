"""Where a layout prints some of many, they come from the whole work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compose.orders import entry
from tests.compose.outline import outline, texts
from tests.composing import compose

from guidepress.base.record import replace
from guidepress.build import make_book
from guidepress.compose.targets import printed
from guidepress.document.inlines import Text
from guidepress.document.kinds import SectionKind
from guidepress.guide import load_guide
from guidepress.guide.model import (
    Guide,
    Level,
    Markdown,
    Person,
    Question,
    Quote,
    Term,
    TriviaFact,
    Unit,
    VocabularyWord,
)
from guidepress.layout import load_layout
from guidepress.pdf.lower import lower

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.layout.model import Layout


def bare(**fields: object) -> Guide:
    return replace(Guide(1, "T", (Person("A"),), overview=Markdown("Text.")), **fields)  # type: ignore[arg-type]


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """The text of each paragraph below the heading of a section."""
    return [
        "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text))
        for paragraph in texts(blocks)
        if paragraph.heading is None
    ]


def chosen(guide: Guide, layout: Layout, kind: SectionKind, **options: object) -> list[str]:
    spec = entry(kind, **options)
    (section,) = compose(guide, replace(layout, sections=(spec,))).sections
    return lines(section.blocks)


def test_a_selection_of_quotes_goes_to_the_end_and_is_not_numbered(layout: Layout) -> None:
    guide = bare(quotes=tuple(Quote(Markdown(letter), number=at) for at, letter in enumerate("abcde", 1)))
    assert chosen(guide, layout, "quotes", limit=3) == ["a", "c", "e"]
    assert chosen(guide, layout, "quotes", limit=5)[:2] == ["Quote 1", "a"]


def test_levels_go_from_what_helps_to_what_stretches(layout: Layout) -> None:
    levels: tuple[Level, ...] = ("stretch", "core", "support")
    guide = bare(questions=tuple(Question(Markdown(each), level=each) for each in levels))
    assert chosen(guide, layout, "questions", group="level") == ["support", "core", "stretch"]


def test_a_theme_names_no_quotes_of_which_some_are_not_printed(guide: Guide, layout: Layout) -> None:
    quotes = tuple(replace(guide.quotes[0], number=number) for number in (1, 2, 3))
    several = replace(guide, quotes=quotes)

    def themes(limit: int) -> str:
        order = (entry("themes"), entry("quotes", limit=limit))
        return outline(compose(several, replace(layout, sections=order)))

    assert "Quotes: " in themes(3)
    assert "Quotes: " not in themes(2)


def test_run_in_a_stroke_parts_the_lines_of_verse(layout: Layout) -> None:
    guide = bare(quotes=(Quote(Markdown("Fair is foul,\\\nand foul is fair"), number=1, locator="1.1"),))
    assert chosen(guide, layout, "quotes", form="run-in") == ["Fair is foul,\u00a0/ and foul is fair (1.1)"]


def test_a_short_glossary_is_no_list_of_the_letter_a(layout: Layout) -> None:
    guide = bare(glossary=tuple(Term(name, Markdown("m")) for name in ("zeugma", "ode", "aside", "ballad")))
    assert chosen(guide, layout, "glossary", limit=2) == ["aside: m", "zeugma: m"]


def test_key_terms_come_from_units_at_even_distances(layout: Layout) -> None:
    words = [
        (VocabularyWord(f"first {unit}", Markdown("m")), VocabularyWord(f"second {unit}", Markdown("m")))
        for unit in "abc"
    ]
    guide = bare(
        units=tuple(
            Unit(f"U{at}", vocabulary=pair, number=at, id=f"unit-{at}") for at, pair in enumerate(words, 1)
        )
    )

    def terms(limit: int) -> list[str]:
        shown = chosen(guide, layout, "vocabulary", scope="all", sentences=False, limit=limit)
        return [line.removesuffix(": m") for line in shown]

    assert terms(2) == ["first a", "first c"]
    assert terms(5) == ["first a", "second a", "first b", "first c", "second c"]
    assert terms(9) == ["first a", "second a", "first b", "second b", "first c", "second c"]


def test_trivia_come_from_the_whole_list_with_or_without_their_sources(layout: Layout) -> None:
    facts = tuple(TriviaFact(Markdown(word), source="letters" if word == "a" else "") for word in "abcde")
    assert chosen(bare(trivia=facts), layout, "trivia", limit=3) == ["a. (letters)", "c.", "e."]
    assert chosen(bare(trivia=facts), layout, "trivia", limit=2, sources=False) == ["a.", "e."]


def test_characters_that_a_limit_leaves_out_take_their_links_along() -> None:
    """Units, quotes and the map name people; with one left, links lead to that one alone."""
    guide = load_guide("guides/macbeth.yaml")
    layout = load_layout("study-guide", sets=(("sections.characters.limit", "1"),))
    first = min(guide.characters, key=lambda each: each.importance)
    assert [name for name in printed(guide, layout) if name.startswith("character-")] == [first.id]
    assert lower(make_book(guide, layout)[1], layout.standards)
