"""In: content of a page, anybody's. Out: where each text that it shows begins and ends, and where pictures stand.

Content is cut into words, and what places something is followed: matrices, fonts, spacing, forms (ISO 32000-1, 8 and 9).
What one content stream leaves set, the next one of the page begins with (7.8.2).
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.cos import Ref, Stream
from guidepress.cos.plain import HEX, LITERAL
from guidepress.verify.widths import StringWidths, widths_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["AT_FIRST", "FollowedFile", "GraphicsState", "Shown", "Stretch", "WordBudget"]

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WORDS = re.compile(
    LITERAL + rb"|" + HEX + rb"|%[^\r\n]*+|/[^\s()<>\[\]{}/%]*+|[\[\]]|[^\s()<>\[\]{}/%]++", re.DOTALL
)
_PICTURE = re.compile(rb"(?<!\S)BI(?=[\s/])"), re.compile(rb"\sID\s"), re.compile(rb"\sEI(?!\S)")
"""How a picture within content begins, where its data begin, and where they end (8.9.7)."""
_BLANK = 8
"""Bytes of content that cost what a word costs, whatever they are."""
_DEEPEST = 8
"""Forms within forms; nobody draws more."""
_HIDDEN = frozenset({3, 7})
"""Rendering modes that show nothing (table 106): what a scanner has read stands so behind its picture."""
_STRINGS = frozenset(b"(<")
_PAINTING = (
    b"b B b* B* BDC BMC BX c CS cs d d0 d1 DP EMC EX f F f* G g gs h i J j K k l m M MP n re RG rg ri s S SC sc SCN scn sh "
    b"v w W W* y"
)
"""The operators that place no text and no picture (table A.1)."""


class Shown(NamedTuple):
    """A text or a picture on a page, points.

    Attributes:
        x: where it begins.
        y: likewise, of a text its baseline.
        end: where it ends; of a text in a font whose widths are not known, where it begins.
        rise: likewise.
        size: of the type; 0 of a picture.
        written: the strings as they stand in the content; empty of a picture.
        codes: how many glyphs it has.
    """

    x: float
    y: float
    end: float
    rise: float
    size: float
    written: bytes
    codes: int


class WordBudget:
    """How many words of content may still be followed, in all pages of a file."""

    def __init__(self, words: int) -> None:
        self.words = words


class _TextState(NamedTuple):
    """What q keeps and Q brings back."""

    matrix: _Matrix = _PLAIN
    font: StringWidths | None = None
    size: float = 0.0
    between: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


class GraphicsState(NamedTuple):
    """What content begins with, and what it leaves set."""

    now: _TextState = _TextState()
    kept: tuple[_TextState, ...] = ()
    line: _Matrix = _PLAIN
    text: _Matrix = _PLAIN

    def key(self) -> tuple[object, ...]:
        """What tells it from others; fonts, which a walk keeps, by their addresses."""
        states = (self.now, *self.kept)
        return (
            self.line,
            self.text,
            *(each._replace(font=None) for each in states),
            *(id(each.font) for each in states),
        )


AT_FIRST = GraphicsState()
"""At the top of a page."""


class Stretch(NamedTuple):
    """Content that was followed.

    Attributes:
        found: what it shows, in order.
        end: what it leaves set.
        whole: it ends behind an operator; what comes next cannot belong to its last one.
    """

    found: tuple[Shown, ...]
    end: GraphicsState
    whole: bool


class FollowedFile:
    """A file whose content is followed, piece by piece; fonts that were read are kept.

    Args:
        file: it.
        budget: once it is spent, content shows nothing more.
    """

    def __init__(self, file: File, budget: WordBudget) -> None:
        self.file, self.budget = file, budget
        self.fonts: dict[int, StringWidths | None] = {}

    def follow(self, content: bytes, resources: Dictionary, start: GraphicsState = AT_FIRST) -> Stretch:
        """Follow content of a page, which begins with what the content before it has left set."""
        walk = _Walk(self, start)
        words = walk.run(content, resources, 0)
        whole = not words or (words[-1] in _ALL and b"BI" not in words)
        return Stretch(tuple(walk.found), walk.left(), whole)


class _Walk:
    """A piece of content: the state while its words are gone through."""

    def __init__(self, within: FollowedFile, start: GraphicsState) -> None:
        self.found: list[Shown] = []
        self._file, self._fonts, self._budget = within.file, within.fonts, within.budget
        self._stack, self.state = list(start.kept), start.now
        self._line, self._text = start.line, start.text

    def left(self) -> GraphicsState:
        """What is set now."""
        return GraphicsState(self.state, tuple(self._stack), self._line, self._text)

    def run(self, content: bytes, resources: Dictionary, depth: int) -> list[bytes]:
        """Follow the content of a page or a form; returns its words."""
        words = _WORDS.findall(_without_pictures(content))
        self._budget.words -= len(words) + len(content) // _BLANK
        if self._budget.words < 0:
            return words
        self._resources, self._depth, self._bracket = resources, depth, -1
        find = _OPERATORS.get
        for at, word in enumerate(words):
            step = find(word)
            if step is not None:
                step(self, words, at)
        return words

    def begin(self, _words: list[bytes], _at: int) -> None:
        self._line = self._text = _PLAIN

    def save(self, _words: list[bytes], _at: int) -> None:
        self._stack.append(self.state)

    def restore(self, _words: list[bytes], _at: int) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(matrix=_times(_matrix(words, at), self.state.matrix))

    def place(self, words: list[bytes], at: int) -> None:
        self._line = self._text = _matrix(words, at)

    def move(self, words: list[bytes], at: int) -> None:
        x, y = _numbers(words, at, 2)
        if words[at] == b"TD":
            self.state = self.state._replace(leading=-y)
        self._to_line(x, y)

    def next_line(self, _words: list[bytes], _at: int) -> None:
        self._to_line(0.0, -self.state.leading)

    def _to_line(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._line
        self._line = self._text = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)

    def choose(self, words: list[bytes], at: int) -> None:
        (size,) = _numbers(words, at, 1)
        name = words[at - 2][1:].decode("latin-1") if at > 1 else ""
        raw = self._file.dictionary(self._resources.get("Font")).get(name)
        font = None
        if raw is not None:
            given = self._file.dictionary(raw)
            key = raw.number if isinstance(raw, Ref) else -id(given)  # the file keeps it, and so its address
            if key not in self._fonts:
                self._fonts[key] = widths_of(self._file, given)
            font = self._fonts[key]
        self.state = self.state._replace(font=font, size=size)

    def space(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(between=_numbers(words, at, 1)[0])

    def space_words(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(word=_numbers(words, at, 1)[0])

    def stretch(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(stretch=_numbers(words, at, 1)[0] / 100)

    def lead(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(leading=_numbers(words, at, 1)[0])

    def lift(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(rise=_numbers(words, at, 1)[0])

    def set_mode(self, words: list[bytes], at: int) -> None:
        self.state = self.state._replace(mode=int(_numbers(words, at, 1)[0]))

    def show(self, words: list[bytes], at: int) -> None:
        if words[at] == b'"' and at > 2:
            word, between = _numbers(words, at - 1, 2)
            self.state = self.state._replace(word=word, between=between)
        if words[at] != b"Tj":
            self._to_line(0.0, -self.state.leading)
        if at and words[at - 1][0] in _STRINGS:
            self._show(words[at - 1 : at])

    def show_all(self, words: list[bytes], at: int) -> None:
        self._show(words[self._bracket + 1 : at - 1])
        self._bracket = at

    def open_list(self, _words: list[bytes], at: int) -> None:
        self._bracket = at

    def _show(self, pieces: list[bytes]) -> None:
        state = self.state
        font, size = state.font, state.size
        along, codes = 0.0, 0
        if font is not None:
            for piece in pieces:
                if piece[0] in _STRINGS:
                    ems, count, spaces = font[piece]
                    along += ems * size + count * state.between + spaces * state.word
                    codes += count
                else:
                    along -= _number(piece) * size / 1000
            along *= state.stretch
        a, b, c, d, e, f = self._text
        to = (a, b, c, d, along * a + e, along * b + f)
        if state.mode not in _HIDDEN:
            x, y = _through(e + state.rise * c, f + state.rise * d, state.matrix)
            end, rise = _through(to[4] + state.rise * c, to[5] + state.rise * d, state.matrix)
            p, q, r, s, _, _ = state.matrix
            high = size * max(abs(c * p + d * r), abs(c * q + d * s))
            self.found.append(Shown(x, y, end, rise, abs(high), b"".join(pieces), codes))
        self._text = to

    def draw(self, words: list[bytes], at: int) -> None:
        """A form is followed, a picture noted by two of its corners."""
        name = words[at - 1][1:].decode("latin-1") if at else ""
        raw = self._file.dictionary(self._resources.get("XObject")).get(name)
        stream = self._file.get(raw)
        if not isinstance(stream, Stream):
            return
        if self._file.word(stream.entries.get("Subtype")) != "Form":
            a, b, c, d, e, f = self.state.matrix
            self.found.append(Shown(e, f, a + c + e, b + d + f, 0.0, b"", 0))
        elif self._depth < _DEEPEST and self._budget.words > 0:
            self._follow(stream)

    def _follow(self, form: Stream) -> None:
        kept = self.state, self._line, self._text, self._resources, self._depth, self._stack
        given = [self._file.number(each) for each in self._file.array(form.entries.get("Matrix"))[:6]]
        matrix = (given[0], given[1], given[2], given[3], given[4], given[5]) if len(given) == 6 else _PLAIN
        state = self.state._replace(matrix=_times(matrix, self.state.matrix))
        resources = self._file.dictionary(form.entries.get("Resources")) or self._resources
        self.state, self._line, self._text, self._stack = state, _PLAIN, _PLAIN, []
        self.run(self._file.content(form), resources, self._depth + 1)
        self.state, self._line, self._text, self._resources, self._depth, self._stack = kept


_OPERATORS: dict[bytes, Callable[[_Walk, list[bytes], int], None]] = {
    b"BT": _Walk.begin,
    b"ET": _Walk.begin,
    b"q": _Walk.save,
    b"Q": _Walk.restore,
    b"cm": _Walk.concatenate,
    b"Tm": _Walk.place,
    b"Td": _Walk.move,
    b"TD": _Walk.move,
    b"T*": _Walk.next_line,
    b"Tf": _Walk.choose,
    b"Tr": _Walk.set_mode,
    b"Tj": _Walk.show,
    b"'": _Walk.show,
    b'"': _Walk.show,
    b"[": _Walk.open_list,
    b"TJ": _Walk.show_all,
    b"Do": _Walk.draw,
    b"Tc": _Walk.space,
    b"Tw": _Walk.space_words,
    b"Tz": _Walk.stretch,
    b"TL": _Walk.lead,
    b"Ts": _Walk.lift,
}
_ALL = frozenset((*_OPERATORS, *_PAINTING.split())) - {b"["}


def _number(word: bytes) -> float:
    """A number of content; 0 for what is none, as readers take it."""
    try:
        number = float(word)
    except ValueError:
        return 0.0
    return number if isfinite(number) else 0.0


def _numbers(words: list[bytes], at: int, count: int) -> list[float]:
    """So many numbers before an operator; where words are lacking, 0."""
    return [0.0] * (count - at) + list(map(_number, words[max(at - count, 0) : at]))


def _without_pictures(content: bytes) -> bytes:
    """Content without the pictures in it, whose data look like anything."""
    begins, data, ends = _PICTURE
    kept, at = [], 0
    while (
        (start := begins.search(content, at))
        and (inside := data.search(content, start.end()))
        and (end := ends.search(content, inside.end() - 1))
    ):
        kept.append(content[at : start.start()])
        at = end.end()
    return b"".join((*kept, content[at:])) if kept else content


def _matrix(words: list[bytes], at: int) -> _Matrix:
    a, b, c, d, e, f = _numbers(words, at, 6)
    return a, b, c, d, e, f


def _through(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """The matrix that does first one, then the other (8.3.4)."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
