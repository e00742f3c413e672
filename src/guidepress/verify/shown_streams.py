"""In: an open PDF. Out: what each page shows, stream by stream; a content stream that several pages name is followed once.

Copies of a book share its content, stamped pages a watermark: what a stream shows is the same on each page that comes to
it with the same resources and the same graphics state.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.cos import Ref, Stream
from guidepress.verify.shown import AT_FIRST, FollowedFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.cos import Value
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Dictionary
    from guidepress.verify.reading import Opened
    from guidepress.verify.shown import GraphicsState, Shown, Stretch, WordBudget

__all__ = ["ShownStream", "ShownStreams"]

_SLACK = 1.0
"""Points: marks hang into margins, and numbers are rounded, by no more."""
_WORD = 4
"""Glyphs of a text that can be told to stand over another; accents and rules are set over letters."""
_NEAR = 0.3
"""Of the size: baselines that are no farther apart are those of one line, sub- and superscripts aside."""
_BESIDE = 20
"""Texts that are looked at beside one; on one line they stand by their places."""
_SHARE = 0.5
"""Of the shorter text's width: so much of it must be covered."""


class ShownStream:
    """What a content stream shows.

    Args:
        found: in order.

    Attributes:
        found: likewise.
        words: those of it that are level and long enough to tell that they cover one another, line by line.
        over: those that cover much of another one.
    """

    __slots__ = ("_off", "_places", "found", "over", "words")

    def __init__(self, found: Iterable[Shown]) -> None:
        self.found = tuple(found)
        words = [each for each in self.found if each.codes >= _WORD and each.y == each.rise]
        self.words = sorted(words, key=_place)
        self._places = [_place(each) for each in self.words]
        self.over = list(self._covering())
        self._off: dict[Box, list[Shown]] = {}

    def off(self, box: Box) -> list[Shown]:
        """What of it does not lie on a page; looked at once for pages of one size."""
        found = self._off.get(box)
        if found is None:
            self._off = {box: (found := [each for each in self.found if _is_off(each, box)])}
        return found

    def _covering(self) -> Iterator[Shown]:
        for at, one in enumerate(self.words):
            beside = self.words[at + 1 : at + _BESIDE]
            if any(_covers(one, other) for other in beside):
                yield one

    def over_with(self, others: Iterable[Shown]) -> Iterator[Shown]:
        """Texts of other streams of the page that cover much of one of this stream's, or are covered so."""
        for one in others:
            at = bisect(self._places, _place(one))
            before, after = self.words[max(at - _BESIDE, 0) : at], self.words[at : at + _BESIDE]
            if any(_covers(one, other) for other in after) or any(_covers(other, one) for other in before):
                yield one


class ShownStreams:
    """What the pages of a file show.

    Args:
        opened: the file.
        budget: once it is spent, nothing more is followed.
    """

    def __init__(self, opened: Opened, budget: WordBudget) -> None:
        self._opened, self._budget = opened, budget
        self._file = FollowedFile(opened.file, budget)
        named: Counter[int] = Counter()
        for index in range(len(opened.pages)):
            streams = opened.streams(index)
            budget.words -= max(len(streams) - 1, 0)  # pages may share a list of very many, too
            if budget.words < 0:
                break
            named.update(each.number for each in streams if isinstance(each, Ref))
        self._shared = frozenset(number for number, count in named.items() if count > 1)
        self._known: dict[tuple[object, ...], tuple[Stretch, ShownStream]] = {}

    def on_page(self, index: int) -> list[ShownStream]:
        """What a page shows: each stream that it shares with others, and what stands between them."""
        given = self._opened.pages[index].entries.get("Resources")
        resources = self._opened.file.dictionary(given)
        # the page keeps them, and so their address
        known = given.number if isinstance(given, Ref) else -id(resources)
        made: list[ShownStream] = []
        state = AT_FIRST
        parts = list(self._parts(index))
        for part in parts:
            stretch, shown = self._followed(part, resources, state, known)
            if not stretch.whole and part is not parts[-1]:
                return [self._at_once(index, resources)]
            made.append(shown)
            state = stretch.end
            self._budget.words -= len(state.kept)
        sizes = [len(each.words) for each in made]
        self._budget.words -= sum(sizes) - max(sizes, default=0)  # they are held against the largest
        return made

    def _parts(self, index: int) -> Iterator[list[Value]]:
        """The streams of a page: shared ones by themselves, others that stand together as one."""
        alone: list[Value] = []
        for each in self._opened.streams(index):
            if isinstance(each, Ref) and each.number in self._shared:
                yield from (alone,) if alone else ()
                yield [each]
                alone = []
            else:
                alone.append(each)
        yield from (alone,) if alone else ()

    def _followed(
        self, part: list[Value], resources: Dictionary, state: GraphicsState, known: int
    ) -> tuple[Stretch, ShownStream]:
        """Follow streams, or remember what a shared one showed to who came so."""
        first = part[0]
        shared = isinstance(first, Ref) and first.number in self._shared
        key = (first.number if isinstance(first, Ref) else 0, known, *state.key()) if shared else ()
        found = self._known.get(key)
        if found is None:
            stretch = self._file.follow(self._content(part), resources, state)
            found = stretch, ShownStream(stretch.found)
            if shared:
                self._known[key] = found
        return found

    def _content(self, part: list[Value]) -> bytes:
        file = self._opened.file
        streams = [made for made in map(file.get, part) if isinstance(made, Stream)]
        return b"\n".join(map(file.content, streams))

    def _at_once(self, index: int, resources: Dictionary) -> ShownStream:
        """A page whose streams are parted within an operator and what it takes (7.8.2) is followed as one."""
        return ShownStream(self._file.follow(self._opened.content(index), resources).found)


def _is_off(one: Shown, box: Box) -> bool:
    """Of a text whether any of it is off the page, of a picture whether all of it is: pictures may bleed."""
    left, right = min(one.x, one.end), max(one.x, one.end)
    low, high = min(one.y, one.rise), max(one.y, one.rise)
    if not one.size and not one.written:
        return right < box[0] or left > box[2] or high < box[1] or low > box[3]
    return (
        left < box[0] - _SLACK or right > box[2] + _SLACK or low < box[1] - _SLACK or high > box[3] + _SLACK
    )


def _place(text: Shown) -> tuple[float, float]:
    return text.y, min(text.x, text.end)


def _covers(one: Shown, other: Shown) -> bool:
    """Whether two texts of one line, the lower one first, share much of the shorter's width.

    The same words twice are type that was made bold so.
    """
    if other.y > one.y + _NEAR * one.size or one.written == other.written:
        return False
    least, most = min(one.x, one.end), max(one.x, one.end)
    left, right = min(other.x, other.end), max(other.x, other.end)
    return min(most, right) - max(least, left) > _SHARE * min(most - least, right - left)
