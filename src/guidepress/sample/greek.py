"""In: the frames of a page. Out: the same frames, locked text drawn as bars with nothing behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.page.items import ARTIFACT, BACKGROUND, INHERIT, Anchor, Frame, Image, Link, Run, Shape

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.page.book import Page
    from guidepress.page.items import Item
    from guidepress.sample.locks import Locks

__all__ = ["Greeked", "greeked"]

_X_HEIGHT = 470
"""Height of a bar, per mille of the type size: about that of small letters, so that bars are as dense as lines."""

_TINT = 0.55
"""Share of the rule's colour in a bar: lines of text are no darker, seen from afar."""


@record
class Greeked:
    """The frames of a page, and the locked sections of which it shows bars (their elements)."""

    frames: tuple[Frame, ...]
    sections: tuple[int, ...]


def greeked(page: Page, locks: Locks, rule: Colour, text: tuple[int, int]) -> Greeked:
    """Draw what is locked on a page as bars.

    Args:
        page: as finished.
        locks: what is locked.
        rule: the layout's colour of rules, of which bars are a tint.
        text: from where to where the text area reaches, down from the page's top, mpt; furniture stands outside.
    """
    colour = rule.tint(_TINT)
    owners = _owners(page, locks)
    frames: list[Frame] = []
    sections: dict[int, None] = {}
    for frame, owner in zip(page.frames, owners, strict=True):
        if frame.tag >= 0:
            hidden = locks.hides(frame.tag)
        else:
            hidden = (
                owner.section in locks.locked and owner.element not in locks.read and _within(frame, text)
            )
        if not hidden:
            frames.append(frame)
            continue
        sections[owner.section] = None
        frames.append(_bars(frame, colour))
    return Greeked(tuple(frames), tuple(sections))


@record
class _Owner:
    """What a frame belongs to: an element, and the section that holds it; -1 on a page without any."""

    element: int
    section: int


def _owners(page: Page, locks: Locks) -> list[_Owner]:
    """Whose each frame is; what has no tag of its own belongs to what was tagged last before it, or first."""
    owners: list[_Owner] = []
    last = next((frame.tag for frame in page.frames if frame.tag >= 0), -1)
    for frame in page.frames:
        last = frame.tag if frame.tag >= 0 else last
        owners.append(_Owner(last, locks.tops[last] if last >= 0 else -1))
    return owners


def _within(frame: Frame, text: tuple[int, int]) -> bool:
    """Whether an untagged frame stands in the text area and holds text; anchors and tints may stay."""
    in_area = frame.tag == BACKGROUND or text[0] <= frame.y <= text[1]
    return in_area and frame.tag in (ARTIFACT, BACKGROUND, INHERIT) and _says(frame)


def _says(frame: Frame) -> bool:
    return any(
        isinstance(item, Run | Image) or (isinstance(item, Frame) and _says(item)) for item in frame.items
    )


def _bars(frame: Frame, colour: Colour) -> Frame:
    """Keep the shapes of a frame and where it can be led to; draw a bar for each line of its text."""
    kept: list[Item] = []
    lines: dict[int, list[Run]] = {}
    for item in frame.items:
        if isinstance(item, Run):
            lines.setdefault(item.y, []).append(item)
        elif isinstance(item, Frame):
            kept.append(_bars(item, colour))
        elif isinstance(item, Image):
            kept.append(Shape((("r", (item.x, item.y, item.width, item.height)),), fill=colour))
        elif isinstance(item, Shape):
            kept.append(replace(item, tag=INHERIT))
        elif isinstance(item, Anchor):
            kept.append(item)
        elif not isinstance(item, Link):
            raise TypeError(item)
    kept.extend(_bar(runs, colour) for runs in lines.values())
    return Frame(frame.x, frame.y, tuple(kept), BACKGROUND, (), frame.clip)


def _bar(runs: list[Run], colour: Colour) -> Shape:
    """One bar over a line, so that not even the lengths of its words can be read off."""
    left = min(run.x for run in runs)
    right = max(run.x + run.width for run in runs)
    high = max(run.size for run in runs) * _X_HEIGHT // 1000
    return Shape((("r", (left, runs[0].y - high, right - left, high)),), fill=colour)
