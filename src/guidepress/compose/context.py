"""In: a guide and a layout. Out: what every section needs: styles, labels, theme marks, cross-references, prose.

A context lives for one call of `compose`; it gathers the footnotes that the sections' texts hold.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import replace
from guidepress.compose.drafts import Drafts
from guidepress.compose.marks import mark, palette_of
from guidepress.compose.prose import Prose, opened
from guidepress.compose.targets import printed, titles
from guidepress.compose.typography import with_quotes
from guidepress.compose.worksheets.pinned import with_pins
from guidepress.document.blocks import Heading, Paragraph, Section
from guidepress.document.inlines import PLAIN, LinkTo, Text
from guidepress.document.kinds import OWN_SECTIONS
from guidepress.document.left_out import over_limit
from guidepress.layout.areas import areas_of
from guidepress.layout.style_rules import LEAST_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Span
    from guidepress.compose.measurer import Measurer, Stood
    from guidepress.document.blocks import Block, Label
    from guidepress.document.inlines import Inline, Look
    from guidepress.document.kinds import SectionKind
    from guidepress.document.left_out import LeftOut
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Markdown, Question, Unit
    from guidepress.layout.model import Layout, SectionSpec

__all__ = ["Context", "place_of_language"]

_BOOKMARKED = 2
"""Headings of so many levels are bookmarks, and deeper ones that something may refer to."""

_Options = TypeVar("_Options")


class Context:
    """What the sections of one document have in common.

    Attributes:
        guide: with a typographer's quotes in its short fields, and choices pinned as its language speaks of them.
        measurer: says how much room text takes, as it will be set.
        drafts: what was worked out for the last document.
        labels: the engine's words in the guide's language.
        themes: theme marks by anchor.
        titles: titles by anchor, of everything that a text may refer to.
        areas: what the page leaves for text.
        printed: the anchors among them that this layout prints, each with the place in its order that prints it.
        composed: the sections made so far, for a kind that is made of the others.
        margin: True if the section at hand has a margin column beside it.
        measure: width of a text column of the section at hand, mpt.
        kind: the kind of section at hand; at first that of the layout's first one.
        prose: turns markdown into blocks and inlines.
        diagnostics: what the sections had to warn of.
        answered: questions, by identity, whose words of an answer the key has already: title, number and anchor there.
        left_out: what they took some of only; a key notes the same as its quiz.
        openings: how many texts each kind read the opening of, those that it cut and those that it did not.
    """

    def __init__(
        self, guide: Guide, layout: Layout, measurer: Measurer, drafts: Drafts | None = None
    ) -> None:
        self.layout = layout
        self.measurer = measurer
        self.drafts = drafts or Drafts()
        self.drafts.begin(guide.language)
        self.labels = layout.labels_in(guide.language, place_of_language(guide))
        self.guide = guide = with_pins(with_quotes(guide, self.labels.typography), self.labels)
        palette = palette_of(guide, layout)
        self.themes = {theme.id: mark(theme, palette) for theme in guide.themes}
        self.areas = areas_of(layout.page, layout.styles)
        self.margin = self.areas.note_width > 0
        self.measure = self.areas.measure
        self.kind: SectionKind = layout.sections[0].kind if layout.sections else OWN_SECTIONS
        self.titles = titles(guide, self.labels)
        self.printed = printed(guide, layout)
        self.prose = Prose(self)
        self.diagnostics: list[Diagnostic] = [*self.labels.diagnostics]
        self.left_out: list[LeftOut] = []
        self.openings: Counter[tuple[SectionKind, bool]] = Counter()
        self.composed: tuple[Section, ...] = ()
        self.answered: dict[int, tuple[str, int, str]] = {}
        self._answers = 0
        self._wide = self._begun = False
        self._varied: dict[tuple[str, str], Style] = {}
        self._anchors: dict[str, int] = {}
        self._links: dict[str, LinkTo] = {}

    # looks

    def style(self, name: str) -> Style:
        """Look up a style of the layout.

        Raises:
            FaultsFound: the layout has none of that name.
        """
        try:
            return self.layout.styles[name]
        except KeyError:
            message = f"The layout {self.layout.name!r} has no style {name!r}."
            hint = "Let it extend base, which has every style."
            raise FaultsFound([Diagnostic("error", "no-style", message, hint)]) from None

    def varied(self, name: str, key: str, **changes: object) -> Style:
        """Vary a style by what only the data know, such as a theme's colour; one style object a name and key."""
        found = self._varied.get((name, key))
        if found is None:
            found = replace(self.style(name), name=f"{name}/{key}", **changes)  # type: ignore[arg-type]
            self._varied[name, key] = found
        return found

    def colour(self, name: str) -> Colour:
        """Look up a colour of the layout by name."""
        return self.layout.colours[name]

    # room

    def width(self, text: str, style: Style, look: Look = PLAIN) -> int:
        """How wide a text is on one line, mpt."""
        return self.measurer.width((Text(text, look),), style)

    def height(self, label: Label) -> int:
        """How high a drawing's label stands, mpt: a leading a line."""
        return len(self.measurer.label(label)) * label.style.leading

    def sized(self, style: Style, share: int) -> Style:
        """Vary a style by its size, per mille, its leading with it; no type falls below what a layout may ask for."""
        size = max(min(style.size, LEAST_SIZE), style.least, style.size * share // 1000)
        if size == style.size:
            return style
        key = style.name, f"at-{size}"
        found = self._varied.get(key)
        if found is None:
            leading, tracking = (each * size // style.size for each in (style.leading, style.tracking))
            found = replace(style, name="/".join(key), size=size, leading=leading, tracking=tracking)
            self._varied[key] = found
        return found

    def stood(self, blocks: Iterable[Block], measure: int = 0) -> Stood | None:
        """How high blocks stand in a measure, or in that of the section at hand; None if nothing is printed."""
        return self.measurer.stood(blocks, measure or self.measure, tuple(self.prose.notes))

    def left(self, above: Iterable[Block], *, last: bool = False) -> int:
        """What blocks at the top of a page leave of it, mpt: of the white space they want below, nothing if they are `last`."""
        found, height = self.stood(above), self.areas.height
        return height if found is None else height - found.height - (0 if last else found.below)

    def last_page(self, blocks: Iterable[Block]) -> tuple[int, int]:
        """What blocks that begin on a new page leave of their last page, and the white space they want there, mpt."""
        made, notes = tuple(blocks), tuple(self.prose.notes)
        leaves, found = self.measurer.leaves(made, self.measure, notes), self.stood(made)
        return self.areas.height - leaves[-1], found.below if found is not None else 0

    # what is not printed

    def kept(self, spec: SectionSpec[Any], what: str, kept: int, of: int) -> None:
        """Note how many of a section's entries its limit keeps."""
        self.left_out.extend(over_limit(spec.kind, what, kept, of))

    def read_in_part(self, kind: SectionKind, *, cut: bool) -> None:
        """Note a text of which a section prints only how it begins, and whether there is more of it."""
        self.openings[kind, cut] += 1

    # the key

    def answer(self, question: Question, title: str, number: int) -> str:
        """Note that the key has the words of an answer, under a title and a number; the anchor that leads there."""
        known = self.answered.get(id(question))
        if known is None or known[:2] != (title, number):
            self._answers += 1
            known = self.answered[id(question)] = title, number, f"answer-{self._answers}"
        return known[2]

    # sections

    def enter(self, spec: SectionSpec[_Options]) -> SectionSpec[_Options]:
        """Begin a section, and settle whether it is wide: one that may share a page is as wide as the one before.

        Left and right, wide and narrow text begin at different edges of a page, and margin notes of the one would
        stand in the way of the other. Where a page has columns, wide is across them all, and begins at their top.
        """
        settled = spec
        shares = self.layout.page.columns == 1 and spec.start in {"room", "flow"}
        if shares and spec.wide != self._wide and self._begun:
            settled = replace(spec, wide=self._wide)
        self.resume(settled)
        return settled

    def resume(self, spec: SectionSpec[Any]) -> None:
        """Measure a section: a wide one has the room of the margin column or of all columns, and so no margin."""
        self.kind = spec.kind
        self.margin = self.areas.note_width > 0 and not spec.wide
        self.measure = self.areas.measure_of(wide=spec.wide)

    def begun(self, spec: SectionSpec[Any]) -> None:
        """Note that a section is printed: what shares its last page will be as wide."""
        self._wide, self._begun = spec.wide, True

    def section(
        self,
        spec: SectionSpec[Any],
        title: str,
        blocks: tuple[Block, ...],
        *,
        style: str = "h1",
        anchor: str = "",
    ) -> Section:
        """Make a section of its heading and its blocks; its anchor is its kind, numbered if it comes again."""
        if not anchor:
            seen = self._anchors[spec.kind] = self._anchors.get(spec.kind, 0) + 1
            anchor = spec.kind if seen == 1 else f"{spec.kind}-{seen}"
        self.begun(spec)
        shown = spec.title or title
        heading = self.heading(1, shown, style, anchor=anchor, contents=spec.contents)
        return Section(spec.kind, shown, anchor, (heading, *blocks), start=spec.start, wide=spec.wide)

    # blocks that every section uses

    def heading(
        self,
        level: int,
        title: str,
        style: str,
        *,
        anchor: str = "",
        contents: bool = True,
        span: Span | None = None,
    ) -> Paragraph:
        """Make a heading of plain text."""
        return Paragraph(
            self.style(style),
            (Text(title, span=span),),
            role=f"H{level}",
            anchor=anchor,
            heading=Heading(level, title, contents=contents, outline=bool(anchor) or level <= _BOOKMARKED),
            span=span,
        )

    def kicked(self, kicker: str, heading: Paragraph) -> tuple[Paragraph, ...]:
        """Put a small label close above a heading; the room before the heading goes before the label."""
        if not kicker:
            return (heading,)
        room = heading.style.space_before
        close = self.varied(heading.style.name, "kicked", space_before=0)
        label = Paragraph(
            self.varied("label", f"above-{heading.style.name}", space_before=room), (Text(opened(kicker)),)
        )
        return label, replace(heading, style=close)

    def paragraph(self, style: str, text: str | tuple[Inline, ...], *, role: str = "P") -> Paragraph:
        """Make a paragraph of plain text or inlines."""
        return Paragraph(self.style(style), (Text(text),) if isinstance(text, str) else text, role=role)

    def label(self, text: str, style: str = "label") -> Paragraph:
        """Make a small label above what it names."""
        return Paragraph(self.style(style), (Text(text),))

    def link(self, anchor: str) -> LinkTo | None:
        """Link to something the layout prints; None if it does not."""
        if anchor not in self.printed:
            return None
        found = self._links.get(anchor)
        if found is None:
            description = self.labels.text("go-to", title=self.titles[anchor])
            found = self._links[anchor] = LinkTo(f"#{anchor}", description)
        return found

    # units

    def numeral(self, unit: Unit) -> str:
        """Number a unit as the work does: "3", "1–4", "1.3"."""
        return unit.covers.replace("-", "–") if unit.covers else str(unit.number)

    def unit_label(self, unit: Unit) -> str:
        """Name a unit as the work does: "Stave 3", "Chapters 1–4"."""
        numeral = self.numeral(unit)
        return f"{self.unit_word(several='–' in numeral)}\u00a0{numeral}"

    def unit_word(self, *, several: bool) -> str:
        """What stands before the number of a unit, "Scene", or before `several`, "Scenes"."""
        return (several and self.guide.units_name) or self.guide.unit_name

    def names_unit(self, text: str) -> bool:
        """Whether a text begins with what units are called: "Stave 2, at the end", "Scene one"."""
        words = filter(None, (self.guide.unit_name, self.guide.units_name))
        return text.casefold().startswith(tuple(word.casefold() for word in words))

    def unit_title(self, unit: Unit) -> str:
        """Name a unit in full: "Stave 1: Marley's Ghost"; a title that begins so already stays as it is."""
        if self.names_unit(unit.title):
            return unit.title
        return f"{self.unit_label(unit)}{self.labels.colon}{unit.title}"

    def themed(self, heading: Paragraph, unit: Unit) -> Paragraph:
        """Let a foot name the theme that leads a unit, its first, wherever it names the heading of a sheet on it."""
        theme = next((self.themes[each].name for each in unit.themes), "")
        return replace(heading, heading=heading.heading and replace(heading.heading, theme=theme))

    # texts

    def plain(self, text: Markdown) -> str:
        """Read a short field as plain text."""
        return self.prose.plain(text)

    def line(self, text: Markdown) -> tuple[Inline, ...]:
        """Read a short field as the inlines of one paragraph."""
        return self.prose.line(text)

    def blocks(self, text: Markdown, style: str = "body") -> tuple[Block, ...]:
        """Read a long field as blocks: the first paragraph flush, the others in `style`."""
        return self.prose.blocks(text, style)


def place_of_language(guide: Guide) -> Span | None:
    """Where the guide names a language that the engine has no labels in; its loader has noted that."""
    return next((each.span for each in guide.diagnostics if each.code == "no-labels"), None)
