"""A key says what each answer scores; keys of versions that stand apart are each whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import compose, context_of
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.compose.key_entries import key_part
from guidepress.compose.worksheets.versions import as_written, pose
from guidepress.document.blocks import Block, Group, Paragraph
from guidepress.document.inlines import PageRef
from guidepress.guide.model import Markdown, Question, Unit
from guidepress.parts import in_copies

if TYPE_CHECKING:
    from collections.abc import Iterable


def said(blocks: tuple[Block, ...] | list[Block]) -> list[str]:
    """The words of each paragraph; a table says nothing."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append("".join(getattr(each, "text", "") for each in block.inlines))
        elif isinstance(block, Group):
            found += said(block.blocks)
    return found


def context() -> Context:
    return context_of(stock_guide("ozymandias"), stock_layout("exam"))


WHY = Question(Markdown("Why?"), "long_answer", answer=(Markdown("Because."),), points=4, level="core")
WHO = Question(Markdown("Who?"), "long_answer", answer=(Markdown("He."),), points=1)


def test_an_answer_says_what_it_scores() -> None:
    entries = said(key_part("Exam", [pose(WHY, 1), pose(WHO, 2)], context()))
    assert [entry.replace("\u00a0", " ") for entry in entries] == [
        "Exam",
        "Because.\u2002 4 points · Core",
        "He.\u2002 1 point",
    ]


@pytest.mark.parametrize(
    ("covers", "locator", "cited"),
    [
        ("1.1-1.2", "1.2", "Scene 1.2"),
        ("1.9-1.11", "1.10", "Scene 1.10"),  # ten comes after nine
        ("1.1-1.2", "1.3", "Scenes 1.1–1.2, 1.3"),
        ("1.1-1.2", "l. 4", "Scenes 1.1–1.2, l. 4"),
        ("I.8-14", "I.9", "Scene I.9"),
        ("I.8-14", "I.15", "Scenes I.8–14, I.15"),
        ("II.58-74", "II.74", "Scene II.74"),
        ("I.8-14", "I.9–10", "Scenes I.9–10"),
        ("I.8-14", "I.13–15", "Scenes I.8–14, I.13–15"),
        ("1.1-1.4", "1.2–1.3", "Scenes 1.2–1.3"),
        ("II.58-74", "I.60", "Scenes II.58–74, I.60"),
        ("1.3", "1.3", "Scene 1.3"),
        ("1.3", "", "Scene 1.3"),
        ("1.3", "Scene 1.3, at the end", "Scene 1.3, at the end"),
    ],
)
def test_a_place_within_a_unit_is_named_once(covers: str, locator: str, cited: str) -> None:
    unit = Unit("Storm", id="unit-storm", number=1, covers=covers)
    guide = replace(stock_guide("ozymandias"), unit_name="Scene", units_name="Scenes", units=(unit,))
    asked = replace(WHO, unit=1, locator=locator)
    (_, entry) = said(key_part("Exam", [pose(asked, 1)], context_of(guide, stock_layout("exam"))))
    assert entry.replace("\u00a0", " ") == f"He. ({cited})\u2002 1 point"


@pytest.mark.parametrize(
    ("locator", "cited"),
    [
        ("Staves 1-3", "Staves 1-3, pages <1>, <2>, <3>"),
        ("Staves 1 and 3", "Staves 1 and 3, pages <1>, <3>"),
        ("Staves 1, 2 and 5", "Staves 1, 2 and 5, page <3>"),  # there is no fifth
        ("Stave 1, page 2", "Stave 1, page 2, page <3>"),
        ("Stave 3", "Stave 3, page <3>"),
    ],
)
def test_what_belongs_to_several_units_cites_the_page_of_each(locator: str, cited: str) -> None:
    text = Markdown("Much happens.")
    units = tuple(Unit(f"U{n}", id=f"unit-{n}", number=n, summary=text) for n in (1, 2, 3))
    guide = replace(stock_guide("ozymandias"), unit_name="Stave", units=units)
    here = context_of(guide, stock_layout("study-guide"))
    (_, *blocks) = key_part("Quiz", [pose(replace(WHO, unit=3, locator=locator), 1)], here)
    (entry,) = [each for each in paragraphs(blocks) if each.inlines]
    words = "".join(
        (each.instead or f"<{each.anchor[-1]}>") if isinstance(each, PageRef) else getattr(each, "text", "")
        for each in entry.inlines
    )
    assert words.replace("\u00a0", " ") == f"He. ({cited})\u2002 1 point"
    repeated = [each for each in entry.inlines if isinstance(each, PageRef) and each.anchor == "unit-3"][-1]
    assert repeated.after == tuple(f"unit-{n}" for n in (1, 2) if f"<{n}>" in cited)


def paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    made = [each for each in blocks if isinstance(each, Paragraph)]
    return made + [one for each in blocks if isinstance(each, Group) for one in paragraphs(each.blocks)]


@pytest.mark.parametrize("other", [True, False])
def test_an_answer_that_stands_elsewhere_says_what_it_scores_there(*, other: bool) -> None:
    here = context()
    first = as_written([("long_answer", [WHY])], seed=1)
    key_part("Quiz", first.posed, here)
    again = key_part("Exam", [pose(WHY, 3)], here, first=first if other else None)
    assert said(again)[1].replace("\u00a0", " ").endswith("\u2002 4 points")
    assert "Because" not in said(again)[1]


def test_keys_apart_are_whole_each() -> None:
    guide, exam = stock_guide("ozymandias"), stock_layout("exam")
    together = [each for each in compose(guide, exam).sections if each.kind == "answer-key"]
    apart = [each for each in compose(guide, in_copies(exam)).sections if each.kind == "answer-key"]
    assert [each.title for each in together] == ["Answer Key"]
    assert [(each.title, each.part, each.start) for each in apart] == [
        ("Answer Key", "answer-key", "recto"),
        ("Answer Key · Version A", "answer-key-a", "recto"),
        ("Answer Key · Version B", "answer-key-b", "recto"),
        ("Answer Key · Version C", "answer-key-c", "recto"),
        ("Answer Key · Version D", "answer-key-d", "recto"),
    ]
    referring = [entry for entry in said(together[0].blocks) if entry.startswith("See ")]
    assert referring
    assert [entry for key in apart for entry in said(key.blocks) if entry.startswith("See ")] == []
    lengths = {len(said(key.blocks)) for key in apart[1:]}
    assert len(lengths) == 1  # each has all the questions


def test_a_test_in_one_version_has_one_key() -> None:
    quiz = in_copies(stock_layout("quiz"))
    keys = [each for each in compose(stock_guide("ozymandias"), quiz).sections if each.kind == "answer-key"]
    assert [(each.title, each.part) for each in keys] == [("Answer Key", "answer-key")]


@pytest.mark.parametrize(("mirrored", "start"), [(True, "recto"), (False, "page")])
def test_what_follows_a_key_begins_on_a_sheet_of_its_own(*, mirrored: bool, start: str) -> None:
    layout = stock_layout("study-guide")
    layout = replace(layout, page=replace(layout.page, mirrored=mirrored))
    sections = compose(stock_guide("ozymandias"), layout).sections
    kinds = [each.kind for each in sections]
    following = sections[kinds.index("answer-key") + 1]
    assert (following.kind, following.start) == ("further-reading", start)
    # What follows further begins where the layout says.
    assert sections[kinds.index("answer-key") + 2].start == "flow"


def test_several_units_are_named_so() -> None:
    units = (Unit("Storm", number=1, covers="1.1-1.2"), Unit("Calm", number=2, covers="1.3"))
    guide = replace(stock_guide("ozymandias"), unit_name="Scene", units_name="Scenes", units=units)
    here = context_of(guide, stock_layout("exam"))
    assert [here.unit_label(unit) for unit in units] == ["Scenes\u00a01.1–1.2", "Scene\u00a01.3"]
    assert here.unit_title(replace(units[0], title="Scenes of storm")) == "Scenes of storm"
    plain = context_of(replace(guide, units_name=""), stock_layout("exam"))
    assert plain.unit_label(units[0]) == "Scene\u00a01.1–1.2"
