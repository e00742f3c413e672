"""In: short texts. Out: their lines as PDF operators, set by our own engine, and the fonts they need in the file.

The texts are set as pages of a small book, written by pdf/ and read back, so there is one way only in which type
gets into a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.bind.cid_set import add_cid_sets
from guidepress.cos import open_file
from guidepress.cos.copier import ObjectCopier
from guidepress.cos.pages import pages_of
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.layout.model import Family
from guidepress.page.book import Book, Metadata, Page
from guidepress.page.items import ARTIFACT, Frame
from guidepress.pdf import write_pdf
from guidepress.typeset import Fonts, set_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos import Value
    from guidepress.cos.writer import Writer
    from guidepress.typeset import Line

__all__ = ["Lettered", "Lettering", "letter"]

_HEIGHT = 100_000
"""mpt; of the pages the texts are set on, with the baseline on their lower edge."""

_TAGS = re.compile(rb"^(?:/Artifact<<.*?>>BDC|EMC|0 g)\n", re.MULTILINE)
"""What the writer says of an artifact and of black; whoever places the text says both for itself."""


@record
class Lettered:
    """A line of type.

    Attributes:
        operators: draws it, baseline and left end at the origin, in the colour that is set.
        fonts: the font resources, in the numbers of the file; all lines lettered together have the same.
        width: mpt.
        ascent, descent: mpt, both positive.
    """

    operators: bytes
    fonts: Value
    width: int
    ascent: int
    descent: int


class Lettering:
    """The faces that texts beside pages are set in: a sans, and a serif for what the sans has no glyph for."""

    def __init__(self) -> None:
        families = {
            "sans": Family("sans", "font_source_sans_pro", {"regular": "SourceSansPro-Regular.ttf"}),
            "serif": Family("serif", "font_source_serif_pro", {"regular": "SourceSerifPro-Regular.ttf"}),
        }
        self._fonts = Fonts(families)

    def line(self, text: str, size: int) -> Line:
        """Set one line.

        Raises:
            FaultsFound: no face has a glyph for one of the characters.
        """
        style = Style(
            "lettering", "sans", size=size, figures="lining", align="left", hyphenate=False, expand=0
        )
        line = set_line((Text(text),), style, self._fonts)
        if line.diagnostics:
            missing = " ".join(diagnostic.message for diagnostic in line.diagnostics)
            hint = "Write it with letters that Source Sans has."
            raise fault("missing-glyph", f"{text!r} cannot be set: {missing}", hint)
        return line


def letter(lines: Sequence[Line], writer: Writer, *, cid_sets: bool = False) -> tuple[Lettered, ...]:
    """Write set lines as operators, and their fonts into a file.

    Args:
        lines: the lines.
        writer: the file.
        cid_sets: the fonts list their glyphs, as PDF/A-1 wants it.
    """
    frames = [Frame(0, _HEIGHT, line.runs, ARTIFACT) for line in lines]
    pages = tuple(
        Page(number, "", max(line.width, 72_000), _HEIGHT, (frame,))
        for number, (line, frame) in enumerate(zip(lines, frames, strict=True), 1)
    )
    book = Book(Metadata("Lettering"), pages, (), (), len(pages), "")
    file = open_file(write_pdf(book, ()), "The lettering")
    copier = ObjectCopier(file, writer)
    found = pages_of(file)
    fonts = file.dictionary(found[0].entries["Resources"])["Font"]
    if cid_sets:
        add_cid_sets(file, fonts, copier, writer)
    shared = copier.value(fonts)
    copier.copy_waiting()
    return tuple(
        Lettered(
            _TAGS.sub(b"", file.content(file.get(page.entries["Contents"]))),
            shared,
            line.width,
            line.ascent,
            line.descent,
        )
        for page, line in zip(found, lines, strict=True)
    )
