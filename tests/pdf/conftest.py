"""Hand-made books: real faces, words shaped here, so that the writer is tested without the engine."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import uharfbuzz as hb

from guidepress.base.colour import BLACK, Colour
from guidepress.page.book import Book, Metadata, OutlineEntry, Page
from guidepress.page.items import Face, Frame, Item, Run, Word
from guidepress.page.tree import Node


def _face(name: str, package: str, file: str) -> Face:
    path = Path(str(import_module(package).__file__)).parent / "files" / file
    return Face(name, str(path), 1000, 918, 335, 670, 475)


class Hand:
    """Sets words by hand."""

    def __init__(self) -> None:
        self.serif = _face("serif-regular", "font_source_serif_pro", "SourceSerifPro-Regular.ttf")
        self.italic = _face("serif-regular-italic", "font_source_serif_pro", "SourceSerifPro-It.ttf")
        self.sans = _face("sans-bold", "font_source_sans_pro", "SourceSansPro-Bold.ttf")
        self.otf = _face("serif-otf", "font_source_serif_pro", "SourceSerifPro-Regular.otf")
        self._fonts = {
            face: hb.Font(hb.Face(hb.Blob.from_file_path(face.path)))
            for face in (self.serif, self.italic, self.sans, self.otf)
        }
        self._words: dict[tuple[str, Face, str], Word] = {}

    def word(self, text: str, face: Face | None = None, features: str = "") -> Word:
        """Shape a word; `features` are OpenType tags, space-separated. A trailing U+00AD prints as a hyphen."""
        face = face or self.serif
        key = text, face, features
        if key not in self._words:
            self._words[key] = self._shape(text, face, features)
        return self._words[key]

    def _shape(self, text: str, face: Face, features: str) -> Word:
        buffer = hb.Buffer()
        buffer.add_str(text.replace("\u00ad", "-"))
        buffer.guess_segment_properties()
        hb.shape(self._fonts[face], buffer, dict.fromkeys(["kern", "liga", *features.split()], True))
        glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
        starts = [info.cluster for info in buffer.glyph_infos]
        advances = tuple(position.x_advance for position in buffer.glyph_positions)
        offsets = tuple((position.x_offset, position.y_offset) for position in buffer.glyph_positions)
        ends = [*starts[1:], len(text)]
        clusters = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
        return Word(
            text, face, glyphs, advances, clusters, sum(advances), offsets if any(map(any, offsets)) else ()
        )

    def advance(self, face: Face, glyph: int) -> int:
        """What the font itself says, font units."""
        return int(self._fonts[face].get_glyph_h_advance(glyph))

    def run(self, text: str, x: int = 0, y: int = 0, **more: object) -> Run:
        """Set a line of words; `face`, `features` and any field of Run may be given."""
        face = more.pop("face", self.serif)
        features = str(more.pop("features", ""))
        assert isinstance(face, Face)
        words = tuple(self.word(each, face, features) for each in text.split(" "))
        size = int(str(more.pop("size", 10_500)))
        gap = int(str(more.pop("gap", size // 4)))
        width = sum(word.width for word in words) * size // 1000 + gap * (len(words) - 1)
        colour = more.pop("colour", BLACK)
        assert isinstance(colour, Colour)
        return Run(x, y, face, size, colour, words, gap, width, **more)  # type: ignore[arg-type]

    def page(self, *frames: Frame, number: int = 1, label: str = "") -> Page:
        """A small page of 300 by 400 points."""
        return Page(number, label or str(number), 300_000, 400_000, frames)

    def book(
        self,
        *pages: Page,
        tree: tuple[Node, ...] = (Node("Document", -1), Node("P", 0)),
        outline: tuple[OutlineEntry, ...] = (),
        metadata: Metadata | None = None,
    ) -> Book:
        """A book of these pages."""
        metadata = metadata or Metadata("A Test", "N. N.", date="2026-11-23")
        return Book(metadata, pages, tree, outline, len(pages), "2 minutes read")

    def text_book(
        self, *items: Item, tree: tuple[Node, ...] | None = None, tags: tuple[int, ...] = ()
    ) -> Book:
        """A book of one page with one frame, tagged as a paragraph."""
        frame = Frame(30_000, 40_000, items, 1, tags)
        return self.book(self.page(frame), tree=tree or (Node("Document", -1), Node("P", 0)))


@pytest.fixture(scope="session")
def hand() -> Hand:
    return Hand()
