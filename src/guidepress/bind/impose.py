"""In: a PDF and a Job. Out: a print file: its pages on sheets, in order, with what the print shop asks for.

The print file is untagged and says so: its pages are pictures of pages, to be printed, not read.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.numbers import whole_number
from guidepress.base.record import record
from guidepress.bind.account import take_account
from guidepress.bind.endless import endless_forms
from guidepress.bind.impose_forms import PageForms, operands
from guidepress.bind.impose_job import creep_of, order_of
from guidepress.bind.impose_plan import Rectangle, plan_sheet
from guidepress.bind.impose_record import piece_info
from guidepress.bind.impose_slug import Slugs
from guidepress.bind.leaves import commonest, leaves_of
from guidepress.bind.marks import REGISTRATION, draw_marks, registration_colour
from guidepress.bind.orders import BLANK, FRONT
from guidepress.bind.remarks import remarks_on
from guidepress.cos import Name, Ref, open_file, reading
from guidepress.cos.active import active_content
from guidepress.cos.copier import ObjectCopier
from guidepress.cos.filters import deflated
from guidepress.cos.labels import labels_of
from guidepress.cos.values import rounded
from guidepress.cos.writer import Writer
from guidepress.verify.checks import run_checks
from guidepress.verify.reading import open_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.impose_job import Job
    from guidepress.bind.impose_plan import SheetPlan
    from guidepress.bind.leaves import Leaf
    from guidepress.bind.orders import Place
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["Imposed", "Sheets", "count_pages", "fault_of_order", "impose"]

_KEPT = ("OutputIntents", "OCProperties", "Version")
"""What of the catalog the look of the pages hangs on."""


_ROUNDING = 500
"""mpt; a page that is half a point larger than its place is of the same size, rounded otherwise."""


@record
class Imposed:
    """An imposed file.

    Attributes:
        pdf: the file.
        plan: where everything stands.
        diagnostics: warnings: pages that had to be made smaller than the others, what could not be drawn.
        left_behind: what the pages had that no paper shows ("31 links", "12 bookmarks").
    """

    pdf: bytes
    plan: SheetPlan
    diagnostics: tuple[Diagnostic, ...] = ()
    left_behind: tuple[str, ...] = ()


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
    opened = open_file(pdf, file, password)
    with reading(file):
        return _impose(opened, job)


def _impose(file: File, job: Job) -> Imposed:
    leaves = leaves_of(file)
    size = commonest([leaf.size for leaf in leaves])
    try:
        order = order_of(job, len(leaves), upright=size[1] >= size[0])
    except ValueError as problem:
        raise fault_of_order(problem) from problem
    plan = plan_sheet(order, size, max(leaf.bleed_width for leaf in leaves), job)
    press = _Press(file, leaves, plan, job)
    made = press.run()
    _hold(made, plan.order.sheets * plan.order.sides)
    found = (
        *_odd_sizes(leaves, plan),
        *_wrong_hand(file, len(leaves), job),
        *press.told(),
        *endless_forms(file, [leaf.page for leaf in leaves]),
        *remarks_on(file),
    )
    navigation = take_account(file, [leaf.page for leaf in leaves]).navigation()
    return Imposed(made, plan, found, (*navigation, *active_content(file)))


def _hold(made: bytes, sides: int) -> None:
    """Read the imposed file back.

    Raises:
        FaultsFound: a side is missing or something in the file is broken; nothing may be written.
    """
    opened = open_pdf(made)
    found = [each for each in run_checks(opened, None) if each.severity == "error"]
    if len(opened.pages) != sides:
        message = f"The file has {len(opened.pages)} sides, not {sides}."
        found.append(Diagnostic("error", "page-count", message, "Please report it."))
    if found:
        raise FaultsFound(found)


class Sheets:
    """A file of pages that show pages of another; what they need of it is copied once.

    Attributes:
        copier: copies it.
        writer: takes new objects.
        parent: the node of the page tree above all pages.
    """

    def __init__(self, file: File, leaves: Sequence[Leaf] = ()) -> None:
        """Begin a file; objects must not lead back to the old pages, or they would come along."""
        self._file = file
        self._out = io.BytesIO()
        self.writer = Writer(self._out, version=file.version)
        self.copier = ObjectCopier(file, self.writer)
        for leaf in leaves:
            self.copier.drop(leaf.page.number)
        self._root = self.writer.reserve()
        self.parent = Ref(self.writer.reserve())

    def close(self, pages: Sequence[Ref], more: Dictionary) -> bytes:
        """End the file under the title of the old one; `more` goes into its catalog."""
        file, writer = self._file, self.writer
        old, told = file.root, file.dictionary(file.trailer.get("Info"))
        writer.put_object(
            self.parent.number, {"Type": Name("Pages"), "Count": len(pages), "Kids": list(pages)}
        )
        root: Dictionary = {"Type": Name("Catalog"), "Pages": self.parent}
        root.update({key: self.copier.value(old[key]) for key in _KEPT if old.get(key) is not None})
        # Nobody may take the file for a tagged one (ISO 32000-1, 14.7.1).
        writer.put_object(self._root, {**root, "MarkInfo": {"Marked": False}, **more})
        titles = {key: file.get(told.get(key)) for key in ("Title", "Author", "Subject")}
        info: Dictionary = {key: text for key, text in titles.items() if isinstance(text, bytes)}
        signed: Dictionary = {**info, "Creator": b"guidepress", "Producer": b"guidepress"}
        self.copier.copy_waiting()
        writer.close(self._root, writer.add_object(signed).number)
        return self._out.getvalue()


class _Press:
    """One imposed file while it is being made."""

    def __init__(self, file: File, leaves: Sequence[Leaf], plan: SheetPlan, job: Job) -> None:
        self._leaves = leaves
        self._plan = plan
        self._job = job
        self._sheets = Sheets(file, leaves)
        writer = self._sheets.writer
        maker = PageForms(file, self._sheets.copier, writer, leaves)
        self.told = maker.told
        self._forms = [maker.of(leaf, index) for index, leaf in enumerate(leaves)]
        self._slugs = Slugs(plan, job, writer)
        self._most = max(place.nests for place in plan.order.places)
        self._inks = writer.add_object(registration_colour()) if job.marks.kinds else None
        marks = draw_marks(plan, job.marks)
        self._marks = self._stream(marks.encode("ascii")) if marks else None

    def run(self) -> bytes:
        """Make all sides of all sheets."""
        sides: dict[tuple[int, int], list[Place]] = {}
        for place in self._plan.order.places:
            sides.setdefault((place.sheet, place.side), []).append(place)
        pages = [self._sheets.writer.add_object(self._page(places)) for places in sides.values()]
        forms = list(zip(self._forms, self._leaves, strict=True))
        more: Dictionary = {
            "PieceInfo": piece_info(self._job.scheme, forms),
            "ViewerPreferences": _viewing(self._plan.order.sides, self._job.flip),
        }
        return self._sheets.close(pages, more)

    def _stream(self, content: bytes) -> Ref:
        return self._sheets.writer.add_object(deflated(content, {}))

    def _page(self, places: Sequence[Place]) -> Dictionary:
        first = places[0]
        shown: Dictionary = {}
        lines: list[str] = []
        for place in places:
            if place.page != BLANK:
                shown[f"P{place.page + 1}"] = self._forms[place.page]
                lines.append(self._draw(place))
        resources: Dictionary = {"XObject": shown}
        contents: list[Value] = [self._stream("\n".join(lines).encode("ascii"))]
        if self._marks is not None:
            contents.append(self._marks)
            resources["ColorSpace"] = {REGISTRATION: self._inks}
        slug = self._slugs.of(first.sheet, back=first.side != FRONT)
        if slug is not None:
            contents.append(self._stream(slug.operators))
            resources["Font"] = slug.fonts
        box = rounded((0, 0, self._plan.width / 1000, self._plan.height / 1000))
        return {
            "Type": Name("Page"),
            "Parent": self._sheets.parent,
            "MediaBox": box,
            "TrimBox": box,
            "Resources": resources,
            "Contents": contents if len(contents) > 1 else contents[0],
        }

    def _draw(self, place: Place) -> str:
        """Clip to the place and show the page in it, moved by its creep."""
        cell, clip = self._plan.cell_of(place), self._plan.clip_of(place)
        size = self._leaves[place.page].size
        quarter = lies_across(size, cell)
        fit = min(1.0, _room(size[::-1] if quarter else size, cell, self._plan.scale))
        scale = self._plan.scale * fit
        width, height = size[0] * scale, size[1] * scale
        across, up = (height, width) if quarter else (width, height)
        creep = creep_of(self._job.creep, place, self._most)
        x = cell.x + (cell.width - across) / 2 + (creep if place.spine == "right" else -creep)
        y = cell.y + (cell.height - up) / 2
        # A page that lies across stands with its head to the left, as in books.
        a, b, c, d = (0.0, scale, -scale, 0.0) if quarter else (scale, 0.0, 0.0, scale)
        e, f = (x + across, y) if quarter else (x, y)
        if place.turn:
            a, b, c, d = -a, -b, -c, -d
            e, f = 2 * x + across - e, 2 * y + up - f
        box = " ".join(f"{value / 1000:.9g}" for value in (clip.x, clip.y, clip.width, clip.height))
        return f"q {box} re W n {operands((a, b, c, d, e / 1000, f / 1000))} cm /P{place.page + 1} Do Q"


def lies_across(size: tuple[int, int], cell: Rectangle) -> bool:
    """Whether a page lies and its place stands, or the other way round, so that turned it can be larger."""
    return (size[0] - size[1]) * (cell.width - cell.height) < 0


def _room(size: tuple[int, int], cell: Rectangle, scale: float) -> float:
    """How much larger than at this scale a page may be in its place; below 1 it must be smaller."""
    # Half a point more: sizes in millimetres and in points differ by rounding.
    return min((cell.width + _ROUNDING) / (size[0] * scale), (cell.height + _ROUNDING) / (size[1] * scale))


def count_pages(pdf: bytes, *, file: str = "The file", password: str = "") -> tuple[int, bool]:
    """How many pages a file has, and whether they are higher than wide.

    Raises:
        FaultsFound: the file cannot be read, or has none.
    """
    opened = open_file(pdf, file, password)
    with reading(file):
        leaves = leaves_of(opened)
    width, height = commonest([leaf.size for leaf in leaves])
    return len(leaves), height >= width


def _viewing(sides: int, flip: str) -> Dictionary:
    """How a viewer prints the file (ISO 32000-1, table 150): not scaled, and turned round the edge it was made for."""
    duplex = f"DuplexFlip{flip.capitalize()}Edge" if sides == 2 else "Simplex"
    return {"PrintScaling": Name("None"), "Duplex": Name(duplex)}


def _odd_sizes(leaves: Sequence[Leaf], plan: SheetPlan) -> Iterator[Diagnostic]:
    """Warn of pages that do not fill the place as the others do."""
    cell = Rectangle(0, 0, *plan.cell)
    odd: list[str] = []
    for number, leaf in enumerate(leaves, 1):
        size = leaf.size[::-1] if lies_across(leaf.size, cell) else leaf.size
        if _room(size, cell, plan.scale) < 1:
            odd.append(str(number))
    if odd:
        listed = ", ".join(odd[:10]) + (" …" if len(odd) > 10 else "")
        message = f"{'Page' if len(odd) == 1 else 'Pages'} {listed} had to be made smaller to fit beside the others."
        yield Diagnostic("warning", "odd-size", message, "Impose pages of one size for print.")


def _wrong_hand(file: File, pages: int, job: Job) -> Iterator[Diagnostic]:
    """Warn where a bound book would have its odd folios on left pages."""
    if job.scheme not in {"saddle", "perfect", "zine"}:
        return
    labels = labels_of(file, pages)
    read = ((index, whole_number(label)) for index, label in enumerate(labels))
    numbers = {index: number for index, number in read if number is not None}
    # Counted from 0, right pages have even places in a book; their folios are odd.
    wrong = [
        index
        for index, folio in numbers.items()
        if (index + sum(blank < index for blank in job.blank_after) - folio) % 2 == 0
    ]
    if len(wrong) * 2 > len(numbers):
        message = (
            f"The page numbered {numbers[wrong[0]]} comes to stand on the wrong hand, and others with it."
        )
        hint = f"Leave a page empty before it: --blank-after {wrong[0]}." if wrong[0] else "Leave a page out."
        yield Diagnostic("warning", "wrong-hand", message, hint)


def fault_of_order(problem: ValueError) -> FaultsFound:
    """Say why pages cannot be put in the order that is asked for."""
    message = f"This cannot be imposed: {problem}."
    return fault("order", message, "Choose other options.")
