"""Files that a printer takes, made by hand, so that a test can break one thing of each."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from tests.cos.making import file_of
from tests.press.ink.making import serif, stream

from guidepress.press.geometry import cover_geometry

if TYPE_CHECKING:
    from guidepress.press.spec import PressSpec

__all__ = ["BLOCK", "Draft", "cover_draft", "interior_draft"]

FONT, DESCRIPTOR, PROGRAM, PICTURE, INFO, FREE = 5, 6, 7, 8, 9, 20
BLOCK = b"BT 0 g /F 11 Tf 100 400 Td (A plain line of type.) Tj ET\n"
"""A line of type within any margin."""
EAN = "9780306406157"
LEFT = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
SETS = "LGGLGL"
"""The sets of the six digits after a first digit 9."""


class Draft:
    """A file that can still be changed.

    Attributes:
        pages: the content of each page.
        boxes: the boxes of each page, as entries.
        page: further entries of pages, by index.
        resources: entries of the resources of all pages.
        catalog, info, trailer: entries.
        objects: objects besides, by number; from 20 on they are free.
        head: the first line.
    """

    def __init__(self) -> None:
        self.pages: list[bytes] = []
        self.boxes: list[bytes] = []
        self.page: dict[int, bytes] = {}
        self.resources = b"/Font<</F 5 0 R>>/XObject<</P 8 0 R>>"
        self.catalog = b""
        self.info = b""
        self.trailer = b""
        self.head = b"%PDF-1.4\n"
        self.objects: dict[int, bytes] = {
            FONT: b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Serif/Encoding/WinAnsiEncoding/FirstChar 32"
            b"/Widths[%b]/FontDescriptor 6 0 R>>" % b" ".join([b"500"] * 95),
            DESCRIPTOR: b"<</Type/FontDescriptor/FontName/ABCDEF+Serif/Flags 32/FontFile2 7 0 R>>",
            PROGRAM: stream(zlib.compress(serif()), b"/Filter/FlateDecode"),
            PICTURE: picture(150, 150, b"/DeviceGray", 8, b"\x80" * 22_500),
        }

    def write(self) -> bytes:
        """The file."""
        first = 100
        kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(self.pages)))
        objects: dict[int, bytes] = {
            1: b"<</Type/Catalog/Pages 2 0 R%b>>" % self.catalog,
            2: b"<</Type/Pages/Count %d/Kids[%b]/Resources<<%b>>>>" % (len(self.pages), kids, self.resources),
            INFO: b"<<%b>>" % self.info,
            **self.objects,
        }
        for index, content in enumerate(self.pages):
            number = first + 2 * index
            objects[number] = b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%b%b>>" % (
                number + 1,
                self.boxes[index],
                self.page.get(index, b""),
            )
            objects[number + 1] = stream(content)
        return file_of(objects, b"/Root 1 0 R/Info 9 0 R" + self.trailer, self.head)


def picture(width: int, height: int, space: bytes, bits: int, data: bytes, more: bytes = b"") -> bytes:
    """A picture object."""
    return stream(
        data,
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%b/BitsPerComponent %d%b"
        % (width, height, space, bits, more),
    )


def interior_draft(*, pages: int = 24) -> Draft:
    """An interior 6 by 9 in with bleed on three edges: 441 by 666 pt, as KDP and IngramSpark have it.

    A grey ground runs over the edges of page 2; page 3 has a picture of 300 pixels an inch (150 on 36 pt); page 4 a
    line of one point; the last page is blank.
    """
    draft = Draft()
    draft.pages = [BLOCK] * (pages - 1) + [b""]
    draft.pages[1] = b".8 g 0 0 441 666 re f\n" + BLOCK
    draft.pages[2] += b"q 36 0 0 36 100 300 cm /P Do Q\n"
    draft.pages[3] += b"0 G 1 w 100 390 m 300 390 l S\n"
    for index in range(pages):
        left = 0 if index % 2 == 0 else 9  # a right-hand page has no bleed at its left, the spine
        trim = b"[%d 9 %d 657]" % (left, left + 432)
        draft.boxes.append(b"/MediaBox[0 0 441 666]/BleedBox[0 0 441 666]/TrimBox%b" % trim)
    return draft


def as_x1a(draft: Draft) -> Draft:
    """The same as PDF/X-1a:2001."""
    draft.head = b"%PDF-1.3\n"
    dates = b"/CreationDate(D:20261128)/ModDate(D:20261128)"
    draft.info = (
        b"/Title(A book)%b/Trapped/False/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)"
        % dates
    )
    draft.trailer = b"/ID[<00><00>]"
    draft.catalog = (
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 001)"
        b"/RegistryName(http://www.color.org)/Info(SWOP)>>]"
    )
    return draft


def as_x4(draft: Draft) -> Draft:
    """The same as PDF/X-4."""
    draft.head = b"%PDF-1.6\n"
    draft.info = b"/Title(A book)/CreationDate(D:20261128)/ModDate(D:20261128)/Trapped/False"
    draft.trailer = b"/ID[<00><00>]"
    names = (
        "dc:title",
        "xmp:CreateDate",
        "xmp:ModifyDate",
        "xmp:MetadataDate",
        "xmpMM:DocumentID",
        "xmpMM:VersionID",
        "xmpMM:RenditionClass",
    )
    packet = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" + "".join(
        f"<{name}>x</{name}>" for name in names
    )
    draft.objects[FREE] = stream(packet.encode(), b"/Type/Metadata/Subtype/XML")
    draft.objects[FREE + 1] = stream(b"\0" * 12 + b"prtr" + b"CMYK" + b"\0" * 200, b"/N 4")
    draft.catalog = (
        b"/Metadata 20 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Ours)"
        b"/DestOutputProfile 21 0 R>>]"
    )
    return draft


def cover_draft(spec: PressSpec, pages: int, *, scale: float = 1.0) -> Draft:
    """A cover: a ground of two inks over all, a title, type on the spine, and a barcode on white in its place."""
    geometry = cover_geometry(spec, pages)
    media, trim = geometry.media, geometry.trim
    draft = Draft()
    width, height = media.right / 1000, media.top / 1000
    draft.boxes = [
        b"/MediaBox[0 0 %.3f %.3f]/BleedBox[0 0 %.3f %.3f]/TrimBox[%.3f %.3f %.3f %.3f]"
        % (
            width,
            height,
            width,
            height,
            trim.left / 1000,
            trim.bottom / 1000,
            trim.right / 1000,
            trim.top / 1000,
        )
    ]
    front, spine, zone = geometry.front, geometry.spine, geometry.barcode_zone
    ground = b".4 .2 0 0 k 0 0 %.3f %.3f re f\n" % (width, height)
    title = b"BT 0 0 0 1 k /F 30 Tf %.3f 500 Td (Title) Tj ET\n" % (front.left / 1000 + 60)
    middle = (spine.left + spine.right) / 2000
    back = b"BT 0 0 0 1 k /F 9 Tf 0 -1 1 0 %.3f 500 Tm (Title) Tj ET\n" % (middle - 2)
    draft.pages = [ground + title + back + barcode(zone.left / 1000 + 14, zone.bottom / 1000 + 6, scale)]
    return draft


def barcode(x: float, y: float, scale: float = 1.0, ink: bytes = b"0 0 0 1 k", white: float = 11.0) -> bytes:
    """An EAN-13 on white, its first bar at (x, y): 95 modules of 0.33 mm, 0.9354 pt, with `white` modules before it."""
    module = 0.33 * 72 / 25.4 * scale
    content = b"0 0 0 0 k %.3f %.3f %.3f %.3f re f\n%b\n" % (
        x - white * module,
        y - 3,
        (95 + white + 7) * module,
        70 * module + 6,
        ink,
    )
    at = 0
    line = modules()
    while at < len(line):
        run = len(line[at:]) - len(line[at:].lstrip(line[at]))
        if line[at] == "1":
            content += b"%.4f %.3f %.4f %.3f re f\n" % (x + at * module, y, run * module, 70 * module)
        at += run
    return content


def modules() -> str:
    """The 95 modules of the number, by the tables of EAN-13."""
    swap = str.maketrans("01", "10")
    line = "101"
    for digit, kind in zip(EAN[1:7], SETS, strict=True):
        code = LEFT[int(digit)]
        line += code if kind == "L" else code.translate(swap)[::-1]
    line += "01010"
    return line + "".join(LEFT[int(digit)].translate(swap) for digit in EAN[7:]) + "101"
