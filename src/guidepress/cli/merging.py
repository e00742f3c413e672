"""In: PDF files to be bound. Out: a pack in its place, and what became of the standards its files met."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from guidepress import merge
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.cli.say import as_data, hush_pypdf, say, say_json, shown

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress import Merged, MergePlan

__all__ = ["PackOrder", "merge_all", "pack_one"]


@record
class PackOrder:
    """What `guidepress pack` was asked for."""

    path: Path
    output: Path | None
    root: Path | None
    rebuild: bool
    check: bool
    as_json: bool


def merge_all(files: tuple[Path, ...], output: Path, plan: MergePlan, *, check: bool, as_json: bool) -> int:
    """Bind files into a pack; 0 if it was written.

    Raises:
        FaultsFound: a file cannot be bound, or the pack cannot be written.
    """
    hush_pypdf()
    started = time.perf_counter()
    progress = None if as_json or not sys.stderr.isatty() else _progress
    merged = merge(files, output, plan, progress=progress, check=check)
    _tell(merged, time.perf_counter() - started, check=check, as_json=as_json)
    return 0


def _progress(number: int, count: int, name: str) -> None:
    """Draw a bar on the terminal; the last one is wiped by what follows."""
    filled = 30 * number // count
    sys.stderr.write(f"\r\x1b[K[{'=' * filled}{' ' * (30 - filled)}] {number}/{count} {shown(name)}")
    if number == count:
        sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()


def _tell(merged: Merged, seconds: float, *, check: bool, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "ok": True,
                "output": str(merged.path),
                "pages": merged.pages,
                "bytes": merged.size,
                "parts": [{"title": title, "page": page} for title, page in merged.parts],
                "blanks": list(merged.blanks),
                "standards": list(merged.claims),
                "verified": check,
                "seconds": round(seconds, 3),
                "diagnostics": [as_data(diagnostic) for diagnostic in merged.diagnostics],
            }
        )
        return
    for diagnostic in merged.diagnostics:
        say(str(diagnostic))
    blanks = f", {len(merged.blanks)} of them blank on purpose" if merged.blanks else ""
    say(f"{counted(len(merged.parts), 'part')} · {counted(merged.pages, 'page')}{blanks}")
    say(" and ".join(merged.claims) or "no standard kept")
    say(str(merged.path))
    say(f"{seconds:.2f} s{', verified' if check else ', not verified'}")


def pack_one(order: PackOrder) -> int:
    """Make the pack that a file describes; 0 if it was written.

    Raises:
        FaultsFound: the file or one of its parts has faults.
    """
    from guidepress.pack import make_pack  # noqa: PLC0415 - merging alone needs no engine

    hush_pypdf()
    started = time.perf_counter()
    progress = None if order.as_json or not sys.stderr.isatty() else _progress
    packed = make_pack(
        order.path,
        order.output,
        rebuild=order.rebuild,
        check=order.check,
        progress=progress,
        root=order.root,
    )
    if not order.as_json:
        for built in packed.built:
            say(f"built {built}")
    _tell(packed.merged, time.perf_counter() - started, check=order.check, as_json=order.as_json)
    return 0
