"""In: the guide's metadata. Out: how to cite it, in the styles of MLA (9th), APA (7th) and Chicago (17th, author-date)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.tables import facts
from guidepress.document.blocks import Group
from guidepress.document.inlines import Look, Text
from guidepress.document.style import Style

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class CitationOptions:
    """The options of `citation`."""

    styles: tuple[Literal["mla", "apa", "chicago"], ...] = ("mla", "apa", "chicago")
    """The citation styles."""


_LABEL = 160  # share of the measure for the name of a style, per mille

_NAMES = {"mla": "MLA", "apa": "APA", "chicago": "Chicago"}


def citation(guide: Guide, spec: SectionSpec[CitationOptions], context: Context) -> Section | None:
    """Set the citations beside the names of their styles; None without a date or publisher, for then there is nothing to cite by."""
    if not (guide.credits.date or guide.credits.publisher):
        return None
    writers = _people(guide)
    makers = {"mla": _mla, "apa": _apa, "chicago": _chicago}
    entries = ((_NAMES[name], makers[name](guide, context, writers)) for name in spec.options.styles)
    box = facts(context, entries, label_share=_LABEL)
    whole = Group((box,), Style("citation", keep_together=True))
    return context.section(spec, context.labels.text("citation"), (whole,))


def _people(guide: Guide) -> tuple[str, ...]:
    """Take the writers, else the editors."""
    return guide.credits.written_by or guide.credits.edited_by


def _title(guide: Guide, context: Context) -> str:
    return context.labels.text("guide-title", title=guide.title)


def _year(guide: Guide) -> str:
    return guide.credits.date[:4]


def _joined(names: tuple[str, ...], context: Context) -> str:
    """Name one, "one and two", or "one, two and three"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {context.labels.text('and')} {names[-1]}"


def _inverted(name: str, context: Context) -> str:
    """Put the family name first; a name of a group ("The editors") stays as it is."""
    given, _, family = name.rpartition(" ")
    return name if not given or name.lower().startswith(context.labels.articles) else f"{family}, {given}"


def _first_inverted(names: tuple[str, ...], context: Context) -> str:
    return _joined((_inverted(names[0], context), *names[1:]), context) if names else ""


def _mla(guide: Guide, context: Context, writers: tuple[str, ...]) -> tuple[Inline, ...]:
    """Author. Title. Publisher, Year."""
    end = ", ".join(part for part in (guide.credits.publisher, _year(guide)) if part)
    return _assembled(_first_inverted(writers, context), _title(guide, context), end)


def _apa(guide: Guide, context: Context, writers: tuple[str, ...]) -> tuple[Inline, ...]:
    """Author, A. (Year). Title. Publisher."""
    names = (
        " & ".join(
            (", ".join(_initials(name, context) for name in writers[:-1]), _initials(writers[-1], context))
        )
        if len(writers) > 1
        else ""
    )
    names = names or "".join(_initials(name, context) for name in writers)
    year = f"({_year(guide)})" if guide.credits.date else ""
    return _assembled(
        " ".join(_stopped(part) for part in (names, year) if part),
        _title(guide, context),
        guide.credits.publisher,
    )


def _initials(name: str, context: Context) -> str:
    family, _, given = _inverted(name, context).partition(", ")
    return f"{family}, {' '.join(f'{part[0]}.' for part in given.split())}" if given else family


def _chicago(guide: Guide, context: Context, writers: tuple[str, ...]) -> tuple[Inline, ...]:
    """Author. Year. Title. Publisher. The guide names no place of publication, so none is given."""
    before = " ".join(_stopped(part) for part in (_first_inverted(writers, context), _year(guide)) if part)
    return _assembled(before, _title(guide, context), guide.credits.publisher)


def _assembled(before: str, title: str, after: str) -> tuple[Inline, ...]:
    inlines: list[Inline] = [Text(_stopped(before) + " ")] if before else []
    inlines.append(Text(title, Look(emphasis=True)))
    inlines.append(Text(f". {_stopped(after)}" if after else "."))
    return tuple(inlines)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


KIND = Kind(
    "citation",
    "How to cite the guide",
    CitationOptions,
    citation,
    apparatus=True,
)
