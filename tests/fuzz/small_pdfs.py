"""Small PDF files, most made by hand: what damage strikes in them is syntax, and each has something that others lack."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

from tests.cos.making import TREE, file_of, packed, revised

from guidepress import build, load_guide, load_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["small_pdfs"]

_GUIDE = (
    "format: 1\ntitle: T\nauthor: A\noverview: |-\n  Some *text* of a [link](#section-a).\n\nsections:\n"
    "  - {title: A, text: More. ![A dot](L.png)}\n"
)
_HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def _stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(data), data)


def _pages(count: int, page: bytes, more: Mapping[int, bytes], root: bytes = b"") -> bytes:
    """A file of so many pages, objects 10 and up, beside others."""
    kids = b" ".join(b"%d 0 R" % (10 + number) for number in range(count))
    return file_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R%b>>" % root,
            2: b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 300 200]>>" % (count, kids),
            **{10 + number: b"<</Type/Page/Parent 2 0 R%b>>" % page for number in range(count)},
            **more,
        },
        b"/Root 1 0 R/Info<</Title(A file)/Author(N. N.)>>",
    )


_TEXT = b"BT /F 12 Tf 20 100 Td (Hello \\(you\\)) Tj 0 -14 Td [(a) -20 <62>] TJ ET"
_USED = b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"


def _outline() -> bytes:
    """Bookmarks, named destinations, labels."""
    return _pages(
        3,
        _USED,
        {
            4: _stream(zlib.compress(_TEXT), b"/Filter/FlateDecode"),
            5: _HELVETICA,
            6: b"<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>",
            7: b"<</Title(One)/Parent 6 0 R/Next 8 0 R/Dest[10 0 R/XYZ 0 200 0]>>",
            8: b"<</Title<FEFF00540077006F>/Parent 6 0 R/Prev 7 0 R/A<</S/GoTo/D(two)>>>>",
            9: b"<</Names[(two)[11 0 R/Fit]]>>",
        },
        b"/Outlines 6 0 R/Names<</Dests 9 0 R>>/PageLabels<</Nums[0<</S/r>>1<</S/D/P(A-)/St 4>>]>>/PageMode/UseOutlines",
    )


def _fields() -> bytes:
    """A field that is filled, a link, a note; a page that is turned and cut; a script."""
    return _pages(
        1,
        _USED + b"/Annots[6 0 R 7 0 R 8 0 R]/Rotate 90/CropBox[10 10 290 190]/UserUnit 2",
        {
            4: _stream(_TEXT),
            5: _HELVETICA,
            6: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ann)/F 4/Rect[20 20 90 40]/DA(/F 9 Tf 0 g)/AP<</N 9 0 R>>>>",
            7: b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>/Border[0 0 0]>>",
            8: b"<</Type/Annot/Subtype/Text/Rect[50 50 60 60]/Contents(A note)/Popup<</Subtype/Popup/Rect[0 0 1 1]>>>>",
            9: _stream(b"BT /F 9 Tf (Ann) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 70 20]"),
        },
        b"/AcroForm<</Fields[6 0 R]/DR<</Font<</F 5 0 R>>>>/NeedAppearances true>>/OpenAction<</S/JavaScript/JS(1)>>",
    )


def _tagged() -> bytes:
    """A structure tree, with a role of its own."""
    return _pages(
        1,
        _USED + b"/StructParents 0/Tabs/S",
        {
            4: _stream(b"/P <</MCID 0>> BDC " + _TEXT + b" EMC"),
            5: _HELVETICA,
            6: b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>/RoleMap<</Para/P>>>>",
            7: b"<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R]>>",
            8: b"<</Type/StructElem/S/Para/P 7 0 R/Pg 10 0 R/K 0/Alt(x)/ID(one)>>",
        },
        b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>",
    )


def _pictured() -> bytes:
    """Pictures with a mask and within content; two streams a page."""
    return _pages(
        1,
        b"/Contents[4 0 R 6 0 R]/Resources<</XObject<</I 5 0 R>>/ExtGState<</G<</ca .5>>>>/ColorSpace<</C[/Indexed/DeviceRGB 1<ff000000ff00>]>>>>",
        {
            4: _stream(b"q /G gs 90 0 0 90 10 10 cm /I Do Q"),
            5: _stream(
                zlib.compress(b"\0" + b"\x80" * 16),
                b"/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceGray/Filter"
                b"/FlateDecode/DecodeParms<</Predictor 15/Columns 4>>/SMask 7 0 R",
            ),
            6: _stream(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI 0 0 10 10 re f"),
            7: _stream(
                b"\x80" * 16, b"/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceGray"
            ),
        },
        b"/OCProperties<</OCGs[]/D<</Order[]>>>>/Metadata 4 0 R",
    )


@cache
def small_pdfs() -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Those made by hand, and books of ours."""
    plain = _pages(2, _USED, {4: _stream(_TEXT), 5: _HELVETICA})
    newer = revised(file_of(TREE), {3: packed({4: b"<</Title(x)>>", 5: _HELVETICA})}, stream=False)
    streamed = revised(plain, {5: _HELVETICA, 20: packed({21: b"(a)", 22: b"[1 2]"})}, stream=True)
    ours = tuple(
        build(load_guide(_GUIDE.replace(" ![A dot](L.png)", "")), load_layout(name, sets=sets)).pdf
        for name, sets in (
            ("one-page", ()),
            ("study-guide", (("contents", "none"), ("cover", "none"))),
            ("one-page", (("standards", "[ua2, 4]"),)),
        )
    )
    return (plain, _outline(), _fields(), _tagged(), _pictured(), newer, streamed), ours
