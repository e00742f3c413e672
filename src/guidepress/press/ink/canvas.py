"""In: operators of content, one after the other. Out: the marks they leave, as far as a bound on work allows.

A canvas knows what holds at a place of the content, its state, and where marks go; what an operator does stands in
the files for its kind, and is handed to it as one table.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, TypeAlias

from guidepress.cos import Malformed, Ref
from guidepress.cos.content import operations
from guidepress.press.ink.colours import BLACK, GRAY
from guidepress.press.ink.fonts import load_font
from guidepress.press.ink.marks import OPAQUE, Blending
from guidepress.press.ink.places import IDENTITY, meet
from guidepress.press.ink.strokes import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidepress.bind.leaves import Matrix
    from guidepress.cos import File, Value
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Dictionary, Object
    from guidepress.press.ink.colours import ColourSpace, Paint
    from guidepress.press.ink.fonts import PageFont
    from guidepress.press.ink.marks import Mark
    from guidepress.press.ink.places import Segment

__all__ = ["Budget", "Canvas", "DrawingState", "Handler", "Shelf", "TooMuch", "numbers"]

PAGE_STEPS, FILE_STEPS = 1_000_000, 5_000_000
"""Operators and glyphs that are looked at: a dense page of text has 10,000, the richest maps of an atlas half a million;
some 100,000 a second are read, so that no page takes more than ten seconds and no file more than a minute."""
_MOST_MARKS = 400_000
"""Marks of one page: 100 MB."""
_DEEPEST = 24
"""Forms within forms; real files have three or four."""
_TINY = 1e-6
_LARGEST = 1e9
"""No length of a page is longer; what is would overflow."""


class TooMuch(Malformed):
    """The page asks for more work than is given to one."""


class Budget:
    """How much work a file may still ask for."""

    def __init__(self) -> None:
        self._file = FILE_STEPS
        self._page = PAGE_STEPS

    def turn(self) -> None:
        """Begin another page."""
        self._page = PAGE_STEPS

    def spend(self, steps: int = 1) -> None:
        """Count operators or glyphs.

        Raises:
            TooMuch: there is nothing left.
        """
        self._page -= steps
        self._file -= steps
        if self._page < 0:
            raise TooMuch(f"it asks for more than {PAGE_STEPS:,} steps")
        if self._file < 0:
            raise TooMuch(f"the pages before it took {FILE_STEPS:,} steps")


class Shelf:
    """The fonts of a file, each read once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._fonts: dict[int, PageFont] = {}
        self._kept: list[Value] = []

    def font(self, value: Value) -> PageFont:
        """A font by its reference or its dictionary."""
        made = self._file.get(value)
        key = value.number if isinstance(value, Ref) else -id(made)
        if key not in self._fonts:
            self._fonts[key] = load_font(self._file, value)
            self._kept.append(made)  # type: ignore[arg-type] # so that its address is not another's
        return self._fonts[key]


class DrawingState:
    """What holds at a place of the content (ISO 32000-1, 8.4 and 9.3)."""

    __slots__ = (
        "alpha_fill",
        "alpha_stroke",
        "char_space",
        "clip",
        "fill",
        "fill_pattern",
        "fill_space",
        "font",
        "leading",
        "masked",
        "matrix",
        "mode",
        "pen",
        "render",
        "rise",
        "size",
        "stretch",
        "stroke",
        "stroke_pattern",
        "stroke_space",
        "word_space",
    )

    def __init__(self, matrix: Matrix, clip: Box | None) -> None:
        self.matrix = matrix
        self.clip = clip
        self.fill_space: ColourSpace = GRAY
        self.stroke_space: ColourSpace = GRAY
        self.fill: Paint = BLACK
        self.stroke: Paint = BLACK
        self.fill_pattern: Value = None
        self.stroke_pattern: Value = None
        self.pen = Pen()
        self.alpha_fill = self.alpha_stroke = 1.0
        self.mode = "Normal"
        self.masked = False
        self.font: PageFont | None = None
        self.size = 0.0
        self.char_space = self.word_space = self.leading = self.rise = 0.0
        self.stretch = 1.0
        self.render = 0


