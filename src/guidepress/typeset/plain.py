"""In: one plain text and the forme. Out: its lines, by the shorter way that most paragraphs take.

The same steps as for any paragraph, but a line is one run, so its words are a slice and its width a subtraction.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from guidepress.page.items import Run
from guidepress.typeset.divisions import FORCED, HARD, HYPHEN, SPACE
from guidepress.typeset.forme import fill
from guidepress.typeset.lines import Line
from guidepress.typeset.matter import split_words
from guidepress.typeset.passes import AS_WRITTEN, DIVIDED, break_copy, places_in
from guidepress.typeset.rows import cut_warning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.items import Word
    from guidepress.typeset.forme import Forme
    from guidepress.typeset.founts import Cut, Fount, Token
    from guidepress.typeset.galley import Galley
    from guidepress.typeset.hyphenation import Hyphenator
    from guidepress.typeset.inks import Ink

__all__ = ["set_plain"]

_DIVIDED = (HYPHEN, HARD)


class _PlainCopy:
    """The tokens of a plain text as the passes of the line breaker want them."""

    def __init__(self, tokens: Sequence[Token], fount: Fount, hyphenator: Hyphenator) -> None:
        self.advances, self.trims, self.leads, self.words, self.places = zip(*tokens, strict=True)
        self.ramps = fount.ramps(len(tokens))
        self._fount = fount
        self._kept = fount.hyphenated
        self._hyphenator = hyphenator

    def cuts(self, level: int, near: list[range], longest: float) -> list[tuple[int, tuple[Cut, ...]]]:
        """Which words may be divided, and where."""
        if level == AS_WRITTEN:
            if not any(self.places):
                return []
            return [
                (i, self._fount.cuts(self.words[i], places)) for i, places in enumerate(self.places) if places
            ]
        kept, words = self._kept, self.words
        found = []
        for index in chain.from_iterable(near):
            word = words[index]
            usual = level == DIVIDED and not self.places[index]
            cuts = kept.get(word) if usual else None
            if cuts is None:
                long = self.advances[index] - self._fount.space > longest
                places = places_in(word.clusters, self.places[index], level, self._hyphenator, long=long)
                cuts = self._fount.cuts(word, places) if places else ()
                if usual:
                    kept[word] = cuts
            if cuts:
                found.append((index, cuts))
        return found


def set_plain(text: str, ink: Ink, forme: Forme, hyphenator: Hyphenator) -> list[Line] | None:
    """Set a text that is all in one ink.

    Returns:
        The lines; None if a character must be borrowed from another face, so that the longer way must be taken.
    """
    fount = ink.fount
    found = _tokens(text.upper() if ink.capitals else text, fount)
    if not found:
        return []
    copy = _PlainCopy(found, fount, hyphenator)
    if None in copy.words:
        return None
    galley, nodes = break_copy(copy, forme.measures)
    ends, starts, kinds, space = galley.ends, galley.starts, galley.kinds, fount.space
    leads, trims = copy.leads, copy.trims
    shaped: Sequence[Word] = copy.words
    face, size, colour = fount.face, fount.size, ink.colour
    ascent = face.ascent * size // face.units_per_em + ink.rise
    descent = face.descent * size // face.units_per_em - ink.rise
    rise, tracking, marked = -ink.rise, fount.tracking, ink.marked
    lines: list[Line] = []
    a, final, warned = 0, nodes[-1], -1
    for b in nodes:
        kind, last = kinds[b], b == final
        measure = forme.measures.rest if a else forme.measures.first
        spaces = galley.spaces_to[b] - galley.spaces_from[a]
        begin, until = galley.units[a], galley.units[b]
        if kind == SPACE and not galley.offsets[a]:
            own = tuple(shaped[begin:until])
            natural = ends[b] - starts[a]
            lead = leads[begin]
            over = lead + trims[until - 1] - space
        else:
            own = _cut_out(shaped, galley, a, b, fount)
            lead = fount.left(own[0])
            over = lead + fount.right(own[-1])
            natural = sum(map(fount.width, own)) - over + spaces
        slack = measure - natural
        stretch, expansion = fill(forme, slack, natural - spaces, spaces, last=last)
        wide = 1 + expansion / 1000
        gap = round(space * stretch)
        x = round(forme.start(slack, first=a == 0) - lead * wide)
        width = round((natural - spaces + over) * wide) + gap * (len(own) - 1)
        run = Run(
            x,
            rise,
            face,
            size,
            colour,
            own,
            gap,
            width,
            kind == SPACE and not last,
            expansion,
            tracking,
            0,
            marked,
        )
        faults: tuple[Diagnostic, ...] = ()
        if kind == FORCED and until != warned:
            warned = until
            faults = (cut_warning(shaped[until].text),)
        lines.append(Line((run,), width, ascent, descent, (), (), (), kind in _DIVIDED, last, faults))
        a = b
    return lines


def _tokens(text: str, fount: Fount) -> list[Token]:
    words = split_words(text)
    tokens = fount.tokens
    try:
        found = [tokens[word] for word in words]
    except KeyError:
        fount.add(words)
        found = [tokens[word] for word in words]
    return [token for token, word in zip(found, words, strict=True) if word] if "" in words else found


def _cut_out(shaped: Sequence[Word], galley: Galley, a: int, b: int, fount: Fount) -> tuple[Word, ...]:
    """The words of a line that begins or ends inside a word."""
    begin, skip = galley.units[a], galley.offsets[a]
    until, stop = galley.units[b], galley.offsets[b]
    own = list(shaped[begin : until + 1 if stop else until])
    fragment = fount.shaper.fragment
    if stop:
        from_here = skip if begin == until else 0
        own[-1] = fragment(own[-1].text[from_here:stop], hyphen=galley.kinds[b] == HYPHEN)
    if skip and not (stop and begin == until):
        own[0] = fragment(own[0].text[skip:], hyphen=False)
    return tuple(own)
