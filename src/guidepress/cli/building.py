"""In: an order of guides and a layout. Out: PDFs in their places, and a line for each promise kept."""

from __future__ import annotations

import gc
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import guidepress
from guidepress import FaultsFound, Span, Tools, build
from guidepress.base.diagnostics import fault
from guidepress.base.files import refuse_inputs, write_whole
from guidepress.base.numbers import counted
from guidepress.base.record import record, replace
from guidepress.cli.options import STANDARD
from guidepress.cli.say import as_data, say, say_faults, say_finding, say_json, shown
from guidepress.cli.serving import aside, called, guide_source, stem_of, write_output
from guidepress.finish import Finisher, finish_here
from guidepress.guide.images import picture_files
from guidepress.labels.shipped import take_over
from guidepress.layout.inputs import layout_inputs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress import Built, Diagnostic, Guide, Layout, LeftOut
    from guidepress.cli.reading_ahead import GuideAhead
    from guidepress.finish import Finish

__all__ = ["BuildOrder", "build_all", "gone_data", "place_of", "placed", "places_of"]

_STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a", "ua2": "PDF/UA-2", "4": "PDF/A-4"}


@record
class BuildOrder:
    """What `guidepress build` was asked for."""

    guides: tuple[Path, ...]
    layout: str
    paper: str | None
    sets: tuple[tuple[str, str], ...]
    root: Path | None
    output: Path | None
    verify: bool
    explain: bool
    as_json: bool


def build_all(order: BuildOrder, finish: Finish | None = None) -> int:
    """Build every guide of an order; one with faults does not stop the others.

    Args:
        order: what to build.
        finish: who writes and verifies; None for this process.

    Returns:
        0 if all were built, else 1.
    """
    layout, first = _read_ahead(finish)
    layout = layout or guidepress.load_layout(
        order.layout, paper=order.paper, sets=order.sets, root=order.root
    )
    tools = Tools(layout, finish or finish_here)
    results: list[dict[str, object]] = []
    collects = gc.isenabled()
    gc.disable()  # a book makes few circles; looking for them takes a tenth of its time
    try:
        for number, (guide, place) in enumerate(
            zip(order.guides, places_of(order, layout.paper), strict=True), 1
        ):
            if len(order.guides) > 1:
                gc.collect()
                if not order.as_json:
                    _progress(f"[{number}/{len(order.guides)}] {guide}")
            known = first if number == 1 else None
            results.append(_try_one((guide, known), place, order, (layout, tools)))
    finally:
        if collects:  # else the command ends here, and need not look through all that the books have left
            gc.enable()
    good = all(result["ok"] for result in results)
    if order.as_json:
        say_json({"ok": good, "results": list(results)})
    elif not good and len(results) > 1:
        bad = [str(result["guide"]) for result in results if not result["ok"]]
        say_finding(f"{len(bad)} of {counted(len(results), 'guide')} could not be built: {', '.join(bad)}")
    return 0 if good else 1


def _read_ahead(finish: Finish | None) -> tuple[Layout | None, Guide | None]:
    """The layout and the first guide, if another process has read them."""
    if not isinstance(finish, Finisher):
        return None, None
    import guidepress.pdf.lower  # noqa: F401, PLC0415 - needed last; the other process may still be reading

    layout = cast("Layout | None", finish.ahead())
    read = cast("GuideAhead | None", finish.ahead())
    if read is None:
        return layout, None
    guide, languages = read
    take_over(languages)
    return layout, guide


def _try_one(
    named: tuple[Path, Guide | None], place: Path, order: BuildOrder, setting: tuple[Layout, Tools]
) -> dict[str, object]:
    """Build one guide, which may have been read ahead, and tell how it went."""
    started = time.perf_counter()
    guide = named[0]
    try:
        built = _build_one(named, place, order, setting)
    except FaultsFound as faults:
        found = placed(faults.diagnostics, guide)
        if not order.as_json:
            say_faults(found)
        return {"guide": str(guide), "ok": False, "diagnostics": [as_data(each) for each in found]}
    seconds = time.perf_counter() - started
    if not order.as_json:
        with suppress(BrokenPipeError), aside(place):  # the book is written, whoever listens
            _tell(guide, place, built, setting[0], seconds)
    return _result(guide, place, built, seconds)


def placed(diagnostics: Iterable[Diagnostic], guide: Path) -> tuple[Diagnostic, ...]:
    """Give what has no place of its own the guide's first line, so that each of many guides has its own faults."""
    first = Span(called(guide), 1, 1)
    return tuple(each if each.span else replace(each, span=first) for each in diagnostics)


