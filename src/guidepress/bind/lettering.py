"""In: short texts. Out: their lines as PDF operators, set by our own engine, with the embedded fonts they need.

The texts are set as pages of a small book, written by pdf/ and read back, so there is one way only in which type
gets into a file.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.layout.model import Family
from guidepress.page.book import Book, Metadata, Page
from guidepress.page.items import ARTIFACT, Frame
from guidepress.pdf import write_pdf
from guidepress.typeset import Fonts, set_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf.generic import DictionaryObject

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
        fonts: the font resources; all lines lettered together have the same.
        width: mpt.
        ascent, descent: mpt, both positive.
    """

    operators: bytes
    fonts: DictionaryObject
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


def letter(lines: Sequence[Line]) -> tuple[Lettered, ...]:
    """Write set lines as operators."""
    frames = [Frame(0, _HEIGHT, line.runs, ARTIFACT) for line in lines]
    pages = tuple(
        Page(number, "", max(line.width, 72_000), _HEIGHT, (frame,))
        for number, (line, frame) in enumerate(zip(lines, frames, strict=True), 1)
    )
    book = Book(Metadata("Lettering"), pages, (), (), len(pages), "")
    reader = PdfReader(io.BytesIO(write_pdf(book, ())))
    return tuple(_lettered(page, line) for page, line in zip(reader.pages, lines, strict=True))


def _lettered(page: Any, line: Line) -> Lettered:  # noqa: ANN401 - pypdf's page
    operators = _TAGS.sub(b"", page["/Contents"].get_data())
    return Lettered(operators, page["/Resources"].raw_get("/Font"), line.width, line.ascent, line.descent)
