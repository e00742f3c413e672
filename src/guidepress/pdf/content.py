"""In: the placed items of one page. Out: its content stream; the marks it makes go to the structure.

Text state, colours and line looks are written when they change only. Content is composed as latin-1 text, one
character a byte, since joining strings is what Python does fastest.
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any

from guidepress.page.items import ARTIFACT, BACKGROUND, Image, Run, Shape
from guidepress.page.svg import is_drawing
from guidepress.pdf.meaning import SOFT_HYPHEN
from guidepress.pdf.objects import number, text_string
from guidepress.pdf.paths import outline_of, turned
from guidepress.pdf.placed import Clip, QuarterTurns, Unclip, Unturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from guidepress.base.colour import Colour
    from guidepress.page.items import Face
    from guidepress.pdf.images import Images
    from guidepress.pdf.meaning import FaceUse
    from guidepress.pdf.objects import Points
    from guidepress.pdf.paints import Paints
    from guidepress.pdf.paths import Box
    from guidepress.pdf.placed import Placed
    from guidepress.pdf.tags import Structure

__all__ = ["ContentWriter", "alone"]

_MATRICES = ("1 0 0 1", "0 -1 1 0", "-1 0 0 -1", "0 1 -1 0")
"""Of quarter turns clockwise (ISO 32000-1, 8.3.3)."""

_NONE = -9  # no marked content is open
_WORD_BREAK = 12
"""Letters that stand apart by more than a twelfth of their size are read letter by letter: Poppler parts words at a tenth."""

_TWO_MOVES = re.compile(r"(?<!\\)\)(-?[\d.]+)\(\)(-?[\d.]+)\(")
_GROUND = -8  # a background artifact: a shape that fills the page (ISO 32000-1, table 330)


class _State:
    """The graphics state, as far as it was written: at the top of a page nothing is, so first uses are."""

    __slots__ = ("expansion", "fill", "line", "size", "stroke", "tracking", "use")

    def __init__(self) -> None:
        self.use: FaceUse | None = None
        self.size = 0
        self.expansion = 0
        self.tracking = 0
        self.fill: Colour | None = None
        self.stroke: Colour | None = None
        self.line: tuple[int, tuple[int, ...], bool] | None = None  # width, dash, round caps


class ContentWriter:
    """Draws one page."""

    __slots__ = (
        "_faces",
        "_height",
        "_images",
        "_in_figure",
        "_in_text",
        "_out",
        "_page",
        "_paints",
        "_points",
        "_saved",
        "_state",
        "_structure",
        "_tag",
        "_turns",
        "_width",
        "_x",
        "_y",
        "covers",
        "marks",
        "pictures",
    )

    def __init__(
        self,
        page: tuple[int, int, int],
        structure: Structure,
        faces: Mapping[Face, FaceUse],
        images: Images,
        points: Points,
        paints: Paints,
    ) -> None:
        self._page, self._width, self._height = page  # its index, and its size in mpt
        self._points = points  # of the whole file
        self._paints = paints  # likewise
        self._structure = structure
        self._faces = faces
        self._images = images
        self._out: list[str] = []
        self._tag = _NONE
        self._in_figure = False
        self._in_text = False
        self._x = self._y = 0
        self._state = _State()
        self._saved: list[_State] = []
        self._turns: list[tuple[int, int, int]] = []  # the turned groups that are open: quarters and origin
        self.pictures: dict[tuple[str, int], str] = {}  # resource names by path and most pixels, in order
        self.marks: list[int] = []  # the element of each mark
        self.covers: list[tuple[int, Box]] = []  # what figures reach around

    def after(self) -> ContentWriter:
        """A writer of content that stands behind what this one has written: what it has set is set."""
        other = copy(self)
        other._out, other._saved = [], []  # noqa: SLF001 - it is one of these
        other._state = copy(self._state)  # noqa: SLF001 - likewise
        other.marks, other.covers, other.pictures = [], [], {}
        return other

    def paint(self, items: Iterable[Placed]) -> bytes:
        """Draw items in order and return the stream; links and anchors draw nothing."""
        drawers: dict[type, Callable[[Any, int, int, int], None]] = {
            Run: self._run,
            Shape: self._shape,
            Image: self._image,
            Clip: self._clip,
            Unclip: self._unclip,
            QuarterTurns: self._turn,
            Unturn: self._unturn,
        }
        for item, x, y, tag in items:
            draw = drawers.get(type(item))
            if draw is not None:
                draw(item, x, y, tag)
        self._mark(_NONE, 0)
        return "".join(self._out).encode("latin-1")

    def _clip(self, clip: Clip, x: int, y: int, _: int) -> None:
        self._mark(_NONE, y)
        self._saved.append(copy(self._state))
        points = self._points
        box = f"{points[x]} {points[y - clip.height]} {points[clip.width]} {points[clip.height]}"
        self._out.append(f"q\n{box} re W n\n")

    def _unclip(self, _: Unclip, __: int, y: int, ___: int) -> None:
        self._mark(_NONE, y)
        self._state = self._saved.pop()
        self._out.append("Q\n")

    def _turn(self, turn: QuarterTurns, x: int, y: int, _: int) -> None:
        self._mark(_NONE, y)
        self._saved.append(copy(self._state))
        self._turns.append((turn.quarters, x, y))
        points = self._points
        self._out.append(f"q\n{_MATRICES[turn.quarters]} {points[x]} {points[y]} cm\n")

    def _unturn(self, _: Unturn, __: int, y: int, ___: int) -> None:
        self._mark(_NONE, y)
        self._turns.pop()
        self._state = self._saved.pop()
        self._out.append("Q\n")

    def _mark(self, tag: int, y: int) -> None:
        """Close the marked content that is open and open the next."""
        if self._in_text:
            self._out.append("ET\n")
            self._in_text = False
        if tag == self._tag:
            return
        if self._tag != _NONE:
            self._out.append("EMC\n")
        self._tag = tag
        self._in_figure = tag >= 0 and self._structure.in_figure(tag)
        if tag >= 0:
            self.marks.append(tag)
            role, mark = self._structure.mark(tag, self._page)
            self._out.append(f"/{role}<</MCID {mark}>>BDC\n")
        elif tag == ARTIFACT:
            edge = "Header" if y * 2 > self._height else "Footer"
            self._out.append(f"/Artifact<</Type/Pagination/Subtype/{edge}>>BDC\n")
        elif tag == _GROUND:
            box = f"0 0 {number(self._width)} {number(self._height)}"
            self._out.append(f"/Artifact<</Type/Background/BBox[{box}]>>BDC\n")
        elif tag != _NONE:
            self._out.append("/Artifact<</Type/Layout>>BDC\n")

    def _cover(self, tag: int, box: Box) -> None:
        """Let a figure reach around what is drawn."""
        box = self._on_page(box)
        self.covers.append((tag, box))
        self._structure.cover(tag, self._page, box)

    def _on_page(self, box: Box) -> Box:
        """Where a box of the group that is drawn stands on the page."""
        for quarters, x, y in reversed(self._turns):
            box = turned(box, quarters, x, y)
        return box

    def _run(self, run: Run, x: int, y: int, tag: int) -> None:
        words = run.words
        if not words:
            return
        if tag != self._tag:
            self._mark(tag, y)
        if self._in_figure:
            # Descenders reach a quarter of the size down, capitals three quarters up.
            box = x, y - run.size // 4, x + run.width, y + run.size * 3 // 4
            self._cover(tag, box)
        use = self._faces[run.face]
        self._set_state(run, use, x, y)
        out = self._out
        if run.language:
            out.append(f"/Span<</Lang{text_string(run.language)}>>BDC\n")
        coder = use.coder
        gap = coder.gap(run.gap, run.size, run.expansion, run.tracking)
        if run.tracking * _WORD_BREAK > run.size:
            self._tracked_run(run, use, gap)
        elif use.odd.isdisjoint(words):
            tail = coder.space if run.space_after else ""
            out.append(_shown(f"{gap.join(map(coder.__getitem__, words))}{tail}"))
        else:
            self._odd_run(run, use, gap)
        if run.language:
            out.append("EMC\n")

    def _set_state(self, run: Run, use: FaceUse, x: int, y: int) -> None:
        """Move to a run's start and set the text state, as far as it changes."""
        out, state, points = self._out, self._state, self._points
        if self._in_text:
            out.append(f"{points[x - self._x]} {points[y - self._y]} Td\n")
        else:
            self._in_text = True
            out.append(f"BT\n{points[x]} {points[y]} Td\n")
        self._x, self._y = x, y
        size, expansion, tracking, colour = run.size, run.expansion, run.tracking, run.colour
        if state.use is not use or state.size != size:
            state.use, state.size = use, size
            out.append(f"/{use.name} {points[size]} Tf\n")
        if state.expansion != expansion:
            state.expansion = expansion
            out.append(f"{100 + expansion / 10:.9g} Tz\n")
        if state.tracking != tracking:
            state.tracking = tracking
            out.append(f"{points[tracking]} Tc\n")
        fill = state.fill
        if fill is not colour and fill != colour:  # most are the same object: comparing those costs nothing
            self._fill(colour)

    def _tracked_run(self, run: Run, use: FaceUse, gap: str) -> None:
        """Show letters that stand apart, and say word by word what they spell.

        Each gap is shown with the word after it, since a move must be followed by a glyph.
        """
        before = ""
        for word in run.words:
            said = ("\u0020" if before else "") + "".join(word.clusters).replace(SOFT_HYPHEN, "")
            shown = before + "".join(fragment for fragment, _, _ in use.pieces(word))
            self._out.append(f"/Span<</ActualText{text_string(said)}>>BDC\n{_shown(shown)}EMC\n")
            before = gap
        if run.space_after:
            self._out.append(_shown(use.coder.space))

    def _odd_run(self, run: Run, use: FaceUse, gap: str) -> None:
        """Show a run in which some glyphs need ActualText or stand off the baseline."""
        out = self._out
        pending = ""
        rise_now = 0.0
        last = len(run.words) - 1
        for index, word in enumerate(run.words):
            tail = gap if index < last else use.coder.space if run.space_after else ""
            if word not in use.odd:
                pending += use.coder[word] + tail
                continue
            for fragment, actual, rise in use.pieces(word):
                if actual is None and rise == rise_now:
                    pending += fragment
                    continue
                if pending:
                    out.append(_shown(pending))
                    pending = ""
                if rise != rise_now:
                    out.append(f"{rise * run.size / 1_000_000:.9g} Ts\n")
                    rise_now = rise
                if actual is None:
                    pending = fragment
                else:
                    code = f"<FEFF{actual.encode('utf-16-be').hex().upper()}>"
                    out.append(f"/Span<</ActualText{code}>>BDC\n{_shown(fragment)}EMC\n")
            pending += tail
        if pending:
            out.append(_shown(pending))
        if rise_now:
            out.append("0 Ts\n")

    def _fill(self, colour: Colour) -> None:
        self._state.fill = colour
        self._out.append(self._paints[colour][0])

    def _shape(self, shape: Shape, x: int, y: int, tag: int) -> None:
        """Draw a path: content of a figure, decoration anywhere else."""
        path, box = outline_of(shape.path, x, y, self._points)
        if tag >= 0 and not self._structure.in_figure(tag):
            tag = BACKGROUND
        if tag < 0 and box[0] <= 0 and box[1] <= 0 and box[2] >= self._width and box[3] >= self._height:
            tag = _GROUND
        if tag != self._tag or self._in_text:
            self._mark(tag, y)
        out, state = self._out, self._state
        if tag >= 0:
            self._cover(tag, box)
        if shape.fill is not None and state.fill != shape.fill:
            self._fill(shape.fill)
        if shape.stroke is not None:
            look = (shape.line_width, shape.dash, shape.round_caps)
            if state.stroke != shape.stroke:
                state.stroke = shape.stroke
                out.append(self._paints[shape.stroke][1])
            before = state.line
            if before != look:
                state.line = look
                dash = " ".join(map(number, shape.dash))
                caps = int(shape.round_caps)
                out.append(f"{number(shape.line_width)} w {caps} J {caps} j [{dash}] 0 d\n")
        painting = {(True, False): "f", (False, True): "S", (True, True): "B"}.get(
            (shape.fill is not None, shape.stroke is not None), "n"
        )
        out.append(f"{path}{painting}{'*' if shape.even_odd and shape.fill is not None else ''}\n")

    def _drawing(self, image: Image, x: int, y: int, tag: int) -> None:
        """Draw the shapes of an SVG in the picture's rectangle, and nothing of them outside it."""
        self._clip(Clip(image.width, image.height), x, y, tag)
        for shape in self._images.shapes(image):
            self._shape(shape, x, y, tag)
        self._unclip(Unclip(), x, y, tag)

    def _image(self, image: Image, x: int, y: int, tag: int) -> None:
        if is_drawing(image.path):
            self._drawing(image, x, y, tag)
            return
        if tag >= 0 and not self._structure.in_figure(tag):
            tag = BACKGROUND
        if tag != self._tag or self._in_text:
            self._mark(tag, y)
        if tag >= 0:
            self._cover(tag, (x, y - image.height, x + image.width, y))
        name = self._images.name(image.path, image.most)
        self.pictures[image.path, image.most] = name
        matrix = f"{number(image.width)} 0 0 {number(image.height)} {number(x)} {number(y - image.height)}"
        self._out.append(f"q {matrix} cm /{name} Do Q\n")


def alone(content: bytes) -> bytes:
    """Content that leaves nothing set for what stands behind it on the page (ISO 32000-1, 8.4.2)."""
    return b"q\n%bQ\n" % content


def _shown(fragment: str) -> str:
    """Show glyphs: PDFium forgets a move that an empty string comes after, so two moves in a row are made one.

    A bracket within a string is escaped, so that a bare one at the end opens an empty string.
    """
    if "()" in fragment:
        fragment = _TWO_MOVES.sub(lambda found: f"){float(found[1]) + float(found[2]):g}(", fragment)
    if fragment.endswith("(") and not fragment.endswith("\\("):
        return f"[({fragment[:-1]}]TJ\n"
    return f"[({fragment})]TJ\n"