def _build_one(
    named: tuple[Path, Guide | None], place: Path, order: BuildOrder, setting: tuple[Layout, Tools]
) -> Built:
    layout, tools = setting
    guide, ahead = named
    loaded = ahead or guidepress.load_guide(guide_source(guide), name=called(guide), root=order.root)
    report = place.with_suffix(".explain.md")
    for each in (place, report) if place != STANDARD else ():
        refuse_inputs(each, (guide, *layout_inputs(layout), *picture_files(loaded)))
    built = build(loaded, layout, tools=tools, check=order.verify)
    write_output(place, built.pdf)
    if order.explain:
        from guidepress.cli.explaining import explain  # noqa: PLC0415 - only when it is asked for

        write_whole(report, explain(built, layout).encode())
    return built


def place_of(order: BuildOrder) -> Path:
    """Where the PDF of an order's one guide goes.

    Raises:
        FaultsFound: that is the guide itself.
    """
    return places_of(
        order, guidepress.load_layout(order.layout, paper=order.paper, sets=order.sets, root=order.root).paper
    )[0]


def places_of(order: BuildOrder, paper: str) -> tuple[Path, ...]:
    """Where each PDF goes; two guides must not share one place, and a guide is never overwritten.

    Layout and `paper`, where they are not the usual ones, stand in the name: no edition overwrites another.
    """
    words = [Path(order.layout).stem] if order.layout != "study-guide" else []
    if paper:
        from guidepress.guide.names import slug  # noqa: PLC0415 - it reads YAML, and few builds are told of a paper

        words.append(slug(paper))
    suffix = "".join(f"-{word}" for word in words)
    output = order.output
    if output == STANDARD or (output is not None and output.suffix.lower() == ".pdf" and not output.is_dir()):
        if len(order.guides) > 1:
            message = f"{output} is one file, but there are {len(order.guides)} guides."
            raise fault("one-output", message, "Name a folder with --output.")
        places = [output]
    else:
        folder = output or Path("output")
        places = [folder / f"{stem_of(guide)}{suffix}.pdf" for guide in order.guides]
    for place in places:
        if places.count(place) > 1:
            message = f"Two guides would be written to {place}."
            raise fault("same-output", message, "Build them into different folders.")
        if place != STANDARD:
            refuse_inputs(place, order.guides, "the guide itself")
    return tuple(places)


def _progress(line: str) -> None:
    """Say what is being done: on a terminal the line is overwritten, in a pipe each stands."""
    if sys.stdout.isatty():
        sys.stdout.write(f"\r\x1b[K{shown(line)}\r")
        sys.stdout.flush()
        return
    with suppress(BrokenPipeError):  # the books are wanted, whoever listens
        say(line)


def _tell(guide: Path, place: Path, built: Built, layout: Layout, seconds: float) -> None:
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[K")
    for diagnostic in placed(built.diagnostics, guide):
        say(str(diagnostic))
    for gone in built.left_out:
        say(str(gone))
    say(" · ".join(filter(None, (_pages(built, layout), built.reading_time))))
    if built.book.excerpt:
        shown = sum(not page.cover for page in built.book.pages)
        say(f"{shown} of them in this sampler")
    say(" and ".join(_STANDARDS.get(name, name) for name in layout.standards) or "no standard asked for")
    say(str(place))
    say(f"{seconds:.2f} s{', verified' if built.report else ', not verified'}")


def _pages(built: Built, layout: Layout) -> str:
    """Count the pages in the book's own language, as the reading time beside them is told in it."""
    return layout.labels_in(built.book.metadata.language).count("pages", built.pages)


def _result(guide: Path, place: Path, built: Built, seconds: float) -> dict[str, object]:
    return {
        "guide": str(guide),
        "ok": True,
        "output": str(place),
        "pages": built.pages,
        "reading_time": built.reading_time,
        "left_out": list(map(gone_data, built.left_out)),
        "standards": list(built.report.claims) if built.report else [],
        "verified": built.report is not None,
        "bytes": len(built.pdf),
        "seconds": round(seconds, 3),
        "diagnostics": [as_data(each) for each in placed(built.diagnostics, guide)],
    }


def gone_data(gone: LeftOut) -> dict[str, object]:
    """What was left out, for programs."""
    return {
        "section": gone.section,
        "what": gone.what,
        "count": gone.count,
        "of": gone.of,
        "reason": gone.reason,
    }