class Canvas:
    """Where the content of one page leaves its marks.

    Attributes:
        file: which the page is of.
        shelf: the fonts of the file.
        budget: what work is left.
        marks: those left so far, in order.
        notes: what could not be read and was passed over, a clause each.
        features: what else was met: "layers", "PostScript" …; of transparency groups the family of their space.
        state: what holds now.
        base: from page space to the page as it is looked at; what patterns stand on.
        resources: those of the content that is being read.
        path: the path being made, in user space.
        clips: the path being made also cuts what follows.
        text, line: the text matrix, and that of the line.
        coloured: of a glyph of Type 3, whether it says its colours itself.
        veil: how the group that is being drawn will meet what lies below.
    """

    def __init__(self, file: File, shelf: Shelf, budget: Budget, operators: Mapping[bytes, Handler]) -> None:
        self.file = file
        self.shelf = shelf
        self.budget = budget
        self.marks: list[Mark] = []
        self.notes: list[str] = []
        self.features: set[str] = set()
        self.state = DrawingState(IDENTITY, None)
        self.base: Matrix = IDENTITY
        self.resources: Dictionary = {}
        self.path: list[Segment] = []
        self.clips = False
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.coloured = True
        self.veil: Blending = OPAQUE
        self._operators = operators
        self._stack: list[DrawingState] = []
        self._depth = 0

    def note(self, what: str) -> None:
        """Remember what was passed over, once."""
        if what not in self.notes:
            self.notes.append(what)

    def add(self, mark: Mark) -> None:
        """Leave a mark.

        Raises:
            TooMuch: the page has too many.
        """
        if len(self.marks) >= _MOST_MARKS:
            raise TooMuch(f"it has more than {_MOST_MARKS:,} marks")
        self.marks.append(mark)

    def shown(self, box: Box | None) -> Box | None:
        """What of a box is to be seen; None where nothing is."""
        clip = self.state.clip
        if box is None or clip is None:
            return None
        cut = meet(box, clip)
        if cut is None:
            return None
        for low, high in ((0, 2), (1, 3)):
            if cut[high] - cut[low] < _TINY < box[high] - box[low]:
                return None  # they only touch
        return cut

    def blending(self, *, stroke: bool) -> Blending:
        """How a mark made now meets what lies below it."""
        state, veil = self.state, self.veil
        alpha = (state.alpha_stroke if stroke else state.alpha_fill) * veil.alpha
        mode = state.mode if veil.mode == "Normal" else veil.mode
        masked = state.masked or veil.masked
        return OPAQUE if alpha >= 1 and mode == "Normal" and not masked else Blending(alpha, mode, masked)

    def save(self) -> None:
        """Keep the state (q)."""
        if len(self._stack) > 10_000:
            raise TooMuch("it keeps too many states")
        self._stack.append(copy.copy(self.state))

    def restore(self) -> None:
        """Go back to the state that was kept last (Q); of none there is nothing to go back to."""
        if self._stack:
            self.state = self._stack.pop()

    def run(self, content: bytes, resources: Dictionary) -> None:
        """Read content in the state that holds now, and go back to it.

        Raises:
            TooMuch: there is no work left.
        """
        if self._depth >= _DEEPEST:
            self.note("forms lie too deep in one another")
            return
        kept = self.state, self._stack, self.resources, self.path, self.clips, self.text, self.line
        self.state, self._stack, self.resources, self.path, self.clips = (
            copy.copy(kept[0]),
            [],
            resources,
            [],
            False,
        )
        self._depth += 1
        try:
            for operator, operands in operations(content):
                self.budget.spend()
                handler = self._operators.get(operator)
                if handler is not None:
                    self._do(handler, operands)
        finally:
            self._depth -= 1
            self.state, self._stack, self.resources, self.path, self.clips, self.text, self.line = kept

    def _do(self, handler: Handler, operands: list[Object]) -> None:
        try:
            handler(self, operands)
        except TooMuch:
            raise
        except Malformed as problem:
            self.note(str(problem))


Handler: TypeAlias = "Callable[[Canvas, list[Object]], None]"


def numbers(operands: list[Object], count: int) -> list[float] | None:
    """The last operands as numbers; None where there are fewer, or one is none that can be reckoned with."""
    if len(operands) < count:
        return None
    found = operands[-count:] if count else []
    for each in found:
        if not isinstance(each, int | float) or not -_LARGEST < each < _LARGEST:
            return None
    return [float(each) for each in found]  # type: ignore[arg-type] # looked at above
