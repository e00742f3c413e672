"""In: an order of guides and a layout. Out: what is handed out and what is kept back, each a PDF of its own."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from guidepress import FaultsFound, Tools, build_parts, load_guide, load_layout
from guidepress.base.files import refuse_inputs
from guidepress.base.numbers import counted
from guidepress.cli.building import gone_data, placed, places_of
from guidepress.cli.say import as_data, say, say_faults, say_json
from guidepress.cli.serving import called, guide_source, write_output
from guidepress.finish import finish_here
from guidepress.guide.images import picture_files
from guidepress.layout.inputs import layout_inputs
from guidepress.parts import in_copies

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress import Layout, Parted
    from guidepress.cli.building import BuildOrder
    from guidepress.finish import Finish

__all__ = ["part_all"]


def part_all(order: BuildOrder, finish: Finish | None = None) -> int:
    """Build every guide of an order, each once, and write its copies; one with faults does not stop the others.

    Args:
        order: what to build; its output is a folder.
        finish: who writes and verifies; None for this process.

    Returns:
        0 if all were built, else 1.
    """
    own = load_layout(order.layout, paper=order.paper, sets=order.sets, root=order.root)
    layout = in_copies(own)
    tools = Tools(layout, finish or finish_here)
    results: list[dict[str, object]] = []
    for guide, place in zip(order.guides, places_of(order, own.paper), strict=True):
        results.append(_part_one(guide, place, order, (layout, tools)))
        gc.collect()
    good = all(result["ok"] for result in results)
    if order.as_json:
        say_json({"ok": good, "results": results})
    return 0 if good else 1


def _part_one(
    guide: Path, place: Path, order: BuildOrder, setting: tuple[Layout, Tools]
) -> dict[str, object]:
    """Build one guide and write its copies beside each other, all of them or none."""
    layout, tools = setting
    try:
        loaded = load_guide(guide_source(guide), name=called(guide), root=order.root)
        parted = build_parts(loaded, layout, tools=tools, check=order.verify)
        places = [place.with_name(f"{place.stem}-{copy.name}.pdf") for copy in parted.copies]
        for each in places:
            refuse_inputs(each, (guide, *layout_inputs(layout), *picture_files(loaded)))
        for each, copy in zip(places, parted.copies, strict=True):
            write_output(each, copy.pdf)
    except FaultsFound as faults:
        found = placed(faults.diagnostics, guide)
        if not order.as_json:
            say_faults(found)
        return {"guide": str(guide), "ok": False, "diagnostics": [as_data(each) for each in found]}
    if not order.as_json:
        _tell(guide, parted, places)
    return {
        "guide": str(guide),
        "ok": True,
        "copies": [
            {
                "name": copy.name,
                "title": copy.title,
                "output": str(each),
                "pages": copy.book.page_count,
                "standards": list(copy.report.claims) if copy.report else [],
                "verified": copy.report is not None,
                "bytes": len(copy.pdf),
            }
            for each, copy in zip(places, parted.copies, strict=True)
        ],
        "unparted": list(parted.unparted),
        "left_out": list(map(gone_data, parted.left_out)),
        "diagnostics": [as_data(each) for each in placed(parted.diagnostics, guide)],
    }


def _tell(guide: Path, parted: Parted, places: list[Path]) -> None:
    for diagnostic in placed(parted.diagnostics, guide):
        say(str(diagnostic))
    for gone in parted.left_out:
        say(str(gone))
    if parted.unparted:
        say(f"in no file, since nobody hands them out: {', '.join(parted.unparted)}")
    for each, copy in zip(places, parted.copies, strict=True):
        checked = "verified" if copy.report else "not verified"
        say(f"{each} · {counted(copy.book.page_count, 'page')} · {checked}")
