"""In: a page's place in the book. Out: its furniture: running head, foot, edge tab; all of it artifacts."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.document.inlines import Text
from guidepress.layout.logo_places import LOGO, logo_span
from guidepress.layout.model import EMPTY, NAME_FIELD, Slots
from guidepress.page.items import ARTIFACT, Frame, Image, Shape, Slot
from guidepress.typeset.lines import Line

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.layout.areas import Areas
    from guidepress.layout.model import Layout
    from guidepress.paginate.setter import Setter

__all__ = ["FurnitureText", "Masters"]

_TAB_DEPTH = 11_000
"""How far an edge tab reaches into the page, mpt: seen at the closed book's edge, clear of the margin column."""

_TAB_TINT = 0.55
"""Tabs are a tint of the accent colour, so that they lead no eye away from the text."""

_NOTE_LINE = 25_500
"""From one line for notes to the next, mpt: 9 mm."""

_TABS_AT_LEAST = 8
"""Tabs are as high as if there were so many, or they would grow into stripes in a short guide."""


_ELLIPSIS = "…"

_AIRY = 2
"""Texts that take less than half of the width together cannot meet, whatever stands in the middle."""

_DOT = " · "

_NAME_GAP = 4000
_NAME_BELOW = 2500
_NAME_HEIGHT = 20_000
"""Between the word "Name" and its rule, from the baseline down to the rule, and the room to write in above, mpt."""


@record
class FurnitureText:
    """What furniture says of a page: its titles, folio and counts, and the word "Name" where it asks for one."""

    title: str
    section: str
    unit: str
    folio: str
    page: int
    pages: int
    work: str = ""
    theme: str = ""
    name: str = ""

    def fill(self, text: str) -> str:
        """Fill in the names in braces; of parts between middle dots, one that names nothing is left out with its dot."""
        if "{" not in text:
            return text
        if _DOT in text:
            return _DOT.join(filter(None, (self.fill(part) for part in text.split(_DOT))))
        for name, value in (
            ("{title}", self.title),
            ("{work}", self.work),
            ("{section}", self.section),
            ("{unit}", self.unit),
            ("{theme}", self.theme),
            ("{folio}", self.folio),
            ("{page}", str(self.page)),
            ("{pages}", str(self.pages)),
            (NAME_FIELD, self.name),
        ):
            text = text.replace(name, value)
        return text


