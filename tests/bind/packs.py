"""Files to be bound, made by hand, and ways to look into a pack."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from guidepress.cos import Ref
from guidepress.page.book import Metadata, OutlineEntry
from guidepress.page.items import Anchor, Frame, Link
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.verify.reading import open_pdf
from guidepress.verify.text import text_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.pdf.conftest import Hand

__all__ = ["count_streams", "guide", "landings", "page_file", "raw_pdf", "reader_of", "spoken", "the_outline"]


def guide(hand: Hand, name: str, pages: int = 3, words: Iterable[str] = (), language: str = "en") -> bytes:
    """A tagged file, PDF/UA-1 and PDF/A-2a: on each page a heading, two paragraphs, a note, a link to the next page."""
    nodes = [Node("Document", -1)]
    made = []
    for page in range(pages):
        at = len(nodes)
        nodes += [
            Node("H1" if page == 0 else "H2", 0),
            Node("P", 0),
            Node("P", 0),
            Node("Note", 0, identifier=f"note-{page}"),
        ]
        target = f"place-{(page + 1) % pages}"
        frames = [
            Frame(
                30_000,
                50_000,
                (Anchor(f"place-{page}", 0, -9000), hand.run(f"{name} {page + 1}", size=14_000)),
                at,
            ),
            Frame(
                30_000,
                80_000,
                (
                    hand.run(f"A page of {name} that leads on"),
                    Link(0, -9000, 90_000, 12_000, f"#{target}", "the next page"),
                ),
                at + 1,
            ),
            Frame(
                30_000,
                100_000,
                tuple(hand.run(word, 0, 12_000 * row) for row, word in enumerate([f"of {name}", *words])),
                at + 2,
            ),
            Frame(30_000, 380_000, (hand.run(f"A note on {name}"),), at + 3),
        ]
        made.append(hand.page(*frames, number=page + 1))
    book = hand.book(
        *made,
        tree=tuple(nodes),
        outline=tuple(
            OutlineEntry(1 + (page > 0), f"{name} {page + 1}", f"place-{page}") for page in range(pages)
        ),
        metadata=Metadata(name, "N. N.", language=language, date="2026-11-23"),
    )
    return write_pdf(book)


def raw_pdf(
    objects: Mapping[int, bytes], root: int = 1, version: bytes = b"1.7", trailer: bytes = b""
) -> bytes:
    """A file of these objects, written as they are."""
    parts = [b"%PDF-" + version + b"\n"]
    offsets = {}
    for number, body in objects.items():
        offsets[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    size = max(objects) + 1
    parts.append(b"xref\n0 %d\n" % size)
    free = b"0000000000 65535 f \n"
    parts += [b"%010d 00000 n \n" % offsets[at] if at in offsets else free for at in range(size)]
    parts.append(
        b"trailer\n<</Size %d/Root %d 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    )
    return b"".join(parts)


def page_file(
    catalog: bytes = b"",
    page: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    **options: Any,  # noqa: ANN401 - those of raw_pdf
) -> bytes:
    """A file of one page, with more entries in its catalog and its page."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 200 300]>>",
        3: b"<</Type/Page/Parent 2 0 R/Resources<<>>%b>>" % page,
    }
    return raw_pdf({**objects, **(more or {})}, **options)


def reader_of(data: bytes) -> Any:  # noqa: ANN401 - objects of a PDF have no static shape
    """Open a file strictly."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def spoken(data: bytes) -> str:
    """What a screen reader reads, in its order."""
    return text_in_order(open_pdf(data))


def the_outline(data: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks as (depth, title, page index), in order."""
    reader = reader_of(data)
    found: list[tuple[int, str, int]] = []

    def walk(entries: Any, depth: int) -> None:  # noqa: ANN401 - nested lists of pypdf
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, depth + 1)
            else:
                found.append((depth, str(entry.title), reader.get_destination_page_number(entry) or 0))

    walk(reader.outline, 1)
    return found


def landings(data: bytes) -> list[tuple[str, str]]:
    """Of each link in the file: the text of the page it lands on, and where on it; or its address."""
    reader = reader_of(data)
    opened = open_pdf(data)
    named = reader.named_destinations
    found: list[tuple[str, str]] = []
    for page in reader.pages:
        for annotation in (each.get_object() for each in page.get("/Annots", ())):
            if annotation.get("/Subtype") != "/Link":
                continue
            action = annotation["/A"] if "/A" in annotation else annotation  # noqa: SIM401 - `get` follows no reference
            if "/URI" in action:
                found.append(("", str(action["/URI"])))
                continue
            target = action["/D" if "/D" in action else "/Dest"]
            where = target if isinstance(target, ArrayObject) else named[str(target)].dest_array
            at = where[0]
            assert isinstance(at, IndirectObject)
            text = "".join(opened.marked_text(opened.page_index(Ref(at.idnum))).values())
            found.append((text, " ".join(map(str, where[1:]))))
    return found


def count_streams(data: bytes, kind: str) -> int:
    """How many streams of a kind ("/FontFile2") some object refers to."""
    reader = reader_of(data)
    found = set()
    for number in range(1, int(str(reader.trailer["/Size"]))):
        made = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(made, DictionaryObject) and kind in made:
            value = made.raw_get(kind)
            if isinstance(value, IndirectObject):
                found.add(value.idnum)
    return len(found)
