"""Each kind of section, as composed from one small guide, reads as its case file says."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.compose.orders import entry
from tests.compose.outline import outline, texts
from tests.compose.outline import words as written
from tests.composing import compose, context_of
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.compose.glosses import vocabulary_box
from guidepress.document.blocks import Columns, Group, Paragraph, Table
from guidepress.document.kinds import SECTION_KINDS, SectionKind
from guidepress.guide.model import (
    Character,
    Essay,
    FreeSection,
    Guide,
    Markdown,
    Person,
    Question,
    Relation,
    Theme,
    Unit,
    VocabularyWord,
)

if TYPE_CHECKING:
    from guidepress.layout.model import Layout, SectionSpec

CASES = Path(__file__).parent / "cases"
NEEDS_NOTHING = {"contents", "key-facts", "masthead", "title-page"}
"""The contents list what is there; every guide has a title and an author."""


def only(layout: Layout, *kinds: SectionKind) -> Layout:
    return replace(layout, sections=tuple(entry(kind) for kind in kinds))


@pytest.mark.parametrize("kind", sorted(SECTION_KINDS))
def test_a_section_reads_as_its_case_says(kind: SectionKind, guide: Guide, layout: Layout) -> None:
    """To write the cases anew after a change that is meant: GUIDEPRESS_UPDATE=1 pytest tests/compose."""
    ordered = [*(spec.kind for spec in layout.sections), "organizers"]
    kinds = ordered if kind in ordered else [*ordered, kind]
    document = compose(guide, only(layout, *kinds))
    sections = tuple(section for section in document.sections if section.kind == kind)
    got = outline(replace(document, sections=sections, notes=document.notes if kind == "overview" else ()))
    case = CASES / f"{kind}.txt"
    if os.environ.get("GUIDEPRESS_UPDATE"):
        case.write_text(got, encoding="utf-8")
    assert got == case.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", sorted(set(SECTION_KINDS) - NEEDS_NOTHING))
def test_a_section_without_data_is_left_out(kind: SectionKind, layout: Layout) -> None:
    bare = Guide(1, "Nothing", (Person("Nobody"),), overview=Markdown("Text."))
    if kind == "overview":
        bare = replace(bare, overview=None)
    assert compose(bare, only(layout, kind)).sections == ()


def test_a_section_without_data_has_no_line_in_the_contents(layout: Layout) -> None:
    bare = Guide(1, "Nothing", (Person("Nobody"),), overview=Markdown("Text."), related=("More",))
    kinds: tuple[SectionKind, ...] = ("contents", "overview", "themes", "quotes", "related")
    contents, overview, _ = compose(bare, only(layout, *kinds)).sections
    lines = [block for block in texts(contents.blocks) if block.role == "TOCI"]
    assert (len(lines), overview.anchor) == (2, "overview")


def test_a_list_of_one_entry_is_no_contents(layout: Layout) -> None:
    bare = Guide(1, "Nothing", (Person("Nobody"),), overview=Markdown("Text."))
    assert [each.kind for each in compose(bare, only(layout, "contents", "overview")).sections] == [
        "overview"
    ]


def test_key_facts_below_a_masthead_are_left_out_where_it_has_said_them_all(layout: Layout) -> None:
    bare = Guide(1, "Nothing", (Person("Nobody"),), overview=Markdown("Text."))
    below = replace(layout, sections=(entry("key-facts", short=True),))
    assert compose(bare, below).sections == ()
    assert len(compose(bare, only(layout, "key-facts")).sections) == 1


@pytest.mark.parametrize(("paper", "columns"), [("letter", [2]), ("a5", [])])
def test_a_long_contents_list_has_columns_only_where_titles_fit_in_them(
    paper: str, columns: list[int]
) -> None:
    themes = tuple(
        Theme(f"The theme of number {n}", id=f"theme-{n}", text=Markdown("Text.")) for n in range(60)
    )
    guide = Guide(1, "T", (Person("A"),), themes=themes)
    layout = stock_layout("study-guide", paper)
    spec = next(spec for spec in layout.sections if spec.kind == "contents")
    ordered = replace(layout, sections=(spec, entry("themes")))
    (listed, _) = compose(guide, ordered).sections
    assert [block.count for block in listed.blocks if isinstance(block, Columns)] == columns


@pytest.mark.parametrize(
    ("titles", "style"),
    # The title leaves some 590 pt of a page: 28 lines of 14 + 7 pt in each of two columns, 32 of 14 + 4.2, 36 of 14 + 2.1,
    # 38 of 13.3 + 2.1, and 42 of 12.6 + 1.4 in type of nine tenths.
    [
        (50, "toc-1"),
        (60, "toc-1/tight-600"),
        (68, "toc-1/tight-300"),
        (74, "toc-1/tight-300/at-9025"),
        (82, "toc-1/tight-200/at-8550"),
        (90, "toc-1"),
    ],
)
def test_contents_stand_closer_only_where_that_saves_a_page(titles: int, style: str) -> None:
    own = tuple(FreeSection(f"Essay {n}", Markdown("Text."), id=f"essay-{n}") for n in range(titles))
    layout = stock_layout("study-guide")
    spec = next(spec for spec in layout.sections if spec.kind == "contents")
    contents, *_ = compose(
        Guide(1, "T", (Person("A"),), sections=own), replace(layout, sections=(spec, entry("sections")))
    ).sections
    entries = [block for block in texts(contents.blocks) if block.role == "TOCI"]
    assert (len(entries), entries[0].style.name) == (titles, style)


def test_an_entry_of_the_contents_stays_with_the_first_of_those_below_it(
    guide: Guide, layout: Layout
) -> None:
    contents, *_ = compose(guide, only(layout, "contents", "overview", "units", "characters")).sections
    entries = [block for block in texts(contents.blocks) if block.role == "TOCI"]
    kept = [getattr(entry.inlines[0], "text", "") for entry in entries if entry.style.keep_next]
    # the guide's two parts, Night and Day, have a chapter each
    assert kept == ["Summaries and Analyses", "Night", "Day", "Character Analysis"]


def test_a_link_to_what_is_not_printed_is_plain_text(guide: Guide, layout: Layout) -> None:
    section = compose(guide, only(layout, "overview")).sections[0]
    inlines = [inline for block in texts(section.blocks) for inline in block.inlines]
    assert not any(getattr(inline, "link", None) for inline in inlines)


def test_notes_are_numbered_through_the_book(layout: Layout) -> None:
    noted = Markdown("One.[^a]\n\n[^a]: First.")
    guide = Guide(1, "T", (Person("A"),), overview=noted, plot=())
    guide = replace(guide, glossary=(), edition=None, overview=noted)
    twice = replace(guide, work=replace(guide.work, facts={"tone": noted}))
    document = compose(twice, only(layout, "key-facts", "overview"))
    assert [(note.name, note.number) for note in document.notes] == [("note-1", 1), ("note-2", 2)]


def test_without_a_margin_column_nothing_waits_for_one(guide: Guide, layout: Layout) -> None:
    narrow = replace(layout, page=replace(layout.page, margin_column=None))
    assert "MarginNote" not in outline(compose(guide, narrow))


def test_a_kind_that_comes_twice_has_two_anchors(guide: Guide, layout: Layout) -> None:
    sections = compose(guide, only(layout, "quiz", "quiz")).sections
    assert [section.anchor for section in sections] == ["quiz", "quiz-2"]


def test_front_matter_has_roman_folios_where_the_layout_asks(guide: Guide, layout: Layout) -> None:
    roman = replace(only(layout, "contents", "key-facts", "overview", "plot"), numbering_front="roman")
    sections = compose(guide, roman).sections
    assert [section.numbering for section in sections] == ["roman", "", "arabic", ""]
    assert [section.tab for section in sections] == [-1, -1, 0, 1]


def test_a_heading_never_skips_a_level(guide: Guide, layout: Layout) -> None:
    for section in compose(guide, layout).sections:
        levels = [block.heading.level for block in texts(section.blocks) if block.heading]
        steps = [after - before for before, after in pairwise(levels)]
        assert levels[0] == 1
        assert max(steps, default=0) <= 1, section.kind


def test_every_link_leads_to_an_anchor(guide: Guide, layout: Layout) -> None:
    document = compose(guide, layout)
    text = outline(document)
    links = (
        getattr(inline, "link", None)
        for section in document.sections
        for block in texts(section.blocks)
        for inline in block.inlines
    )
    targets = {link.target[1:] for link in links if link is not None and link.target.startswith("#")}
    assert targets
    assert [target for target in targets if f"#{target}" not in text.split()] == []


def test_a_section_that_may_share_a_page_is_as_wide_as_the_one_before(guide: Guide, layout: Layout) -> None:
    order = (
        entry("overview", start="page"),
        entry("index", start="flow", wide=True),
        entry("glossary", start="page", wide=True),
        entry("symbols", start="room"),
        entry("themes", start="page"),
    )
    sections = compose(guide, replace(layout, sections=order)).sections
    assert [section.wide for section in sections] == [False, False, True, True, False]


def test_a_divided_card_of_words_keeps_two_on_either_side(guide: Guide, layout: Layout) -> None:
    words = tuple(VocabularyWord(name, Markdown("meaning")) for name in "abcde")
    _title, listed = vocabulary_box(context_of(guide, layout), words, level=3).blocks
    assert isinstance(listed, Group)
    assert [isinstance(each, Paragraph) and each.style.keep_next for each in listed.blocks] == [
        True, False, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(("wide", "abreast"), [(True, 2), (False, 1)])
def test_quotes_as_cards_stand_two_abreast_where_the_measure_allows(
    guide: Guide, layout: Layout, *, wide: bool, abreast: int
) -> None:
    name = "study-guide" if wide else "mobile"
    spec = entry("quotes", form="cards", wide=wide)
    several = replace(guide, quotes=guide.quotes * 3)
    (section,) = compose(several, replace(stock_layout(name), sections=(spec,))).sections
    cards = [block for block in section.blocks if isinstance(block, Table if wide else Group)]
    assert len(cards) == -(-3 * len(guide.quotes) // abreast)
    if wide:
        table = next(block for block in cards if isinstance(block, Table))
        left, gap, right = table.rows[0].cells
        assert left.background == right.background == layout.colours["tint"]
        assert gap.blocks == ()


def test_a_theme_of_many_units_names_them_by_number(guide: Guide, layout: Layout) -> None:
    def places(count: int) -> str:
        units = tuple(
            replace(guide.units[0], id=f"unit-{number}", number=number, covers="", themes=("theme-duty",))
            for number in range(1, count + 1)
        )
        order = (entry("units"), entry("themes"))
        several = replace(guide, units=units, timeline=(), plot_arc=(), quotes=(), characters=())
        sections = compose(several, replace(layout, sections=order)).sections
        return "\n".join(written(each.inlines) for each in texts(sections[-1].blocks))

    assert "Chapter: [1], [2], [3]" in places(13)
    assert "Chapter: [1], [2], [3]" not in places(12)


def test_model_essays_stand_under_the_numbers_of_their_topics(layout: Layout) -> None:
    essays = (Essay(Markdown("One?")), Essay(Markdown("Two?"), model=Markdown("It begins.\n\nIt ends.")))
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."), essays=essays)
    spec = entry("essays", model=True)
    (section,) = compose(guide, replace(layout, sections=(spec,))).sections
    headings = [block.heading.title for block in texts(section.blocks) if block.heading]
    assert headings == ["Essay Topics", "A Model Essay on Topic 2"]
    assert "It ends." in outline(compose(guide, replace(layout, sections=(spec,))))
    (plain,) = compose(guide, only(layout, "essays")).sections
    assert [block.heading.title for block in texts(plain.blocks) if block.heading] == ["Essay Topics"]


def test_a_teachers_note_stands_at_its_question_and_what_is_answered_there_is_not_in_the_key(
    layout: Layout,
) -> None:
    bank = (Question(Markdown("Why?"), answer=(Markdown("Because."),), teacher_note=Markdown("Ask again.")),)
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."), questions=bank)
    spec = entry("questions", answers="inline", teacher_notes=True)
    ordered = replace(layout, sections=(spec, entry("answer-key")))
    text = outline(compose(guide, ordered))
    assert text.count("Because.") == 1
    assert text.index("Why?") < text.index("MarginNote") < text.index("Ask again.") < text.index("Because.")
    without = replace(ordered, page=replace(layout.page, margin_column=None))
    text = outline(compose(guide, without))
    assert text.index("Why?") < text.index("Because.") < text.index("Ask again.")


def test_names_and_relations_in_the_text_stay_with_whom_they_are_of(layout: Layout) -> None:
    cast = (
        Character(
            "Ann",
            importance=1,
            summary=Markdown("A keeper."),
            aliases=("Nan",),
            relations=(Relation("Ben", "aunt of"),),
        ),
        Character("Ben"),
    )
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."), characters=cast)
    plain = replace(only(layout, "characters"), page=replace(layout.page, margin_column=None))
    (section,) = compose(guide, plain).sections
    kept = {written(each.inlines): each.style.keep_next for each in texts(section.blocks)}
    assert kept["A keeper."]
    assert kept["*Also called: *Nan"]
    assert [keeps for text, keeps in kept.items() if text.startswith("*Relations")] == [False]


@pytest.mark.parametrize(
    ("edition", "title", "labelled"),
    [
        ("", "The Keeper’s Lamp: Study Guide", "Study guide · Small Press"),
        ("exam", "The Keeper’s Lamp: Exam", "Exam"),
        ("Class 9b", "The Keeper’s Lamp: Class 9b", "Class 9b"),
    ],
)
def test_title_and_cover_say_which_edition_it_is(
    guide: Guide, layout: Layout, edition: str, title: str, labelled: str
) -> None:
    document = compose(guide, replace(only(layout, "overview"), edition=edition))
    assert document.metadata.title == title
    assert document.cover is not None
    said = ["".join(getattr(each, "text", "") for each in label.inlines) for label in document.cover.labels]
    assert labelled in said


@pytest.mark.parametrize(
    ("study_guide", "foot"), [(True, "Study guide · Small Press"), (False, "Small Press")]
)
def test_a_cover_says_that_it_is_a_study_guide_where_the_layout_makes_one(
    guide: Guide, layout: Layout, *, study_guide: bool, foot: str
) -> None:
    cover = compose(guide, replace(only(layout, "overview"), study_guide=study_guide)).cover
    assert cover is not None
    assert foot in ["".join(getattr(each, "text", "") for each in label.inlines) for label in cover.labels]


@pytest.mark.parametrize(("words", "smaller"), [(6, False), (18, True), (60, False)])
def test_a_poem_is_set_smaller_if_that_keeps_its_longest_line_whole(
    layout: Layout, words: int, *, smaller: bool
) -> None:
    # 342 pt hold some 60 letters of 12 pt; eighteen words of five need 110, at 7 pt just so; sixty words cannot be helped
    poem = Markdown("short line\\\n" + " ".join(["word"] * words))
    guide = Guide(1, "T", (Person("A"),), poem=poem)
    (section,) = compose(guide, only(layout, "poem")).sections
    own = layout.styles["poem"]
    for line in texts(section.blocks):
        if line.style.name.startswith("poem") and not line.style.name.startswith("poem-number"):
            assert (line.style.size < own.size) is smaller
            assert line.style.size >= 7000


@pytest.mark.parametrize(("every", "numbers"), [(5, ["5"]), (2, ["2", "4", "6"]), (0, [])])
def test_lines_of_a_poem_are_numbered_through_its_stanzas(
    guide: Guide, layout: Layout, every: int, numbers: list[str]
) -> None:
    (section,) = compose(guide, replace(layout, sections=(entry("poem", every=every),))).sections
    stanzas = [block for block in section.blocks if isinstance(block, Table)]
    assert [len(each.rows) for each in stanzas] == [5, 1]
    shown = [
        written(each.inlines) for each in texts(section.blocks) if each.style.name.startswith("poem-number")
    ]
    assert shown == numbers
    # five lines: the first three stand together, and the last three
    assert [row.joined for row in stanzas[0].rows] == ["", "kept", "kept", "kept", "kept"]


def test_people_without_their_analysis_are_not_headed_as_an_analysis() -> None:
    people = (Character("Ada", "heroine", "ada", summary=Markdown("She."), analysis=Markdown("Why she.")),)
    guide = Guide(1, "T", (Person("A"),), characters=people)

    def titles(layout: str) -> list[str]:
        return [
            each.title for each in compose(guide, stock_layout(layout)).sections if each.kind == "characters"
        ]

    assert titles("study-guide") == ["Character Analysis"]
    assert titles("book-club") == ["Characters"]


def test_in_a_list_of_names_an_article_after_the_first_is_small_in_spanish() -> None:
    unit = Unit("Uno", summary=Markdown("Salen."), characters=("El cura", "La sobrina y el ama"))
    guide = Guide(1, "T", (Person("A"),), units=(unit,), language="es-ES")
    document = compose(guide, stock_layout("study-guide"))
    assert "El cura, la sobrina y el ama" in outline(document)


def test_the_number_of_a_quote_stands_close_to_its_words_where_there_is_no_margin(guide: Guide) -> None:
    layout = only(stock_layout("paperback-6x9"), "quotes")
    (section,) = compose(guide, layout).sections
    (number, text), *_ = [
        pair for pair in pairwise(texts(section.blocks)) if pair[0].style.name == "label/quote"
    ]
    before = layout.styles["quote-text"].space_before
    assert written(number.inlines).startswith("Quote")
    # The quarter of a line between them, all the white of a quote above both.
    assert (number.style.space_before, text.style.space_before) == (before, 3_500)


def test_a_quote_that_nothing_explains_does_not_hold_the_next(guide: Guide) -> None:
    layout = stock_layout("handout")
    (without,) = (each for each in layout.sections if each.kind == "quotes")  # analysis: false, chips: false

    def held(spec: SectionSpec[Any]) -> set[bool]:
        (section,) = compose(guide, replace(layout, sections=(spec,))).sections
        return {each.style.keep_next for each in texts(section.blocks) if "quote-source" in each.style.name}

    assert held(without) == {False}
    assert True in held(entry("quotes"))
