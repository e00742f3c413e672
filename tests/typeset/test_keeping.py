"""What was set once is found again: by what it says, how it looks and how wide it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.typeset.specimen import FAMILIES

from guidepress.base.record import replace
from guidepress.document.inlines import Look, NoteMark, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, keeping, kept_paragraph, set_paragraph

if TYPE_CHECKING:
    from guidepress.typeset import Line

BODY = Style("body", size=10_000, leading=12_000)
WORDS = "Marley was dead to begin with. There is no doubt whatever about that. " * 3


def kept(
    fonts: Fonts,
    text: str = WORDS,
    style: Style = BODY,
    measure: int = 200_000,
    **more: Any,  # noqa: ANN401 - what setting takes
) -> tuple[Line, ...]:
    return kept_paragraph((Text(text),), measure, style, fonts, **more)


@pytest.fixture
def fresh() -> Fonts:
    return Fonts(FAMILIES)


def test_the_same_paragraph_is_set_once(fresh: Fonts) -> None:
    assert kept(fresh) is kept(fresh)


def test_kept_lines_are_the_lines_that_setting_makes(fresh: Fonts) -> None:
    assert kept(fresh) == set_paragraph((Text(WORDS),), 200_000, BODY, fresh)


def test_a_style_that_says_the_same_is_the_same_style(fresh: Fonts) -> None:
    assert kept(fresh, style=replace(BODY)) is kept(fresh)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": WORDS + "x"},
        {"style": replace(BODY, size=9000)},
        {"measure": 199_999},
        {"language": "de"},
        {"first_indent": 5000},
    ],
)
def test_whatever_lines_depend_on_parts_them(fresh: Fonts, changes: dict[str, Any]) -> None:
    kept(fresh)
    other = kept(fresh, **changes)
    asked: dict[str, Any] = {"text": WORDS, "measure": 200_000, "style": BODY, **changes}
    inlines = (Text(asked.pop("text")),)
    assert other == set_paragraph(inlines, asked.pop("measure"), asked.pop("style"), fresh, **asked)


def test_paragraphs_that_begin_alike_are_told_apart(fresh: Fonts) -> None:
    one, two = ((Text("So "), Text(text, Look(strong=True))) for text in ("ends one", "ends another"))
    first = kept_paragraph(one, 200_000, BODY, fresh)
    assert kept_paragraph(two, 200_000, BODY, fresh) != first
    assert kept_paragraph(one, 200_000, BODY, fresh) is first


def test_of_thousands_that_begin_alike_few_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand paragraphs differ in the number of a note: each is compared with 16 others at most when it is set.

    With the one that it is, found by its hash, 2,000 x 17 comparisons are the most; without hashes there are 2,000,000.
    """
    asked, equal = [0], NoteMark.__eq__

    def counted(one: NoteMark, other: object) -> bool:
        asked[0] += 1
        return bool(equal(one, other))

    alike = [(Text("See"), NoteMark(f"note-{number}", number)) for number in range(2000)]
    monkeypatch.setattr(NoteMark, "__eq__", counted)
    store = keeping.Kept()
    for inlines in alike:
        key = store.key(inlines, 200_000, BODY, "en", None)
        assert store.find(key, inlines) is None
        store.keep(key, inlines, ())
    assert asked[0] <= 2000 * 17
    assert store.find(key, alike[-1]) == ()


def test_what_has_become_much_is_forgotten(fresh: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six lines are kept at most; each of the two paragraphs has more than three."""
    monkeypatch.setattr(keeping, "_MOST_LINES", 6)
    before = kept(fresh)
    kept(fresh, text=f"And {WORDS}")
    assert kept(fresh) is not before
    assert kept(fresh) == before


def test_styles_that_have_become_many_are_forgotten_with_their_lines(
    fresh: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_MOST_STYLES", 2)
    before = kept(fresh)
    for size in (8000, 9000, 11_000):
        kept(fresh, style=replace(BODY, size=size))
    assert kept(fresh) is not before
