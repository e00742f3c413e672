"""In: context notes and the author's life. Out: the section of the work's background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Group

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Background, Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class BackgroundOptions:
    """The options of `background`."""

    kinds: tuple[Literal["authorial", "historical", "social", "literary", "genre"], ...] = ()
    """Only notes of these kinds."""


def background(guide: Guide, spec: SectionSpec[BackgroundOptions], context: Context) -> Section | None:
    """Set the notes that the layout picks, each under its title with its kind above it."""
    kinds = spec.options.kinds
    notes = [note for note in guide.background if not kinds or note.kind in kinds]
    if not notes:
        return None
    blocks = tuple(_note(note, f"{spec.kind}-note-{number}", context) for number, note in enumerate(notes, 1))
    return context.section(spec, context.labels.text("background"), blocks)


def _note(note: Background, anchor: str, context: Context) -> Group:
    kind = context.labels.text("genre-context" if note.kind == "genre" else note.kind) if note.kind else ""
    blocks: list[Block] = []
    if note.title:
        heading = context.heading(2, note.title, "h2", anchor=anchor, span=note.span)
        blocks.extend(context.kicked(kind, heading))
    elif kind:
        blocks.append(context.heading(2, kind, "h2", anchor=anchor))
    return Group((*blocks, *context.blocks(note.text)), role="Sect")


KIND = Kind(
    "background",
    "Notes on the author, the times and the genre",
    BackgroundOptions,
    background,
)
