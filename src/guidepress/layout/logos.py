"""In: the logo that a layout names, and its heads and feet. Out: the logo with its file; faults of file, place and room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.base.record import replace
from guidepress.layout.areas import areas_of
from guidepress.layout.logo_places import LOGO, logo_span
from guidepress.layout.page_rules import node_at
from guidepress.page.picture_files import measure_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.roots import Root
    from guidepress.base.yaml import MappingNode
    from guidepress.document.style import Style
    from guidepress.layout.model import Furniture, Logo, PageSpec

__all__ = ["check_logo_places", "check_logo_room", "place_logo"]


def place_logo(
    logo: Logo, files: tuple[str, ...], head: MappingNode, run: Decoding, root: Root
) -> tuple[Logo, tuple[Diagnostic, ...]]:
    """Find the file of a logo and measure it.

    Args:
        logo: as decoded.
        files: of the layout; what is set on the command line is no file, and names files from the folder at work.
        head: the mapping that holds `logo`, for places.
        run: knows every node's file.
        root: in which the file must lie.

    Returns:
        The logo with its path and size, and the fault if it cannot be used.
    """
    span = run.source.span(node_at(head, "logo", "file"))
    folder = Path(span.file).parent if span.file in files else Path()
    found = measure_picture(folder / logo.file, logo.file, span, root, seen_from="layout")
    if isinstance(found, Diagnostic):
        return logo, (found,)
    return replace(logo, path=str(folder / logo.file), pixel_width=found[0], pixel_height=found[1]), ()


def _places(furniture: Furniture) -> Iterator[tuple[str, str, str]]:
    """The texts of heads and feet that name the logo, with their keys."""
    for line in ("head_verso", "head_recto", "foot_verso", "foot_recto", "first_head", "first_foot"):
        slots = getattr(furniture, line)
        for side in ("left", "centre", "right"):
            text = getattr(slots, side)
            if LOGO in text:
                yield line, side, text


def check_logo_places(furniture: Furniture, root: MappingNode, run: Decoding, *, known: bool) -> None:
    """Check that what heads and feet call the logo is there, and stands alone.

    Args:
        furniture: heads and feet.
        root: the mapping that holds `furniture`, for places.
        run: notes the faults.
        known: whether the layout has a logo.
    """
    for line, side, text in _places(furniture):
        place = node_at(root, "furniture", line, side)
        if not known:
            hint = "Add one (logo: {file: …}), or take this out."
            run.fault(place, "no-logo", "This layout has no logo.", hint)
        elif text.strip() != LOGO:
            hint = "Write the words at another place of the line."
            run.fault(place, "logo-not-alone", "A logo stands alone at its place.", hint)


def check_logo_room(
    logo: Logo,
    furniture: Furniture,
    page: PageSpec,
    styles: dict[str, Style],
    head: MappingNode,
    run: Decoding,
) -> None:
    """Check that a logo in heads and feet lies on the page, clear of its text.

    Args:
        logo: which.
        furniture: heads and feet.
        page: the page.
        styles: every style; "running-head" and "folio" tell the size of heads and feet.
        head: the mapping that holds `logo`, for places.
        run: notes the faults.
    """
    if page.columns < 1:
        return  # that is told already
    areas, style = areas_of(page, styles), styles.get("running-head", styles["body"])
    lines = dict.fromkeys(line for line, _, _ in _places(furniture))
    for line in lines:
        above = "head" in line
        room = (0, areas.top) if above else (areas.foot, page.height)
        base = areas.top - furniture.head_offset if above else areas.foot + furniture.foot_offset
        top, foot = logo_span(logo, base, style)
        over = max(room[0] - top, foot - room[1])
        if over > 0:
            message = f"In {line} the logo would stand {format_length(over)} over the edge of the page or into its text."
            hint = "Lessen its height, or widen the margins."
            run.fault(node_at(head, "logo"), "impossible-margins", message, hint)
            return
