"""Its layouts, its schemas, and a book as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cli.say import say, say_json

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["list_layouts", "print_schema", "print_trace"]


def list_layouts(*, as_json: bool) -> int:
    """Print the stock layouts with what each is for."""
    from guidepress.layout import stock_layouts  # noqa: PLC0415

    listed = stock_layouts()
    if as_json:
        say_json([{"name": name, "description": description} for name, description in listed])
        return 0
    width = max((len(name) for name, _ in listed), default=0)
    for name, description in listed:
        say(f"{name:<{width}}  {description}")
    return 0


def print_schema(which: str) -> int:
    """Print the JSON Schema of a format."""
    if which == "guide":
        from guidepress.guide import schema  # noqa: PLC0415
    elif which == "job":
        from guidepress.export.job.json_schema import job_schema as schema  # noqa: PLC0415
    elif which == "pack":
        from guidepress.bind.json_schema import pack_schema as schema  # noqa: PLC0415
    elif which == "printer":
        from guidepress.press.printers.json_schema import printer_schema as schema  # noqa: PLC0415
    elif which == "labels":
        from guidepress.labels.json_schema import label_schema as schema  # noqa: PLC0415
    else:
        from guidepress.layout import schema  # noqa: PLC0415
    say_json(schema())
    return 0


def print_trace(
    guide: Path,
    layout: str,
    paper: str | None,
    sets: tuple[tuple[str, str], ...],
    root: Path | None = None,
) -> int:
    """Print a book as text."""
    from guidepress import load_guide, load_layout  # noqa: PLC0415
    from guidepress.build import make_book  # noqa: PLC0415
    from guidepress.cli.serving import called, guide_source  # noqa: PLC0415
    from guidepress.page.trace import trace  # noqa: PLC0415

    loaded = load_guide(guide_source(guide), name=called(guide), root=root)
    _, book = make_book(loaded, load_layout(layout, paper=paper, sets=sets, root=root))
    say(trace(book))
    return 0
