"""In: a PDF and a Job. Out: a print file: its pages on sheets, in order, with what the print shop asks for.

The print file is untagged and says so: its pages are pictures of pages, to be printed, not read.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import record
from guidepress.bind.impose_forms import form_of, operands
from guidepress.bind.impose_job import creep_of, order_of
from guidepress.bind.impose_plan import plan_sheet
from guidepress.bind.impose_record import piece_info
from guidepress.bind.impose_slug import Slugs
from guidepress.bind.leaves import commonest, leaves_of
from guidepress.bind.marks import REGISTRATION, draw_marks, registration_colour
from guidepress.bind.orders import BLANK, FRONT
from guidepress.bind.scribe import Scribe, Shelf, array, dictionary, name, stream
from guidepress.bind.sink import Sink
from guidepress.bind.source import UNREADABLE, open_source, unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf.generic import IndirectObject

    from guidepress.bind.impose_job import Job
    from guidepress.bind.impose_plan import Plan
    from guidepress.bind.leaves import Leaf, Matrix
    from guidepress.bind.orders import Place
    from guidepress.bind.source import Source

__all__ = ["Imposed", "count_pages", "fault_of_order", "impose", "write_pages"]

_KEPT = ("/OutputIntents", "/OCProperties", "/Version")
"""What of the catalog the look of the pages hangs on."""


@record
class Imposed:
    """An imposed file.

    Attributes:
        pdf: the file.
        plan: where everything stands.
        diagnostics: warnings: pages that had to be made smaller than the others.
    """

    pdf: bytes
    plan: Plan
    diagnostics: tuple[Diagnostic, ...] = ()


def impose(pdf: bytes, job: Job, *, file: str = "The file", password: str = "") -> Imposed:
    """Impose a PDF.

    Args:
        pdf: the file's bytes.
        job: what is asked for.
        file: what messages call it.
        password: opens an encrypted file.

    Raises:
        FaultsFound: the file cannot be read, or the job cannot be done with it; each fault is a sentence.
    """
    source = open_source(pdf, file, password)
    try:
        return _impose(source, job)
    except UNREADABLE as problem:
        raise FaultsFound([unreadable(file, problem)]) from problem


def _impose(source: Source, job: Job) -> Imposed:
    leaves = leaves_of(source)
    size = commonest([leaf.size for leaf in leaves])
    try:
        order = order_of(job, len(leaves), upright=size[1] >= size[0])
    except ValueError as problem:
        raise fault_of_order(problem) from problem
    plan = plan_sheet(order, size, max(leaf.bleed_width for leaf in leaves), job)
    return Imposed(_Press(source, leaves, plan, job).run(), plan, tuple(_odd_sizes(leaves, size)))


class _Press:
    """One imposed file while it is being made."""

    def __init__(self, source: Source, leaves: Sequence[Leaf], plan: Plan, job: Job) -> None:
        self._source = source
        self._leaves = leaves
        self._plan = plan
        self._job = job
        self._shelf = Shelf()
        self._forms = [form_of(leaf, self._shelf) for leaf in leaves]
        self._slugs = Slugs(plan, job)
        self._most = max(place.nests for place in plan.order.places)
        self._inks = self._shelf.add(registration_colour()) if job.marks.kinds else None
        marks = draw_marks(plan, job.marks)
        self._marks = self._shelf.add(stream(marks.encode("ascii"), {})) if marks else None

    def run(self) -> bytes:
        """Make all sides of all sheets."""
        sides: dict[tuple[int, int], list[Place]] = {}
        for place in self._plan.order.places:
            sides.setdefault((place.sheet, place.side), []).append(place)
        tree = dictionary({"Type": name("Pages")})
        parent = self._shelf.add(tree)
        pages = [self._shelf.add(self._page(places, parent)) for places in sides.values()]
        tree.update(dictionary({"Count": NumberObject(len(pages)), "Kids": ArrayObject(pages)}))
        forms = list(zip(self._forms, self._leaves, strict=True))
        root = _catalog(self._source, parent, piece_info(self._job.scheme, forms))
        root[name("ViewerPreferences")] = _viewing(self._plan.order.sides, self._job.flip)
        return _write(root, _information(self._source))

    def _page(self, places: Sequence[Place], parent: IndirectObject) -> DictionaryObject:
        first = places[0]
        shown: dict[str, object] = {}
        lines: list[str] = []
        for place in places:
            if place.page != BLANK:
                shown[f"P{place.page + 1}"] = self._forms[place.page]
                lines.append(self._draw(place))
        resources: dict[str, object] = {"XObject": dictionary(shown)}
        contents = [self._shelf.add(stream("\n".join(lines).encode("ascii"), {}))]
        if self._marks is not None:
            contents.append(self._marks)
            resources["ColorSpace"] = dictionary({REGISTRATION: self._inks})
        slug = self._slugs.of(first.sheet, back=first.side != FRONT)
        if slug is not None:
            contents.append(self._shelf.add(stream(slug.operators, {})))
            resources["Font"] = slug.fonts
        box = array((0, 0, self._plan.width / 1000, self._plan.height / 1000))
        return dictionary(
            {
                "Type": name("Page"),
                "Parent": parent,
                "MediaBox": box,
                "TrimBox": box,
                "Resources": dictionary(resources),
                "Contents": ArrayObject(contents) if len(contents) > 1 else contents[0],
            }
        )

    def _draw(self, place: Place) -> str:
        """Clip to the place and show the page in it, moved by its creep."""
        cell, clip = self._plan.cell_of(place), self._plan.clip_of(place)
        width, height = (side * self._plan.scale for side in self._leaves[place.page].size)
        # A page larger than the others is made smaller; 1 for all that have the common size.
        fit = min(1.0, (cell.width + 1) / width, (cell.height + 1) / height)
        scale = self._plan.scale * fit
        width, height = width * fit, height * fit
        creep = creep_of(self._job.creep, place, self._most)
        x = cell.x + (cell.width - width) / 2 + (creep if place.spine == "right" else -creep)
        y = cell.y + (cell.height - height) / 2
        matrix: Matrix = (scale, 0.0, 0.0, scale, x / 1000, y / 1000)
        if place.turn:
            matrix = (-scale, 0.0, 0.0, -scale, (x + width) / 1000, (y + height) / 1000)
        box = " ".join(f"{value / 1000:.9g}" for value in (clip.x, clip.y, clip.width, clip.height))
        return f"q {box} re W n {operands(matrix)} cm /P{place.page + 1} Do Q"


def count_pages(pdf: bytes, *, file: str = "The file", password: str = "") -> int:
    """How many pages a file has.

    Raises:
        FaultsFound: the file cannot be read, or has none.
    """
    source = open_source(pdf, file, password)
    try:
        return len(leaves_of(source))
    except UNREADABLE as problem:
        raise FaultsFound([unreadable(file, problem)]) from problem


def write_pages(source: Source, pages: Sequence[DictionaryObject], shelf: Shelf) -> bytes:
    """Write single pages as a file of their own, under the title of the file they come from."""
    kids = ArrayObject(shelf.add(page) for page in pages)
    parent = shelf.add(dictionary({"Type": name("Pages"), "Count": NumberObject(len(kids)), "Kids": kids}))
    for page in pages:
        page[name("Parent")] = parent
    return _write(_catalog(source, parent, None), _information(source))


def _catalog(source: Source, pages: IndirectObject, pieces: DictionaryObject | None) -> DictionaryObject:
    old: Any = source.reader.root_object
    root = dictionary({"Type": name("Catalog"), "Pages": pages})
    for key in _KEPT:
        if key in old:
            root[NameObject(key)] = old.raw_get(key)
    # Nobody may take the file for a tagged one (ISO 32000-1, 14.7.1).
    root[name("MarkInfo")] = dictionary({"Marked": BooleanObject(value=False)})
    if pieces is not None:
        root[name("PieceInfo")] = pieces
    return root


def _viewing(sides: int, flip: str) -> DictionaryObject:
    """How a viewer prints the file (ISO 32000-1, table 150): not scaled, and turned round the edge it was made for."""
    duplex = f"DuplexFlip{flip.capitalize()}Edge" if sides == 2 else "Simplex"
    return dictionary({"PrintScaling": name("None"), "Duplex": name(duplex)})


def _information(source: Source) -> DictionaryObject:
    old: Any = source.reader.trailer.get("/Info")
    old = old.get_object() if old is not None else None
    kept: dict[str, object] = {}
    for key in ("/Title", "/Author", "/Subject"):
        if isinstance(old, DictionaryObject) and isinstance(old.get(key), str):
            kept[key[1:]] = TextStringObject(str(old[key]))
    return dictionary(
        kept | {"Creator": TextStringObject("guidepress"), "Producer": TextStringObject("guidepress")}
    )


def _write(root: DictionaryObject, information: DictionaryObject) -> bytes:
    out = io.BytesIO()
    sink = Sink(out)
    scribe = Scribe(sink)
    shelf = Shelf()
    catalog, info = scribe.number(shelf.add(root)), scribe.number(shelf.add(information))
    scribe.write_all()
    sink.close(catalog, info)
    return out.getvalue()


def _odd_sizes(leaves: Sequence[Leaf], size: tuple[int, int]) -> list[Diagnostic]:
    odd = [
        str(number)
        for number, leaf in enumerate(leaves, 1)
        if leaf.size[0] > size[0] + 60 or leaf.size[1] > size[1] + 60
    ]
    if not odd:
        return []
    listed = ", ".join(odd[:10]) + (" …" if len(odd) > 10 else "")
    message = (
        f"{'Page' if len(odd) == 1 else 'Pages'} {listed} had to be made smaller to fit beside the others."
    )
    return [Diagnostic("warning", "odd-size", message, "Impose pages of one size for print.")]


def fault_of_order(problem: ValueError) -> FaultsFound:
    """Say why pages cannot be put in the order that is asked for."""
    message = f"This cannot be imposed: {problem}."
    return FaultsFound([Diagnostic("error", "order", message, "Choose other options.")])