class Masters:
    """Sets the furniture of one layout."""

    def __init__(self, layout: Layout, areas: Areas, setter: Setter, language: str) -> None:
        self._layout = layout
        self._areas = areas
        self._setter = setter
        self._language = language
        self._logo = layout.logo
        styles = layout.styles
        self._head = styles.get("running-head") or styles.get("body")
        self._folio = styles.get("folio") or self._head

    def head(self, folio: FurnitureText, *, verso: bool, first: bool) -> tuple[Frame, ...]:
        """Set the running head."""
        furniture, top = self._layout.furniture, self._areas.top
        verso = verso and self._areas.page.mirrored
        slots = (
            _turned(furniture.first_head, verso)
            if first
            else furniture.head_verso
            if verso
            else furniture.head_recto
        )
        frames = self._line(slots, folio, top - furniture.head_offset, verso=verso)
        if frames and furniture.rule:
            y = top - furniture.head_offset // 2
            path = (("m", (0, 0)), ("l", (self._areas.wide, 0)))
            colour = self._layout.colours["rule"]
            rule = Shape(path, stroke=colour, line_width=500, tag=ARTIFACT)
            frames.append(Frame(self._areas.left(verso=verso), y, (rule,), ARTIFACT))
        return tuple(frames)

    def foot(self, folio: FurnitureText, *, verso: bool, first: bool) -> tuple[Frame, ...]:
        """Set the foot."""
        furniture, page = self._layout.furniture, self._areas.page
        verso = verso and page.mirrored
        slots = (
            _turned(furniture.first_foot, verso)
            if first
            else furniture.foot_verso
            if verso
            else furniture.foot_recto
        )
        y = self._areas.foot + furniture.foot_offset
        return tuple(self._line(slots, folio, y, verso=verso))

    def tab(self, index: int, count: int, *, verso: bool) -> tuple[Frame, ...]:
        """Draw the edge tab of a section, one step further down for each section before it."""
        if not self._layout.furniture.tabs or index < 0:
            return ()
        page = self._areas.page
        step = self._areas.height // max(count, _TABS_AT_LEAST)
        y = self._areas.top + index * step
        left = 0 if verso and page.mirrored else page.width - _TAB_DEPTH
        colour = self._layout.colours["accent"].tint(_TAB_TINT)
        path = (("r", (0, 0, _TAB_DEPTH, step - step // 8)),)
        return (Frame(left, y, (Shape(path, fill=colour, tag=ARTIFACT),), ARTIFACT),)

    def blank(self, folio: FurnitureText, *, verso: bool) -> tuple[Frame, ...]:
        """Rule a page that is left blank for the reader's notes, under their label and above the page's foot."""
        label = self._layout.styles.get("label")
        if self._layout.furniture.blanks == "none" or label is None:
            return ()
        left, said = self._areas.left(verso=verso), self._setter.labels.text("my-notes")
        line = self._setter.single((Text(said),), said, label, self._language)
        y = self._areas.top + self._areas.reference
        ruled = range(y + 2 * _NOTE_LINE, self._areas.foot + 1, _NOTE_LINE)
        colour, path = self._layout.colours["rule"], (("m", (0, 0)), ("l", (self._areas.wide, 0)))
        rule = Shape(path, stroke=colour, line_width=500, tag=ARTIFACT)
        return (
            *self.head(folio, verso=verso, first=False),
            Frame(left, y, line.runs, ARTIFACT),
            *(Frame(left, each, (rule,), ARTIFACT) for each in ruled),
            *self.foot(folio, verso=verso, first=False),
        )

    def _line(self, slots: Slots, folio: FurnitureText, y: int, *, verso: bool) -> list[Frame]:
        """Set a line of furniture over the whole width between the margins, margin column included."""
        left, width = self._areas.left(verso=verso), self._areas.wide
        lines: dict[float, tuple[Line, str, Style]] = {}
        for text, share in ((slots.left, 0.0), (slots.centre, 0.5), (slots.right, 1.0)):
            style = self._style(text)
            if text.strip() == LOGO and self._logo is not None and style is not None:
                lines[share] = Line((), self._logo.width_at(self._logo.height), 0, 0), "", style
                continue
            said = folio.fill(text) if text and text != EMPTY else ""
            if said and style is not None:
                lines[share] = self._set(said, style), said, style
        if sum(line.width for line, _, _ in lines.values()) * _AIRY > width:
            self._shorten(lines, width)
        frames = [
            Frame(left + round((width - line.width) * share), y, line.runs or self._sign(style), ARTIFACT)
            for share, (line, _, style) in lines.items()
        ]
        if folio.name and slots.left.strip() == NAME_FIELD:
            label, wide = lines[0.0][0].width, width - sum(line.width for line, _, _ in lines.values())
            field = Slot("name", folio.name, min(wide, width // 2) - _NAME_GAP, _NAME_HEIGHT)
            frames.append(self._field(field, left + label + _NAME_GAP, y))
        return frames

    def _field(self, slot: Slot, x: int, y: int) -> Frame:
        """Rule the place where something is filled in."""
        path = (("m", (0, _NAME_BELOW)), ("l", (slot.width, _NAME_BELOW)))
        rule = Shape(path, stroke=self._layout.colours["muted"], line_width=500, tag=ARTIFACT)
        return Frame(x, y, (rule,), ARTIFACT, slot=slot)

    def _sign(self, style: Style) -> tuple[Image, ...]:
        """The logo in the middle of a line of furniture."""
        logo = self._logo
        if logo is None:
            return ()
        wide = logo.width_at(logo.height)
        most = wide * self._layout.picture_resolution // 72_000  # mpt to the inch
        return (Image(logo.path, 0, logo_span(logo, 0, style)[0], wide, logo.height, most=most),)

    def _set(self, said: str, style: Style) -> Line:
        return self._setter.single((Text(said),), said, style, self._language)

    def _shorten(self, lines: dict[float, tuple[Line, str, Style]], width: int) -> None:
        """Shorten texts that would meet, the longest first, by whole words where that is enough."""
        for share in sorted(lines, key=lambda each: -lines[each][0].width):
            line, said, style = lines[share]
            if not said:
                continue  # a logo is as wide as it is
            others = {each: lines[each][0].width + style.size for each in lines if each != share}
            if share == 0.5:
                room = width - 2 * max(others.values(), default=0)
            elif 0.5 in others:
                room = (width - others[0.5] - style.size) // 2
            else:
                room = width - sum(others.values())
            if line.width > room:
                short = self._longest(said, style, room)
                lines[share] = self._set(short, style), short, style

    def _longest(self, said: str, style: Style, room: int) -> str:
        """The longest beginning of a text that fits: of a title of thousands of letters few are set to find it."""
        words = said.split(" ")
        steps = range(len(words) + len(words[0]) - 2)
        step = bisect_left(steps, 1, key=lambda step: self._set(_shorter(words, step), style).width <= room)
        return _shorter(words, step) if step < len(steps) else _ELLIPSIS

    def _style(self, text: str) -> Style | None:
        """A folio that stands alone is set as one; everything else as a running head."""
        return self._folio if text.strip() == "{folio}" else self._head


def _shorter(words: list[str], step: int) -> str:
    """The beginning of a text that is so many steps shorter than the longest: by whole words down to one, then by letters."""
    count = len(words) - 1 - step
    if count > 0:
        return " ".join(words[:count]).rstrip(" ·,:;–—-") + _ELLIPSIS
    return words[0][: len(words[0]) - 1 + count] + _ELLIPSIS


def _turned(slots: Slots, verso: bool) -> Slots:  # noqa: FBT001 - it says which side
    """Swap left and right on a verso."""
    return Slots(slots.right, slots.centre, slots.left) if verso else slots
