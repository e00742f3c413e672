"""Lines are set once, and again only where a reference moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.stacks import LABELS, PLAIN, para, paragraph, piece

from guidepress.base.record import replace
from guidepress.document.blocks import Label
from guidepress.document.inlines import PageRef, Text
from guidepress.paginate.resolve import Resolved, unknown
from guidepress.paginate.setter import Setter

if TYPE_CHECKING:
    from guidepress.typeset import Fonts, Line

KNOWN = Resolved({"end": "7"}, 20, "", {})
MOVED = Resolved({"end": "8"}, 20, "", {})
LATE = piece(replace(paragraph(1), inlines=(Text("page "), PageRef("end"))))


def setter(fonts: Fonts) -> Setter:
    return Setter(fonts, LABELS, unknown(LABELS))


def text(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join(word.text for run in line.runs for word in run.words) for line in lines]


def test_lines_are_remembered_from_round_to_round(fonts: Fonts) -> None:
    made, plain = setter(fonts), para(2)
    first = made.lines(plain)
    assert text(first) == ["l0", "l1"]
    assert made.lines(plain) is first
    assert made.saying(KNOWN).lines(plain) is first


def test_a_late_line_says_what_its_round_knows(fonts: Fonts) -> None:
    made = setter(fonts)
    assert text(made.lines(LATE)) == ["page 00"]
    known = made.saying(KNOWN)
    assert text(known.lines(LATE)) == ["page 7"]
    assert text(made.saying(MOVED).lines(LATE)) == ["page 8"]
    assert made.saying(KNOWN).lines(LATE) is known.lines(LATE)
    assert text(made.lines(LATE)) == ["page 00"]


def test_a_late_line_is_set_in_the_measure_and_the_language_of_its_place(fonts: Fonts) -> None:
    narrow = replace(LATE, measure=25_000)
    assert text(setter(fonts).saying(KNOWN).lines(narrow)) == ["page", "7"]
    indented = replace(LATE, indent=20_000)
    late, first = setter(fonts).lines(LATE)[0].runs[0].x, setter(fonts).lines(indented)[0].runs[0].x
    assert first - late == 20_000
    plain = replace(para(1), indent=20_000)
    assert setter(fonts).lines(plain)[0].runs[0].x - setter(fonts).lines(para(1))[0].runs[0].x == 20_000


def test_a_marker_is_set_at_its_natural_width(fonts: Fonts) -> None:
    made = setter(fonts).saying(KNOWN)
    marked = piece(paragraph(1, marker=(Text("see "), PageRef("end"))))
    assert text((made.marker(marked),)) == ["see 7"]


def test_a_label_is_aligned_and_says_what_its_round_knows(fonts: Fonts) -> None:
    made = setter(fonts).saying(KNOWN)
    left = Label(0, 0, (PageRef("end"),), replace(PLAIN, align="left"), 50_000)
    (line,) = made.label(left, "en")
    assert (text((line,)), line.runs[0].x < 1000) == (["7"], True)
    (centred,) = made.label(replace(left, align="centred"), "en")
    # Half of what the figure leaves of 50 pt stands before it.
    assert abs(centred.runs[0].x - (50_000 - line.width) // 2) < 1000
    plain = replace(left, inlines=(Text("word"),))
    assert text(made.label(plain, "en")) == ["word"]


def test_furniture_that_says_the_same_is_set_once_a_book(fonts: Fonts) -> None:
    made = setter(fonts)
    first = made.single((Text("Head"),), "Head", PLAIN, "en")
    assert text((first,)) == ["Head"]
    assert made.saying(KNOWN).single((Text("Head"),), "Head", PLAIN, "en") is first
    assert made.single((Text("Foot"),), "Foot", PLAIN, "en") is not first
    assert made.single((Text("Head"),), "Head", replace(PLAIN, name="other"), "en") is not first


def test_what_went_wrong_in_lines_is_said_once(fonts: Fonts) -> None:
    made = setter(fonts)
    bad = replace(paragraph(1), inlines=(Text("\U0001f4d6"),))  # a book, in no text face
    made.lines(piece(bad))
    made.lines(piece(bad))
    made.lines(piece(replace(bad, inlines=(*bad.inlines, PageRef("end")))))
    made.single(bad.inlines, "book", PLAIN, "en")
    found = made.diagnostics()
    assert len(found) == len(set(found)) == 1
    assert setter(fonts).diagnostics() == ()
