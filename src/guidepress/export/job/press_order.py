"""In: what a job orders from a printer. Out: the same, its paths made whole, or its faults at their places."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.roots import barred, is_path
from guidepress.base.yaml_nodes import child_of
from guidepress.pdf.output_profile import load_output_profile
from guidepress.press.isbn import read_isbn
from guidepress.press.printers import load_printer
from guidepress.press.spec import PressChoice, order

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.base.decoding import Decoding
    from guidepress.base.roots import Root
    from guidepress.base.yaml import Node
    from guidepress.press.printers import Printer

__all__ = ["check_isbns", "finish_press"]


def finish_press(values: dict[str, Any], node: Node, run: Decoding, place: tuple[Path, Root]) -> None:
    """Check an order before anything is made: its printer, what it orders, its profile, its ISBNs.

    Args:
        values: of a `JobPress`; the paths of printer and profile are made whole.
        node: where it stands.
        run: gets the faults.
        place: the job's folder, and the root in which files must lie.
    """
    folder, root = place
    inside = [_make_whole(values, key, node, run, (folder, root)) for key in ("printer", "icc")]
    if not all(inside):
        return
    printer = _tried(
        lambda: load_printer(str(values.get("printer", "")), root), child_of(node, "printer"), run
    )
    if printer is not None:
        _check_order(values, node, run, printer)
    profile = str(values.get("icc", ""))
    if profile:
        _tried(lambda: load_output_profile(Path(profile)), child_of(node, "icc"), run)
    isbns = child_of(node, "isbns")
    for name, isbn in (values.get("isbns") or {}).items():
        _tried(partial(read_isbn, str(isbn)), child_of(isbns, name), run)


def _check_order(values: dict[str, Any], node: Node, run: Decoding, printer: Printer) -> None:
    trim = str(values.get("trim", "")) or next(iter(printer.trims))
    paper, ink, binding, finish = (str(values.get(key, "")) for key in ("paper", "ink", "binding", "finish"))
    choice = PressChoice(trim, paper, ink, binding, finish, bool(values.get("bleed")))
    _tried(lambda: order(printer, choice), node, run)


def _make_whole(
    values: dict[str, Any], key: str, node: Node, run: Decoding, place: tuple[Path, Root]
) -> bool:
    """See a path from the job's folder, and say whether it may be read; a printer's name is none."""
    name, (folder, root) = str(values.get(key, "")), place
    if not name or (key == "printer" and not is_path(name)):
        return True
    values[key] = str(folder / name)
    wrong = barred(name, folder / name, root)
    if wrong is not None:
        run.fault(child_of(node, key), *wrong)
    return wrong is None


def _tried(make: Callable[[], Any], node: Node, run: Decoding) -> Any:  # noqa: ANN401 - whatever is made
    """Make something; its faults are told at a node."""
    try:
        return make()
    except FaultsFound as faults:
        for each in faults.diagnostics:
            run.fault(node, each.code, each.message, each.hint)
        return None


def check_isbns(values: dict[str, Any], node: Node, run: Decoding, guides: list[str]) -> None:
    """Hold that each ISBN is that of a guide of the job."""
    press, stems = values.get("press"), {Path(guide).stem for guide in guides}
    for name in getattr(press, "isbns", {}):
        if name not in stems:
            place = child_of(child_of(child_of(node, "press"), "isbns"), name)
            message = f'The job has no guide "{name}" that this ISBN could be of.'
            run.fault(
                place, "unknown-guide", message, f"Its guides are: {', '.join(sorted(stems)) or 'none'}."
            )
