"""Annotations are read as a printer needs them."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.bind.annotations import Annotation, annotations_of, field_name, inherited
from guidepress.cos import Ref, open_file
from guidepress.cos.pages import pages_of

LOOK = b"<</BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream"


def found(*annotations: bytes) -> tuple[Annotation, ...]:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[%b]>>" % b"".join(annotations)
    objects = {**TREE, 3: page, 4: LOOK, 5: LOOK, 6: b"<</T(a)/V/Yes>>"}
    file = open_file(file_of(objects), "a.pdf")
    return annotations_of(file, pages_of(file)[0])


@pytest.mark.parametrize(("flags", "expected"), [(4, [True]), (0, [False]), (6, []), (36, [])])
def test_flags_say_whether_it_is_printed(flags: int, expected: list[bool]) -> None:
    # 4 prints, 2 hides, 32 shows nothing on a screen.
    assert [each.prints for each in found(b"<</Subtype/Stamp/F %d/Rect[0 0 1 1]>>" % flags)] == expected


def test_corners_are_put_in_order() -> None:
    assert [each.rectangle for each in found(b"<</Subtype/Stamp/Rect[9 2 1 8]>>")] == [(1, 2, 9, 8)]


@pytest.mark.parametrize(
    ("entries", "look"),
    [
        (b"/AP<</N 4 0 R>>", Ref(4)),
        (b"/AP<</N<</On 4 0 R/Off 5 0 R>>>>/AS/On", Ref(4)),
        (b"/AP<</N<</On 4 0 R/Off 5 0 R>>>>", Ref(5)),
        (b"/AP<</N<</Yes 4 0 R/Off 5 0 R>>>>/Parent 6 0 R", Ref(4)),  # the field above it says so
        (b"/AP<</N<</On 4 0 R>>>>/AS/Other", None),
        (b"/AP<</N 6 0 R>>", None),
        (b"", None),
    ],
)
def test_the_look_is_that_of_its_state(entries: bytes, look: Ref | None) -> None:
    (one,) = found(b"<</Subtype/Widget/Rect[0 0 1 1]%b>>" % entries)
    assert one.look == look


@pytest.mark.parametrize(
    ("entries", "shows"),
    [
        (b"/Subtype/Highlight/Rect[0 0 1 1]", True),
        (b"/Subtype/Highlight/Rect[0 0 0 1]", False),
        (b"/Subtype/Highlight", False),
        (b"/Subtype/Link/Rect[0 0 1 1]", False),
        (b"/Subtype/Link/Rect[0 0 1 1]/AP<</N 4 0 R>>", True),
        (b"/Subtype/Popup/Rect[0 0 1 1]/AP<</N 4 0 R>>", False),
    ],
)
def test_links_and_what_has_no_size_show_nothing(entries: bytes, shows: bool) -> None:  # noqa: FBT001 - both ways
    (one,) = found(b"<<%b>>" % entries)
    assert one.shows is shows


def test_fields_have_the_names_and_values_of_those_above() -> None:
    objects = {**TREE, 4: b"<</T(a)/FT/Tx>>", 5: b"<</Parent 4 0 R>>", 6: b"<</T(b)/Parent 5 0 R/Ff 2>>"}
    file = open_file(file_of(objects), "a.pdf")
    entries = file.dictionary(Ref(6))
    assert field_name(file, entries) == "a.b"
    assert (
        inherited(file, entries, "FT"),
        inherited(file, entries, "Ff"),
        inherited(file, entries, "V"),
    ) == (
        "Tx",
        2,
        None,
    )
