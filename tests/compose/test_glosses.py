"""Words to know: beside the text that uses them, or in the box of their unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.orders import entry
from tests.compose.outline import texts, words
from tests.composing import compose

from guidepress.base.record import replace
from guidepress.compose.glosses import used
from guidepress.document.blocks import Group, MarginNote, Paragraph
from guidepress.guide.model import Markdown, VocabularyWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block
    from guidepress.document.kinds import SectionKind
    from guidepress.guide.model import Guide, Question
    from guidepress.layout.model import Layout


def word(text: str) -> VocabularyWord:
    return VocabularyWord(text, Markdown("a meaning"))


@pytest.mark.parametrize(
    ("listed", "text", "stands"),
    [
        ("gain", "We go against it.", False),
        ("gain", "What a Gain!", True),
        ("to eke out", "He had *to eke  out* his pay.", True),
        ("o'clock", "At one o’clock", True),
        ("squall", "Squalls came.", False),
        ("art", "An artful heart, and then art.", True),
        ("art", "An artful heart, art_ and 2art.", False),
    ],
)
def test_a_word_stands_in_a_text_only_whole(listed: str, text: str, stands: bool) -> None:  # noqa: FBT001 - a case
    assert used([word(listed)], [text]) == ((word(listed),) if stands else ())


def _margin_notes(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Each gloss with the paragraph that follows it."""
    listed = list(blocks)
    for at, block in enumerate(listed):
        if isinstance(block, MarginNote):
            following = next((each for each in listed[at:] if isinstance(each, Paragraph)), None)
            for each in texts(block.blocks):
                if each.style.name == "gloss" and following is not None:
                    yield words(each.inlines), words(following.inlines)
        yield from _margin_notes(getattr(block, "blocks", ()))


def _box(blocks: Iterable[Block]) -> list[str]:
    for block in blocks:
        if isinstance(block, Group):
            if block.style is not None and block.style.name == "card/words":
                return [words(each.inlines) for each in texts(block.blocks)]
            found = _box(block.blocks)
            if found:
                return found
    return []


def test_a_word_is_explained_beside_its_text_and_any_other_in_the_box_of_its_unit(
    guide: Guide, layout: Layout
) -> None:
    (section,) = compose(guide, replace(layout, sections=(entry("units"),))).sections
    (gloss,) = _margin_notes(section.blocks)
    # "spill" is in the second paragraph of the summary; nothing in the unit's texts is a squall
    assert gloss[0].startswith("*spill*")
    assert gloss[1] == "Mary lights it with a spill."
    assert _box(section.blocks) == ["Words in Chapter\u00a01–2", "*squall*\u2002a gust"]


def test_a_unit_without_a_margin_has_all_its_words_in_the_box(guide: Guide, layout: Layout) -> None:
    (section,) = compose(guide, replace(layout, sections=(entry("units", wide=True, start="page"),))).sections
    assert list(_margin_notes(section.blocks)) == []
    assert [each.split("\u2002")[0] for each in _box(section.blocks)[1:]] == ["*spill* noun", "*squall*"]


def test_words_that_nothing_places_in_the_work_are_not_said_to_stand_in_it(
    guide: Guide, layout: Layout
) -> None:
    (first, *others) = guide.units
    free = replace(
        first, vocabulary=first.vocabulary[1:]
    )  # "spill" has its sentence and place, "squall" neither
    guide = replace(guide, units=(free, *others))
    (section,) = compose(guide, replace(layout, sections=(entry("units"),))).sections
    assert _box(section.blocks) == ["Words to know", "*squall*\u2002a gust"]


def _promises(guide: Guide, layout: Layout, **units: object) -> list[str]:
    sections = (entry("how-to-use"), entry("units", **units))
    document = compose(guide, replace(layout, sections=sections))
    listed = [words(each.inlines) for each in texts(document.sections[0].blocks)]
    return [each for each in listed if "margin" in each or "box" in each]


def test_the_how_to_use_page_promises_what_the_units_do(guide: Guide, layout: Layout) -> None:
    beside, boxed, free = (
        "The margin explains hard words beside the place where they are used. The rest of it is yours for notes.",
        "Each unit has a box of words to know.",
        "The margin is yours for notes.",
    )
    assert _promises(guide, layout) == [beside, boxed]
    assert _promises(guide, layout, vocabulary="box") == [boxed, free]
    assert _promises(guide, layout, vocabulary="none") == [free]
    (first, *others) = guide.units
    known = replace(guide, units=(replace(first, vocabulary=first.vocabulary[:1]), *others))
    assert _promises(known, layout) == [beside]


def test_the_how_to_use_page_explains_the_codes_of_standards_that_the_key_prints(
    guide: Guide, layout: Layout
) -> None:
    said = "Codes after the answers (RL.9-10.1) name the curriculum standards that a question serves."
    asked = [replace(each, standards=("RL.9-10.1",)) for each in guide.questions if "quiz" in each.use]

    def promised(questions: list[Question], *kinds: SectionKind) -> bool:
        sections = (entry("how-to-use"), *map(entry, kinds))
        made = compose(replace(guide, questions=tuple(questions)), replace(layout, sections=sections))
        return said in [words(each.inlines) for each in texts(made.sections[0].blocks)]

    assert asked
    assert promised(asked, "quiz", "answer-key")
    assert not promised(asked, "quiz")
    assert not promised(asked, "essays", "answer-key")
    assert not promised([replace(each, standards=()) for each in asked], "quiz", "answer-key")
