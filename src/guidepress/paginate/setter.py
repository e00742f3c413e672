"""In: paragraphs at their place. Out: their lines, set once, and again only when a page reference in them moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.paginate.resolve import is_late, late_among, resolve
from guidepress.paginate.undivided import held_whole
from guidepress.typeset import kept_paragraph, set_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.document.blocks import Label
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Align, Style
    from guidepress.labels import Labels
    from guidepress.paginate.pieces import Para
    from guidepress.paginate.resolve import Resolved
    from guidepress.typeset import Fonts, Line

__all__ = ["Setter"]


class _Memory:
    """The lines of one book, by what they were set from."""

    def __init__(self) -> None:
        self.lines: dict[Para, tuple[Line, ...]] = {}
        self.late: dict[tuple[Para, tuple[tuple[str, bool], ...]], tuple[Line, ...]] = {}
        self.single: dict[tuple[str, str], Line] = {}
        self.aligned: dict[tuple[int, str], Style] = {}
        self.whole: dict[Para, frozenset[str]] = {}
        self.warned = 0
        self.asked = 0


class Setter:
    """Sets text for one round of a book; the lines are remembered for the next.

    Attributes:
        labels: the engine's words.
        resolved: what late inlines say in this round.
    """

    def __init__(
        self, fonts: Fonts, labels: Labels, resolved: Resolved, memory: _Memory | None = None
    ) -> None:
        self.labels = labels
        self.resolved = resolved
        self._fonts = fonts
        self._memory = memory or _Memory()

    @property
    def warned(self) -> int:
        """How many paragraphs had to warn of something so far."""
        return self._memory.warned

    @property
    def asked(self) -> int:
        """How often a marker or a label had to be told what a late inline says, so far."""
        return self._memory.asked

    @property
    def quiet(self) -> bool:
        """Whether no line of furniture had to warn of anything."""
        return not any(line.diagnostics for line in self._memory.single.values())

    def saying(self, resolved: Resolved) -> Setter:
        """The setter of a round in which late inlines say something else."""
        return Setter(self._fonts, self.labels, resolved, self._memory)

    def lines(self, para: Para) -> tuple[Line, ...]:
        """Set a paragraph, or remember its lines."""
        if not para.late:
            known = self._memory.lines.get(para)
            if known is None:
                known = self._memory.lines[para] = self._set(para, para.paragraph.inlines)
            return known
        said = tuple(self.resolved.said(each, self.labels) for each in late_among(para.paragraph.inlines))
        key = (para, said)
        known = self._memory.late.get(key)
        if known is None:
            inlines = resolve(para.paragraph.inlines, self.resolved, self.labels)
            known = self._memory.late[key] = self._set(para, inlines)
        return known

    def hold(self, para: Para, word: str) -> bool:
        """Set a paragraph from now on with a word undivided; whether that is new."""
        held, memory = self._memory.whole.get(para, frozenset()), self._memory
        if word in held:
            return False
        memory.whole[para] = held | {word}
        memory.lines.pop(para, None)
        for key in [key for key in memory.late if key[0] is para]:
            del memory.late[key]
        return True

    def holds(self, fillings: Iterable[object]) -> bool:
        """Whether words of any of these paragraphs are held whole."""
        return bool(self._memory.whole) and not self._memory.whole.keys().isdisjoint(fillings)

    def _set(self, para: Para, inlines: tuple[Inline, ...]) -> tuple[Line, ...]:
        words = self._memory.whole.get(para)
        if words:
            inlines = held_whole(inlines, words)
        lines = kept_paragraph(
            inlines,
            para.measure,
            para.style,
            self._fonts,
            language=para.language,
            first_indent=para.indent,
        )
        self._memory.warned += any(line.diagnostics for line in lines)
        return lines

    def text(
        self, inlines: tuple[Inline, ...], style: Style, measure: int, language: str
    ) -> tuple[Line, ...]:
        """Set inlines that stand nowhere yet."""
        return kept_paragraph(inlines, measure, style, self._fonts, language=language)

    def marker(self, para: Para) -> Line:
        """Set the marker of a paragraph, at its natural width."""
        return set_line(self._known(para.paragraph.marker), para.style, self._fonts, language=para.language)

    def label(self, label: Label, language: str) -> tuple[Line, ...]:
        """Set a label of a drawing in its measure."""
        inlines = self._known(label.inlines)
        style = self._aligned_style(label.style, label.align)
        return kept_paragraph(inlines, label.measure, style, self._fonts, language=language)

    def _known(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inlines with what the late ones among them say."""
        if not is_late(inlines):
            return inlines
        self._memory.asked += 1
        return resolve(inlines, self.resolved, self.labels)

    def single(self, inlines: tuple[Inline, ...], text: str, style: Style, language: str) -> Line:
        """Set a line of furniture; the same text is set once a book."""
        key = (style.name, text)
        known = self._memory.single.get(key)
        if known is None:
            known = self._memory.single[key] = set_line(inlines, style, self._fonts, language=language)
        return known

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What went wrong in any line, each said once, in the order of setting."""
        found = (
            diagnostic
            for lines in (
                *self._memory.lines.values(),
                *self._memory.late.values(),
                tuple(self._memory.single.values()),
            )
            for line in lines
            if line.diagnostics
            for diagnostic in line.diagnostics
        )
        return tuple(dict.fromkeys(found))

    def _aligned_style(self, style: Style, align: Align) -> Style:
        if style.align == align:
            return style
        key = (id(style), align)
        known = self._memory.aligned.get(key)
        if known is None:
            known = self._memory.aligned[key] = replace(style, align=align)
        return known
