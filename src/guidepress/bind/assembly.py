"""In: inputs, one after another, opened and closed again. Out: the pack's objects, in the file as they come."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.base.record import record
from guidepress.bind.account import take_account
from guidepress.bind.addresses import ADDRESS_SIGN, FRONT, arrive, place_name
from guidepress.bind.belongings import Belongings, Intents, OptionalContent
from guidepress.bind.claims import Facts, keep_claims, read_facts
from guidepress.bind.copier import PartCopier
from guidepress.bind.forms import Forms
from guidepress.bind.navigation import Bookmark, Destinations, Outline, label_ranges, write_labels
from guidepress.bind.pages import PageTree, find_pages, seed_pages, write_pages
from guidepress.bind.remarks import remarks_on
from guidepress.bind.structure import JoinedTree, astray_pages, has_tags, is_marked
from guidepress.cos import Name, Ref
from guidepress.cos.pages import PageObject
from guidepress.cos.plain import write, write_entries
from guidepress.cos.text import text_string
from guidepress.cos.writer import Writer
from guidepress.page.book import Metadata
from guidepress.pdf.metadata import information, packet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from guidepress.bind.account import Account
    from guidepress.bind.pages import SourcePage
    from guidepress.bind.plan import MergePlan
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["BoundFile", "PackWriter"]

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "Rotate")
_TOLD = 5
"""Pages that one warning names."""


@record
class BoundFile:
    """A file that has been copied.

    Attributes:
        rank: its place among the files.
        name: what messages call it.
        title: its name in the outline.
        groups: nodes of the page tree, each with its pages.
        count: its pages.
        blanks: pages that follow to fill it up.
        labels: index of the first page of each run of page labels, and what they are.
        size: of its first page, points.
        leads: what follows belongs to it.
        account: what it held; None of a divider.
    """

    rank: int
    name: str
    title: str
    groups: tuple[tuple[int, list[int]], ...]
    count: int
    blanks: int
    labels: tuple[tuple[int, Dictionary], ...]
    size: tuple[float, float]
    leads: bool
    account: Account | None

    @property
    def first(self) -> int:
        """The object number of its first page."""
        return self.groups[0][1][0]


class PackWriter:
    """A pack being written.

    Args:
        stream: takes its bytes.
        plan: how it is bound.
        checked: the pack will be, and its tags counted.
    """

    def __init__(self, stream: BinaryIO, plan: MergePlan, *, checked: bool = True) -> None:
        self._plan = plan
        self._checked = checked
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
        self._astray: dict[str, list[int]] = {}
        self._diagnostics: list[Diagnostic] = []
        self.bound: list[BoundFile] = []

    @property
    def written(self) -> int:
        """Bytes so far."""
        return self._sink.written

    def add(self, file: File, title: str, rank: int, *, leads: bool = False, last: bool = False) -> BoundFile:
        """Copy a file into the pack.

        Args:
            file: the file, open.
            title: its name in the outline; "" takes its own.
            rank: its place among the files; `FRONT` for cover and contents.
            leads: what follows belongs to it.
            last: no file follows, so that no blank page need bring the next one to a right-hand page.

        Raises:
            FaultsFound: its pages are beyond use.
            Malformed: what joins it is damaged beyond reading.
        """
        facts = read_facts(file, marked=is_marked(file) and has_tags(file))
        title = title or facts.title or file.name.rpartition(".")[0] or file.name
        pages = find_pages(file)
        copier = PartCopier(file, self._sink, self._known, str(rank + 1))
        root = file.trailer.get("Root")
        if isinstance(root, Ref):
            copier.drop(root.number)
        copies = seed_pages(pages, copier)
        self._language = self._language or facts.language
        groups = self._copy(copier, pages, copies, facts, (title, rank))
        self._outline.take(copier, rank, Bookmark(title, copies[0], leads=leads))
        self.destinations.take(copier)
        for each in (self._belongings, self._layers, self._intents):
            each.take(copier)
        self._facts.append(facts)
        blanks = self._fill(pages[-1], groups, len(pages), last=last)
        labels = tuple(label_ranges(file, len(pages)))
        bound = BoundFile(
            rank,
            file.name,
            title,
            tuple(groups),
            len(pages),
            blanks,
            labels,
            pages[0].size,
            leads,
            None if leads else self._account(file, pages),
        )
        self.bound.append(bound)
        self._tell(file, pages)
        return bound

    def _account(self, file: File, pages: Sequence[SourcePage]) -> Account:
        """What a file holds; of a divider nobody asks, whose bookmark is the pack's."""
        found = [PageObject(page.number, page.entries) for page in pages]
        return take_account(file, found, tags=self._checked)

    def _copy(
        self,
        copier: PartCopier,
        pages: Sequence[SourcePage],
        copies: Sequence[int],
        facts: Facts,
        named: tuple[str, int],
    ) -> list[tuple[int, list[int]]]:
        """Copy pages, fields, annotations and tags; returns the nodes of the page tree."""
        file = copier.file
        title, rank = named
        tagged = has_tags(file)
        self._layers.seed(copier)
        parents = self._tree.number_parents(copier) if tagged else []
        self._forms.take(copier)
        groups = write_pages(pages, copies, copier)
        _place_annotations(pages, copier, front=rank == FRONT)
        if not tagged:
            self._untagged.append(file.name)
            tree = file.root.get("StructTreeRoot")
            if isinstance(tree, Ref):
                copier.drop(tree.number)
            return groups
        astray = astray_pages(file, pages, parents)
        if astray:
            self._astray[file.name] = astray
        language = facts.language if facts.language.lower() != self._language.lower() else ""
        self._tree.join(copier, parents, title=title, language=language, rank=rank)
        return groups

    def _tell(self, file: File, pages: Sequence[SourcePage]) -> None:
        """Say what was wrong with a file and was read all the same."""
        guessed = [rank for rank, page in enumerate(pages, 1) if page.guessed]
        if guessed:
            message = f"{_pages(guessed)} of {file.name} {_unsized(guessed)}."
            self._warn("no-media-box", message, "Write the file again, or repair it.")
        astray = self._astray.get(file.name, [])
        if astray:
            message = f"The tags of {_pages(astray).lower()} of {file.name} cannot be found from there (StructParents)."
            self._warn("tags-astray", message, "Tag the file again, or build it with guidepress.")
        if has_tags(file) and not is_marked(file):
            message = f"{file.name} has tags but does not say that it is tagged (MarkInfo); they were kept."
            self._warn("unmarked-tags", message)
        self._diagnostics += remarks_on(file)

    def _warn(self, code: str, message: str, hint: str = "") -> None:
        self._diagnostics.append(Diagnostic("warning", code, message, hint))

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
        boxes = {key: page.entries[key] for key in _BOXES if key in page.entries}
        if missing and any(isinstance(each, Ref) for box in boxes.values() for each in (box, *_items(box))):
            boxes = {"MediaBox": [0, 0, *page.size]}
        for _ in range(missing):
            node, listed = groups[-1]
            body = b"<</Type/Page/Parent %d 0 R%b" % (node, write_entries(boxes))
            listed.append(self._sink.add(body + (self._blank or b"") + b">>"))
        return missing

    def close(self) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Write what belongs to the pack as a whole; returns its claims and what was lost."""
        bound = sorted(self.bound, key=lambda each: each.rank)
        facts = self._facts
        if not facts:
            raise fault("no-inputs", "There is nothing to bind.", "Name PDF files.")
        claims, lost = keep_claims(
            facts,
            self._tree.headings,
            self._intents.conflict,
            suspects=self._tree.suspects,
            astray=self._astray,
        )
        self._pages.close([group for each in bound for group in each.groups])
        metadata = self._metadata(bound)
        parts: Dictionary = {
            "Type": Name("Catalog"),
            "Pages": Ref(self._pages.root),
            "Metadata": Ref(self._packet(metadata, claims)),
            "ViewerPreferences": {"DisplayDocTitle": True},
        }
        if any(each.version >= "2.0" for each in facts) and not claims:
            parts["Version"] = Name("2.0")
        if self._language:
            parts["Lang"] = text_string(self._language)
        if not self._tree.is_empty:
            if self._tree.marked:
                suspects: Dictionary = {"Suspects": True} if self._tree.suspects else {}
                parts["MarkInfo"] = {"Marked": True, **suspects}
            parts["StructTreeRoot"] = Ref(self._tree.close())
        self._navigate(parts, bound)
        info = self._sink.add(information(metadata).encode("latin-1"))
        root = self._sink.add(write(parts))
        self._sink.close(root, info)
        return claims, (
            *lost,
            *self._diagnostics,
            *self._outline.diagnostics,
            *self._forms.diagnostics,
            *self._belongings.diagnostics,
            *self._layers.diagnostics,
            *self._intents.diagnostics,
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

    def _navigate(self, parts: Dictionary, bound: list[BoundFile]) -> None:
        """Fill in what leads readers about, and what the files brought along."""
        more, names = self._belongings.close(self._sink)
        parts.update(more)
        places = self.destinations.close(self._sink)
        if places:
            names["Dests"] = Ref(places)
        outline = self._outline.close()
        values: Dictionary = {
            "Names": names,
            "Outlines": Ref(outline) if outline else None,
            "PageMode": Name("UseOutlines") if outline else None,
            "PageLabels": self._labels(bound),
            "AcroForm": self._forms.close(),
            "OCProperties": self._layers.close(),
            "OutputIntents": self._intents.close(),
        }
        parts.update({key: value for key, value in values.items() if value})

    def _labels(self, bound: list[BoundFile]) -> Dictionary:
        if self._plan.labels == "none":
            return {}
        if self._plan.labels == "continue":
            return write_labels([(0, {"S": Name("D")})])
        ranges: list[tuple[int, Dictionary]] = []
        start = 0
        for each in bound:
            ranges += [(start + index, label) for index, label in each.labels]
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


def _place_annotations(pages: Sequence[SourcePage], copier: PartCopier, *, front: bool) -> None:
    """Copy the annotations of a file; those of the front lead to the files by names of the pack."""
    if front:
        copier.adapt(arrive, ADDRESS_SIGN)
    for page in pages:
        for annotation in page.annotations:
            copier.place(annotation)
    copier.adapt(None)


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pages(ranks: Sequence[int]) -> str:
    """Pages as a sentence begins with them: "Page 3", "Pages 3, 4 and 2 more"."""
    more = f" and {len(ranks) - _TOLD} more" if len(ranks) > _TOLD else ""
    return f"Page{'s' if len(ranks) > 1 else ''} {', '.join(map(str, ranks[:_TOLD]))}{more}"


def _unsized(ranks: Sequence[int]) -> str:
    if len(ranks) > 1:
        return "do not say how large they are; they are bound as Letter"
    return "does not say how large it is; it is bound as Letter"
