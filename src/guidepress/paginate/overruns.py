"""In: finished pages. Out: what does not lie on its page, and lines that are printed over one another, page by page.

Lines are set into the room that they are given; whether that room is on the page, and is nobody else's, hangs on margins,
offsets and columns that a layout may choose as it likes. So it is looked at here, once, where all is in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.numbers import counted
from guidepress.page.items import ARTIFACT, INHERIT, Frame, Image, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.page.book import Page
    from guidepress.page.items import Item
    from guidepress.page.tree import Node
    from guidepress.paginate.memory import Memory

__all__ = ["overruns"]

_SLACK = 1_000
"""mpt: marks that hang into a margin, and rounding, move no letter further than this over an edge."""

_DEPTH = 5
"""Letters reach a fifth of their size below the baseline."""

_OVER = 2_000
"""mpt: lines that share so much of their height and their width are printed over one another."""

_SHOWN = 40

_Box: TypeAlias = "tuple[int, int, int, int, int, int, tuple[Item, ...]]"
"""A line or a picture on its page: top, left, foot and right edge, mpt from the top left corner; its frame's rank, its tag,
and what it is made of."""


def overruns(
    pages: Sequence[Page], tree: Sequence[Node], memory: Memory | None = None
) -> tuple[Diagnostic, ...]:
    """Find what a reader would not see, or not make out.

    Args:
        pages: all pages.
        tree: the structure tree, which knows what each line is.
        memory: knows the pages of the last book that were sound; it gets those of this one.

    Returns:
        For each page an error if a text or a picture reaches over its edge, and a warning if lines are printed over one
        another; both name the first of them. Heads and feet, which all pages have, are named once.
    """
    found: list[Diagnostic] = []
    furniture: list[tuple[Page, _Box]] = []
    sound: list[Page] = []
    for page in pages:
        if memory is not None and memory.is_sound(page):
            sound.append(page)
            continue
        boxes: list[_Box] = []
        for rank, frame in enumerate(page.frames):
            _gather(frame, (0, 0), (rank, frame.tag), boxes)
        right, foot = page.width + _SLACK, page.height + _SLACK
        off = [
            box for box in boxes if box[0] < -_SLACK or box[1] < -_SLACK or box[2] > foot or box[3] > right
        ]
        furniture += [(page, box) for box in off if box[5] == ARTIFACT]
        said = len(found)
        found += _off(page, [box for box in off if box[5] != ARTIFACT], tree)
        found += _over(boxes, page, tree)
        if not off and len(found) == said:
            sound.append(page)
    if memory is not None:
        memory.keep_sound(sound)
    return (*_heads_off(furniture, tree), *found)


def _gather(frame: Frame, at: tuple[int, int], mark: tuple[int, int], boxes: list[_Box]) -> None:
    """Add the lines and pictures of a frame; its runs on one baseline are one line."""
    x, y = at[0] + frame.x, at[1] + frame.y
    if frame.tag != INHERIT:
        mark = mark[0], frame.tag
    if frame.turn or frame.clip is not None:
        boxes.extend(_turned(frame, (x, y), mark))
        return
    line: list[Run] = []
    for item in frame.items:
        kind = type(item)
        if kind is Run:
            if line and line[0].y != item.y:  # type: ignore[union-attr]
                boxes.append(_line(line, x, y, mark))
                line = []
            line.append(item)  # type: ignore[arg-type]
        elif kind is Frame:
            _gather(item, (x, y), mark, boxes)  # type: ignore[arg-type]
        elif isinstance(item, Image):
            left, top = x + item.x, y + item.y
            boxes.append((top, left, top + item.height, left + item.width, *mark, (item,)))
    if line:
        boxes.append(_line(line, x, y, mark))


def _line(runs: list[Run], x: int, y: int, mark: tuple[int, int]) -> _Box:
    first, last = runs[0], runs[-1]
    size, face, baseline = first.size, first.face, y + first.y
    left, right = first.x, last.x + last.width
    if first.tracking or right < left:
        left = min(min(run.x, run.x + run.width) for run in runs)
        right = max(max(run.x, run.x + run.width) - max(run.tracking, 0) for run in runs)
    top = baseline - face.x_height * size // face.units_per_em
    return top, x + left, baseline + size // _DEPTH, x + right, *mark, tuple(runs)


def _turned(frame: Frame, at: tuple[int, int], mark: tuple[int, int]) -> Iterator[_Box]:
    """The lines of a frame that stands on its side or shows a part of what it holds; what is cut away does not count."""
    boxes: list[_Box] = []
    _gather(Frame(0, 0, frame.items), (0, 0), mark, boxes)
    for top, left, foot, right, *rest in boxes:
        if frame.clip is not None:
            top, left = max(top, 0), max(left, 0)  # noqa: PLW2901 - the box, cut
            right, foot = min(right, frame.clip[0]), min(foot, frame.clip[1])  # noqa: PLW2901 - likewise
        for _ in range(frame.turn % 4):
            top, left, foot, right = left, -foot, right, -top  # noqa: PLW2901 - the box, turned
        yield (top + at[1], left + at[0], foot + at[1], right + at[0], *rest)  # type: ignore[misc] # three are left


def _over(boxes: list[_Box], page: Page, tree: Sequence[Node]) -> Iterator[Diagnostic]:
    """Lines of different frames that share height and width."""
    lines = sorted((box for box in boxes if type(box[6][0]) is Run), key=_edges)
    pairs: list[tuple[_Box, _Box]] = []
    for index, one in enumerate(lines):
        end = one[2] - _OVER
        for place in range(index + 1, len(lines)):
            other = lines[place]
            if other[0] > end:
                break
            if min(one[3], other[3]) - max(one[1], other[1]) > _OVER and one[4] != other[4]:
                high = min(one[2], other[2]) - max(one[0], other[0])
                if high > max(min(one[2] - one[0], other[2] - other[0]) // 2, _OVER):
                    pairs.append((one, other))
    if pairs:
        one, other = pairs[0]
        message = (
            f"On page {_called(page)} two texts are printed over one another: "
            f"{_named(one, tree)} and {_named(other, tree)}{_more(len(pairs))}."
        )
        hint = "Give them more room: fewer columns, wider gaps or margins, shorter texts."
        yield Diagnostic("warning", "overprinted", message, hint)


def _edges(box: _Box) -> tuple[int, int, int, int]:
    return box[:4]


def _off(page: Page, boxes: list[_Box], tree: Sequence[Node]) -> Iterator[Diagnostic]:
    if boxes:
        message = (
            f"{_named(boxes[0], tree)} reaches over the edge of page {_called(page)}{_more(len(boxes))}."
        )
        hint = "Choose a larger paper, wider margins or fewer columns, or make the text shorter."
        yield Diagnostic("error", "off-page", message[:1].upper() + message[1:], hint)


def _heads_off(found: list[tuple[Page, _Box]], tree: Sequence[Node]) -> Iterator[Diagnostic]:
    if found:
        page, box = found[0]
        message = f"{_named(box, tree)} reaches over the edge of page {_called(page)}{_more(len(found))}."
        hint = "Widen the margin that it stands in, or make it shorter."
        yield Diagnostic("error", "off-page", message[:1].upper() + message[1:], hint)


def _more(count: int) -> str:
    return f", and {counted(count - 1, 'other')} likewise" if count > 1 else ""


def _called(page: Page) -> str:
    return page.label or str(page.number)


def _named(box: _Box, tree: Sequence[Node]) -> str:
    """What a reader knows a line by: what it is, and its words."""
    tag = box[5]
    role = "head or foot" if tag == ARTIFACT else tree[tag].role if tag >= 0 else "text"
    words = " ".join(_words(box[6]))
    if not words:
        return f"a picture ({role})"
    return f'"{words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"}" ({role})'


def _words(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Run):
            yield from (word.text for word in item.words)
