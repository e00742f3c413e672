"""Pages of content made by hand, and the ink that is read off them."""

from __future__ import annotations

import struct
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString
from tests.cos.making import file_of

from guidepress.bind.leaves import leaves_of
from guidepress.cos import open_file
from guidepress.press.ink.canvas import Budget, Shelf
from guidepress.press.ink.page import ink_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.press.ink.page import PageInk

__all__ = ["ink", "page_file", "serif", "stream", "type1"]


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object's bytes."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def page_file(
    content: bytes, resources: bytes = b"", objects: Mapping[int, bytes] | None = None, page: bytes = b""
) -> bytes:
    """A file of one page, 300 by 200 points, with this content."""
    return file_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<%b>>%b>>"
            % (resources, page),
            4: stream(content),
            **(objects or {}),
        }
    )


def ink(
    content: bytes, resources: bytes = b"", objects: Mapping[int, bytes] | None = None, page: bytes = b""
) -> PageInk:
    """The ink of such a page."""
    file = open_file(page_file(content, resources, objects, page), "a.pdf")
    return ink_of(file, leaves_of(file)[0], Shelf(file), Budget())


def serif(ending: str = "ttf") -> bytes:
    """A font file of Source Serif."""
    folder = Path(str(import_module("font_source_serif_pro").__file__)).parent / "files"
    return (folder / f"SourceSerifPro-Regular.{ending}").read_bytes()


def type1(glyphs: Mapping[str, list[object]], subroutines: tuple[list[object], ...] = ()) -> bytes:
    """A Type 1 font of these glyphs, charstring programs; "A" has the code 65."""

    def bodies(program: list[object]) -> bytes:
        charstring = T1CharString(program=program)
        charstring.compile()
        return bytes(eexec.encrypt(b"\0\0\0\0" + charstring.bytecode, 4330)[0])

    private = b"dup /Private 8 dict dup begin /lenIV 4 def\n/Subrs %d array\n" % len(subroutines)
    for number, program in enumerate(subroutines):
        body = bodies(program)
        private += b"dup %d %d RD %b NP\n" % (number, len(body), body)
    private += b"2 index /CharStrings %d dict dup begin\n" % len(glyphs)
    for name, program in glyphs.items():
        body = bodies(program)
        private += b"/%b %d RD %b ND\n" % (name.encode(), len(body), body)
    private += b"end\nend\nreadonly put\nmark currentfile closefile\n"
    clear = (
        b"%!PS-AdobeFont-1.0: Tiny\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\n"
        b"0 1 255 {1 index exch /.notdef put} for\ndup 65 /A put\nreadonly def\ncurrentfile eexec\n"
    )
    return clear + bytes(eexec.encrypt(b"\0\0\0\0" + private, 55665)[0])


def cff_of(otf: bytes) -> bytes:
    """The CFF table of an OpenType font."""
    count = struct.unpack(">H", otf[4:6])[0]
    for row in range(count):
        tag, _, at, size = struct.unpack(">4sLLL", otf[12 + 16 * row : 28 + 16 * row])
        if tag == b"CFF ":
            return otf[at : at + size]
    raise AssertionError
