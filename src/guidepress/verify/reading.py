"""In: the bytes of a PDF. Out: what a reader sees of it: pages, text by marked content, fonts, tags.

The objects come from `cos`; content.py decodes the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.cos import Malformed, Ref, Stream, open_file
from guidepress.cos.pages import pages_of
from guidepress.verify.content import read_marked_text
from guidepress.verify.font_text import FontText, parse_to_unicode
from guidepress.verify.order import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["Opened", "open_pdf"]

_KEPT = 500
"""Pages whose content is kept decoded, 10 MB: enough for a book, which several checks look through."""


def open_pdf(data: bytes, password: str = "") -> Opened:
    """Open a PDF.

    Raises:
        FaultsFound: the bytes are no PDF that can be read, or the password is wrong.
    """
    file = open_file(data, "The file", password)
    try:
        return Opened(file, password)
    except Exception as problem:
        told = isinstance(problem, Malformed) and str(problem)
        reason = told or f"object {file.latest} holds what its place does not allow"
        message = f"The file cannot be read as a PDF ({reason})."
        raise fault("unreadable-pdf", message, "Write it again, or repair it.") from problem


class Opened:
    """A PDF that is open for reading; fonts and texts are read once, when they are asked for."""

    def __init__(self, file: File, password: str = "") -> None:
        self.file = file
        self.password = password
        self.root = file.root
        self.pages = pages_of(file)
        self._index = {page.number: index for index, page in reversed(list(enumerate(self.pages)))}
        self._index.pop(0, None)
        self._fonts: dict[int, FontText] = {}
        self._texts: dict[int, dict[int, str]] = {}
        self._contents: dict[int, bytes] = {}

    def page_index(self, page: Value) -> int:
        """Index of the page that a reference leads to; -1 where the file has no such page."""
        return self._index.get(page.number, -1) if isinstance(page, Ref) else -1

    def streams(self, index: int) -> list[Value]:
        """A page's content streams, one after the other."""
        return self.file.array(self.pages[index].entries.get("Contents"))

    def content(self, index: int) -> bytes:
        """A page's content, all its streams decoded one after the other."""
        found = self._contents.get(index)
        if found is None:
            file = self.file
            parts = [file.get(each) for each in self.streams(index)]
            found = b"\n".join([file.content(part) for part in parts if isinstance(part, Stream)])
            if len(self._contents) < _KEPT:
                self._contents[index] = found
        return found

    def marked_text(self, index: int) -> dict[int, str]:
        """Text of a page by marked-content identifier, in Unicode; soft hyphens kept."""
        found = self._texts.get(index)
        if found is None:
            found = read_marked_text(self.content(index), self.font_texts(index))
            if len(self._texts) < _KEPT:
                self._texts[index] = found
        return found

    def fonts(self, index: int) -> dict[str, Value]:
        """Fonts of a page by resource name, by reference where they have one."""
        resources = self.file.dictionary(self.pages[index].entries.get("Resources"))
        return self.file.dictionary(resources.get("Font"))

    def font_texts(self, index: int) -> dict[str, FontText]:
        """What the strings of a page say, by the resource name of their font."""
        return {name: self._font_text(raw) for name, raw in self.fonts(index).items()}

    def reading_order(self) -> Iterator[tuple[int, int]]:
        """Yield (page index, MCID) of all tagged content in the order of the structure tree."""
        return walk(self.file, self.root.get("StructTreeRoot"), self.page_index)

    def _font_text(self, raw: Value) -> FontText:
        font: Dictionary = self.file.dictionary(raw)
        key = raw.number if isinstance(raw, Ref) else -id(font)  # the file keeps it, and so its address
        if key not in self._fonts:
            stream = self.file.get(font.get("ToUnicode"))
            codes = parse_to_unicode(self.file.content(stream)) if isinstance(stream, Stream) else {}
            self._fonts[key] = FontText(codes)
        return self._fonts[key]
