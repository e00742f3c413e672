"""A field's widget shows what its entries and those above it say."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.bind.annotations import annotations_of
from guidepress.bind.fields import FormField, field_of
from guidepress.cos import open_file
from guidepress.cos.pages import pages_of

EMPTY = b"<</BBox[0 0 1 1]/Length 10>>\nstream\n/Tx BMC EMC\nendstream"
FULL = b"<</BBox[0 0 1 1]/Length 16>>\nstream\nBT (old) Tj ET q\nendstream"


def field(entries: bytes, form: bytes = b"") -> FormField | None:
    objects = {
        **TREE,
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]%b>>>>" % form,
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[4 0 R]>>",
        4: b"<</Subtype/Widget/F 4/Rect[0 0 90 20]/T(f)%b>>" % entries,
        5: EMPTY,
        6: FULL,
    }
    file = open_file(file_of(objects), "a.pdf")
    (widget,) = annotations_of(file, pages_of(file)[0])
    return field_of(file, widget)


def shown(entries: bytes, form: bytes = b"") -> FormField:
    made = field(entries, form)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        (b"/FT/Tx/V(Ada\\nLovelace)", ("Ada Lovelace",)),
        (b"/FT/Tx/Ff 4096/V(Ada\\r\\nLovelace)", ("Ada", "Lovelace")),  # of many lines
        (b"/FT/Tx/Ff 8192/V(open)", ("••••",)),  # a password
        (b"/FT/Ch/V(a)/Opt[[(a)(Apple)]]", ("Apple",)),
        (b"/FT/Ch/V[(a)(b)]/Opt[[(a)(Apple)](b)]", ("Apple", "b")),
        (b"/FT/Btn/Ff 65536/MK<</CA(Send)>>", ("Send",)),
        (b"/FT/Sig/V<<>>", ()),
        (b"", ()),
    ],
)
def test_the_lines_are_those_of_its_kind(entries: bytes, lines: tuple[str, ...]) -> None:
    assert shown(entries).lines == lines


@pytest.mark.parametrize(
    ("entries", "marked"), [(b"/AS/Yes", True), (b"/AS/Off", False), (b"/V/Yes", True), (b"", False)]
)
def test_a_box_is_ticked_by_its_state(entries: bytes, marked: bool) -> None:  # noqa: FBT001 - both ways
    made = shown(b"/FT/Btn/MK<</CA(8)>>" + entries)
    assert (made.marked, made.mark, made.empty) == (marked, "8", not marked)


def test_type_and_colours_come_from_the_field_or_the_form() -> None:
    own = shown(
        b"/FT/Tx/V(a)/DA(/F 9.5 Tf 1 0 0 rg)/Q 1/MK<</BG[0.5]/BC[0 0 0 1]/R 90>>", b"/DA(/F 7 Tf)/Q 2"
    )
    assert (own.size, own.paint, own.align) == (9.5, "1 0 0 rg", "centre")
    assert (own.fill, own.frame, own.turn) == ("0.5 g", "0 0 0 1 K", 90)
    forms = shown(b"/FT/Tx/V(a)", b"/DA(/F 7 Tf)/Q 2")
    assert (forms.size, forms.paint, forms.align) == (7, "0 g", "right")


def test_a_comb_has_cells() -> None:
    assert shown(b"/FT/Tx/Ff 16777216/MaxLen 4/V(ab)").cells == 4
    assert shown(b"/FT/Tx/MaxLen 4/V(ab)").cells == 0


@pytest.mark.parametrize(
    ("entries", "form", "drawn"),
    [
        (b"/AP<</N 5 0 R>>", b"/NeedAppearances true", True),
        (b"/AP<</N 6 0 R>>", b"/NeedAppearances true", False),  # it shows a text: formatted, perhaps
        (b"/AP<</N 5 0 R>>", b"", False),
        (b"", b"", True),
    ],
)
def test_an_appearance_serves_unless_it_is_empty_and_the_form_says_so(
    entries: bytes,
    form: bytes,
    drawn: bool,  # noqa: FBT001 - both ways
) -> None:
    assert (field(b"/FT/Tx/V(Ada)" + entries, form) is not None) is drawn
