"""In: inputs, one after another, opened and closed again. Out: the pack's objects, in the file as they come."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.base.record import record
from guidepress.bind.addresses import FRONT, arrive, place_name
from guidepress.bind.belongings import Belongings, Intents, OptionalContent
from guidepress.bind.claims import Facts, keep_claims, read_facts
from guidepress.bind.copier import Copier
from guidepress.bind.forms import Forms
from guidepress.bind.navigation import Bookmark, Destinations, Outline, label_ranges, write_labels
from guidepress.bind.pages import PageTree, find_pages, seed_pages, write_pages
from guidepress.bind.structure import JoinedTree, is_tagged
from guidepress.bind.syntax import dictionary, entries, reference_of, write_text
from guidepress.cos.writer import Writer
from guidepress.page.book import Metadata
from guidepress.pdf.metadata import information, packet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from guidepress.bind.pages import SourcePage
    from guidepress.bind.plan import MergePlan
    from guidepress.bind.source import Source

__all__ = ["BoundFile", "PackWriter"]

_BOXES = (b"/MediaBox", b"/CropBox", b"/BleedBox", b"/TrimBox", b"/Rotate")


@record
class BoundFile:
    """A file that has been copied: its place, its title, its pages' nodes, labels, and how many blanks follow."""

    rank: int
    title: str
    groups: tuple[tuple[int, list[int]], ...]
    count: int
    blanks: int
    labels: tuple[tuple[int, bytes], ...]
    size: tuple[float, float]
    leads: bool

    @property
    def first(self) -> int:
        """The object number of its first page."""
        return self.groups[0][1][0]


