"""In: the inlines of a paragraph. Out: its matter: words measured, from forced break to forced break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.document.inlines import PLAIN, Blank, InlinePicture, Leader, LineBreak, Look, NoteMark, Text
from guidepress.typeset.blanks import blank_words, picture_word
from guidepress.typeset.borrowing import borrow
from guidepress.typeset.divisions import plain_text
from guidepress.typeset.inks import ink_for
from guidepress.typeset.matter import Atom, InlinePart, Matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Diagnostic, Span
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Token

__all__ = ["SPACES", "collect"]

SPACES = re.compile("[\t\n\r\x0b\x0c]")
"""What is set as a space."""

_SUPERIOR = Look(superior=True)
_WHOLE = "\u00a0"
"""Stands for each character of a blank where places to divide a line are looked for: it has none."""


def collect(inlines: Sequence[Inline], style: Style, fonts: Fonts, language: str) -> list[list[Matter]]:
    """Measure the words of a paragraph.

    Args:
        inlines: Text, NoteMark, Blank, LineBreak, Leader, pictures; one without a height is set below by whoever has room.
        style: the paragraph's style.
        fonts: the faces.
        language: BCP 47 tag of the paragraph.

    Returns:
        For each stretch of text up to a forced break, its matter up to each leader.

    Raises:
        TypeError: a late inline was not resolved.
    """
    gatherer = _Gatherer(fonts)
    found: list[list[Matter]] = [[gatherer.matter]]
    for source, inline in enumerate(inlines):
        if isinstance(inline, Text):
            if not inline.text:
                continue
            own = inline.language if inline.language not in ("", language) else ""
            ink = ink_for(style, inline.look, inline.text, fonts, language=own or language, marked=own)
            gatherer.add(inline.text, InlinePart(ink, source, inline.link), inline.span)
        elif isinstance(inline, NoteMark):
            figure = str(inline.number)
            ink = ink_for(style, _superior(inline.look), figure, fonts, language=language, marked="")
            gatherer.add(figure, InlinePart(ink, source, None, inline.note, figure), None)
        elif isinstance(inline, Blank):
            plain, answer = (
                InlinePart(ink, source, rule=_drawn_in(inline, style), drawn=inline.drawn)
                for ink in (
                    ink_for(style, look, inline.text, fonts, language=language, marked="")
                    for look in (PLAIN, inline.look)
                )
            )
            gatherer.rule(inline, plain, answer)
        elif isinstance(inline, LineBreak):
            found.append([gatherer.begin()])
        elif isinstance(inline, Leader):
            gatherer.matter.leader = inline
            found[-1].append(gatherer.begin())
        elif isinstance(inline, InlinePicture):
            ink = ink_for(style, PLAIN, "", fonts, language=language, marked="")
            gatherer.picture(inline, InlinePart(ink, source, picture=inline))
        else:
            raise TypeError(f"{type(inline).__name__} must be resolved to Text before it is typeset")
    gatherer.close()
    return found


def _drawn_in(blank: Blank, style: Style) -> Colour:
    """The colour of a blank: a rule is part of the text around it, and other drawings of the answer."""
    return style.colour if blank.drawn == "rule" else blank.look.colour or style.colour


def _superior(look: Look) -> Look:
    if look == Look():
        return _SUPERIOR
    return Look(superior=True, strong=look.strong, colour=look.colour, font=look.font, scale=look.scale)


class _Unit:
    """A unit that grows piece by piece: its atoms, its text with the characters that steer line breaking, its faults."""

    def __init__(self, atoms: Iterable[Atom] = (), raw: str = "") -> None:
        self.atoms = [*atoms]
        self.raws = [raw]
        self.faults: list[Diagnostic] = []

    def grow(self, atoms: Iterable[Atom], raw: str, faults: Iterable[Diagnostic] = ()) -> None:
        """Let pieces join it."""
        self.atoms += atoms
        self.raws.append(raw)
        self.faults += faults


class _Gatherer:
    """Gathers words into units while the text goes by; `_open` while no space has closed the last unit.

    What joins a unit is kept aside until the unit is closed, so that one of many pieces is measured once.
    """

    def __init__(self, fonts: Fonts) -> None:
        self.matter = Matter()
        self._fonts = fonts
        self._open = False
        self._raw = ""
        self._unit: _Unit | None = None

    def begin(self) -> Matter:
        """Begin new matter: nothing joins across a forced break or a leader."""
        self.close()
        self._open = False
        self.matter = Matter()
        return self.matter

    def close(self) -> None:
        """Enter the unit that has grown, if any."""
        unit, self._unit = self._unit, None
        if unit is not None and unit.atoms:
            index = len(self.matter.tokens)
            self.matter.composite(tuple(unit.atoms), "".join(unit.raws))
            self._note(index, unit.faults)

    def add(self, text: str, part: InlinePart, span: Span | None) -> None:
        """Add a text in one ink."""
        ink = part.ink
        if ink.capitals:
            text = text.upper()
        words = (text if text.isprintable() else SPACES.sub(" ", text)).split(" ")
        if words == [""]:
            return
        fount = ink.fount
        tokens = fount.tokens
        try:
            found = list(map(tokens.__getitem__, words))
        except KeyError:
            fount.add(words)
            found = list(map(tokens.__getitem__, words))
        joined = self._open and bool(words[0])
        if joined:
            self._join(words[0], found[0], part, span)
        if joined or not words[0]:
            words, found = words[1:], found[1:]
        self._open = joined if not words else bool(words[-1])
        if not words:
            return
        self.close()
        if fount.lacking.isdisjoint(words):
            self.matter.words(found, part)
        elif not words[-1] and fount.lacking.isdisjoint(words[:-1]):
            if len(words) > 1:
                self.matter.words(found[:-1], part)
        else:
            self._piecemeal(words, found, part, span)
        self._raw = words[-1]

    def rule(self, blank: Blank, plain: InlinePart, own: InlinePart) -> None:
        """Add a blank, its answer in its own ink: it joins what stands close before it, and what follows joins it."""
        words, faults = blank_words(blank, plain, own, self._fonts)
        unit = self._growing()
        self._open = True
        unit.grow(words, _WHOLE * sum(len(atom.word.text) for atom in words), faults)

    def picture(self, picture: InlinePicture, part: InlinePart) -> None:
        """Add a picture that stands among words as a word does; one without a height is none."""
        if picture.height:
            unit = self._growing()
            self._open = True
            unit.grow((picture_word(picture.width, part),), _WHOLE)

    def _piecemeal(self, words: list[str], found: list[Token], part: InlinePart, span: Span | None) -> None:
        """Add words among which some are empty or lack a character."""
        for raw, token in zip(words, found, strict=True):
            self.close()
            if token[3] is not None:
                self.matter.words([token], part)
            elif raw:
                pieces, faults = borrow(plain_text(raw), part.ink.fount, self._fonts, span)
                self._unit = _Unit()
                self._unit.grow([Atom(word, fount, part) for word, fount in pieces], raw, faults)

    def _join(self, raw: str, token: Token, part: InlinePart, span: Span | None) -> None:
        """Add a word to the unit that is open."""
        unit = self._growing()
        if token[3] is not None:
            unit.grow((Atom(token[3], part.ink.fount, part),), raw)
        else:
            pieces, faults = borrow(plain_text(raw), part.ink.fount, self._fonts, span)
            unit.grow([Atom(word, fount, part) for word, fount in pieces], raw, faults)

    def _growing(self) -> _Unit:
        """The unit that is open, to let something join it; a new one if none is."""
        if not self._open:
            self.close()
        if self._unit is None:
            self._unit = _Unit(self.matter.take(), self._raw) if self._open else _Unit()
        return self._unit

    def _note(self, unit: int, faults: Sequence[Diagnostic]) -> None:
        if faults:
            known: tuple[Diagnostic, ...] = self.matter.faults.get(unit, ())
            self.matter.faults[unit] = (*known, *faults)
