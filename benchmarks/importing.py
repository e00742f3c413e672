"""How long the import of a Word file of sixty pages takes: processor seconds, without starting Python.

python -m benchmarks.importing [pages]
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.exchange.text.importing import import_guide

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["main", "word_file"]

PAGES, ROUNDS = 60, 5
WORDS = 400
"""Words of a page of a manuscript."""

_SENTENCE = (
    "The old clerk wrote on by the light of one small candle, and nobody asked him what the figures meant. "
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/><w:lvlText w:val="%{depth + 1}."/></w:lvl>'
    for depth, form in enumerate(("decimal", "lowerLetter"))
)
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_LINKS = f'<R><Relationship Id="n" Type="{_KIND}" Target="numbering.xml"/></R>'


def word_file(pages: int) -> bytes:
    """Make a file of so many pages: chapters with summaries, lists and tables, a word in ten in bold or italics."""
    body = "".join(part for page in range(1, pages + 1) for part in _page(page))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        made.writestr("word/numbering.xml", _NUMBERING)
        made.writestr("word/_rels/document.xml.rels", _LINKS)
    return out.getvalue()


def _page(number: int) -> Iterator[str]:
    """A chapter of `WORDS` words: 15 paragraphs of a sentence of 20, a list and a table of five sentences."""
    yield _paragraph(f"Chapter {number}: The Candle", '<w:pStyle w:val="Heading1"/>')
    for index in range(15):
        yield _paragraph(_SENTENCE, looks="<w:b/>" if index % 2 else "<w:i/>")
    for depth in (0, 1, 1):
        yield _paragraph(_SENTENCE, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')
    cells = "".join(f"<w:tc>{_paragraph(_SENTENCE)}</w:tc>" for _ in range(2))
    yield f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _paragraph(text: str, said: str = "", looks: str = "") -> str:
    """A paragraph of which every tenth word looks otherwise."""
    words = text.split()
    runs = "".join(
        f"<w:r><w:rPr>{looks if index % 10 == 9 else ''}</w:rPr><w:t xml:space='preserve'>{word} </w:t></w:r>"
        for index, word in enumerate(words)
    )
    return f"<w:p><w:pPr>{said}</w:pPr>{runs}</w:p>"


def main() -> None:
    """Print the least and the middle of several imports."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.docx"
        path.write_bytes(word_file(pages))
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            made = import_guide([path], {})
            times.append(time.process_time() - start)
        print(
            f"{pages} pages, {pages * WORDS} words, {path.stat().st_size // 1000} KB, guide of {len(made.found.text) // 1000} KB"
        )
        print(f"least {min(times):.2f} s, middle {sorted(times)[ROUNDS // 2]:.2f} s of processor time")


if __name__ == "__main__":
    main()