class PackWriter:
    """A pack being written."""

    def __init__(self, stream: BinaryIO, plan: MergePlan) -> None:
        self._plan = plan
        self._sink = Writer(stream)
        self._known: dict[bytes, int] = {}
        self._pages = PageTree(self._sink)
        self._tree = JoinedTree(self._sink)
        self._outline = Outline(self._sink)
        self.destinations = Destinations()
        self._forms = Forms()
        self._belongings = Belongings()
        self._layers = OptionalContent()
        self._intents = Intents()
        self._facts: list[Facts] = []
        self._blank: bytes | None = None
        self._language = ""
        self._untagged: list[str] = []
        self.bound: list[BoundFile] = []

    @property
    def written(self) -> int:
        """Bytes so far."""
        return self._sink.written

    def add(
        self, source: Source, title: str, rank: int, *, leads: bool = False, last: bool = False
    ) -> BoundFile:
        """Copy a file into the pack.

        Args:
            source: the file, open.
            title: its name in the outline; "" takes its own.
            rank: its place among the files; `FRONT` for cover and contents.
            leads: what follows belongs to it.
            last: no file follows, so that no blank page need bring the next one to a right-hand page.

        Raises:
            FaultsFound: its pages are beyond use.
        """
        root = source.reader.root_object.indirect_reference
        catalog = entries(source.body(root.idnum)) if root is not None else {}
        tagged = is_tagged(source, catalog)
        facts = read_facts(source, catalog, marked=tagged)
        title = title or facts.title or source.name.rpartition(".")[0] or source.name
        pages = find_pages(source, catalog.get(b"/Pages"))
        copier = Copier(source, self._sink, self._known, str(rank + 1))
        if root is not None:
            copier.drop(root.idnum)
        copies = seed_pages(pages, copier)
        self._layers.seed(copier, catalog)
        tree = source.dictionary(catalog.get(b"/StructTreeRoot")) if tagged else {}
        parents = self._tree.number_parents(source, tree, copier) if tagged else []
        self._forms.take(copier, catalog)
        groups = write_pages(pages, copier, tagged=tagged)
        _place_annotations(pages, copier, front=rank == FRONT)
        self._language = self._language or facts.language
        if tagged:
            language = facts.language if facts.language.lower() != self._language.lower() else ""
            self._tree.join(copier, catalog, parents, title=title, language=language, rank=rank)
        else:
            self._untagged.append(source.name)
            copier.drop(reference_of(catalog.get(b"/StructTreeRoot")))
        self._outline.take(copier, catalog, rank, Bookmark(title, copies[0], leads=leads))
        self.destinations.take(copier, catalog)
        for each in (self._belongings, self._layers, self._intents):
            each.take(copier, catalog)
        self._facts.append(facts)
        blanks = self._fill(pages[-1], groups, len(pages), last=last)
        labels = tuple(label_ranges(copier, catalog, len(pages)))
        bound = BoundFile(rank, title, tuple(groups), len(pages), blanks, labels, pages[0].size, leads)
        self.bound.append(bound)
        return bound

    def filled(self, count: int, *, last: bool = False) -> int:
        """How many pages a file of so many has when it is filled up."""
        whole = lcm(self._plan.multiple_of, 2 if self._plan.each_on_recto and not last else 1)
        return count + -count % whole

    def _fill(self, page: SourcePage, groups: list[tuple[int, list[int]]], count: int, *, last: bool) -> int:
        """Add the blank pages that a file needs after it, of the size of its last page; returns how many."""
        missing = self.filled(count, last=last) - count
        if missing and self._blank is None:
            # What stands on the page says that it was left blank on purpose; an artifact, so nothing is read out.
            content = self._sink.add_stream(b"", b"/Artifact <</Type /Layout>> BDC\nEMC\n")
            self._blank = b"/Resources<<>>/Tabs/S/Contents %d 0 R" % content
        boxes = {key: page.parts[key] for key in _BOXES if key in page.parts}
        if missing and any(reference_of(value) for value in boxes.values()):
            boxes = {b"/MediaBox": b"[0 0 %g %g]" % page.size}
        for _ in range(missing):
            node, listed = groups[-1]
            body = b"<</Type/Page/Parent %d 0 R%b" % (node, dictionary(boxes)[2:-2])
            listed.append(self._sink.add(body + (self._blank or b"") + b">>"))
        return missing

    def close(self) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Write what belongs to the pack as a whole; returns its claims and what was lost."""
        bound = sorted(self.bound, key=lambda each: each.rank)
        facts = self._facts
        if not facts:
            raise fault("no-inputs", "There is nothing to bind.", "Name PDF files.")
        claims, lost = keep_claims(
            facts, self._tree.headings, self._intents.conflict, suspects=self._tree.suspects
        )
        self._pages.close([group for each in bound for group in each.groups])
        metadata = self._metadata(bound)
        parts: dict[bytes, bytes] = {
            b"/Type": b"/Catalog",
            b"/Pages": b"%d 0 R" % self._pages.root,
            b"/Metadata": b"%d 0 R" % self._packet(metadata, claims),
            b"/ViewerPreferences": b"<</DisplayDocTitle true>>",
        }
        if any(each.version >= "2.0" for each in facts) and not claims:
            parts[b"/Version"] = b"/2.0"
        if self._language:
            parts[b"/Lang"] = write_text(self._language)
        if not self._tree.is_empty:
            suspects = b"/Suspects true" if self._tree.suspects else b""
            parts[b"/MarkInfo"] = b"<</Marked true%b>>" % suspects
            parts[b"/StructTreeRoot"] = b"%d 0 R" % self._tree.close()
        self._navigate(parts, bound)
        info = self._sink.add(information(metadata).encode("latin-1"))
        root = self._sink.add(dictionary(parts))
        self._sink.close(root, info)
        return claims, (
            *lost,
            *self._forms.diagnostics,
            *self._belongings.diagnostics,
            *self._partly_tagged(),
        )

    @property
    def language(self) -> str:
        """The language of the first file that names one."""
        return self._language or "en"

    def lead_from_front(self) -> None:
        """Make the first page of each file a destination for the links of the contents."""
        for each in self.bound:
            self.destinations.add(place_name(each.rank), b"[%d 0 R/Fit]" % each.first)

    def _navigate(self, parts: dict[bytes, bytes], bound: list[BoundFile]) -> None:
        """Fill in what leads readers about, and what the files brought along."""
        more, names = self._belongings.close(self._sink)
        parts.update(more)
        places = self.destinations.close(self._sink)
        if places:
            names[b"/Dests"] = b"%d 0 R" % places
        outline = self._outline.close()
        values = {
            b"/Names": dictionary(names) if names else b"",
            b"/Outlines": b"%d 0 R" % outline if outline else b"",
            b"/PageMode": b"/UseOutlines" if outline else b"",
            b"/PageLabels": self._labels(bound),
            b"/AcroForm": self._forms.close(),
            b"/OCProperties": self._layers.close(),
            b"/OutputIntents": self._intents.close(),
        }
        parts.update({key: value for key, value in values.items() if value})

    def _labels(self, bound: list[BoundFile]) -> bytes:
        if self._plan.labels == "none":
            return b""
        if self._plan.labels == "continue":
            return write_labels([(0, b"<</S/D>>")])
        ranges: list[tuple[int, bytes]] = []
        start = 0
        for each in bound:
            ranges += [(start + index, raw) for index, raw in each.labels]
            start += each.count + each.blanks
        return write_labels(ranges)

    def _partly_tagged(self) -> list[Diagnostic]:
        if not self._untagged or self._tree.is_empty:
            return []
        some = ", ".join(self._untagged[:3]) + (" …" if len(self._untagged) > 3 else "")
        message = f"{some}: not tagged, so a screen reader passes over {'it' if len(self._untagged) == 1 else 'them'}."
        return [Diagnostic("warning", "untagged-part", message, "Tag the file, or build it with guidepress.")]

    def _metadata(self, bound: list[BoundFile]) -> Metadata:
        files = [each for each in bound if each.rank != FRONT]
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        authors = dict.fromkeys(each.author for each in self._facts if each.author)
        return Metadata(
            title=self._plan.title or " ".join(self._plan.cover.split()) or files[0].title + more,
            author=", ".join(list(authors)[:10]),
            language=self._language or "en",
            date=max((each.date for each in self._facts), default=""),
        )

    def _packet(self, metadata: Metadata, claims: tuple[str, ...]) -> int:
        """Write the XMP packet, stored as it is, so that any tool can find it (ISO 32000-1, 14.3.2)."""
        archival = next((claim[-2:] for claim in claims if claim.startswith("PDF/A")), "")
        profiles = [f"{archival[0]}a"] if archival else []
        profiles += ["ua1"] if "PDF/UA-1" in claims else []
        content = packet(metadata, profiles)
        if archival:
            level = f"<pdfaid:conformance>{archival[1].upper()}<".encode()
            content = content.replace(b"<pdfaid:conformance>A<", level)
        return self._sink.add(b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(content), content)


def _place_annotations(pages: Sequence[SourcePage], copier: Copier, *, front: bool) -> None:
    """Copy the annotations of a file; those of the front lead to the files by names of the pack."""
    copier.adapt = arrive if front else None
    for page in pages:
        for annotation in page.annotations:
            copier.place(annotation)
    copier.adapt = None
