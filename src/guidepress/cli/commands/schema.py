"""In: the words after `guidepress schema`. Out: the JSON Schema of a format."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.options import CommandOption, Given

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]

_FORMATS = ("guide", "layout", "labels", "job", "pack", "printer")


class _Given(Given):
    which: str


def _format(text: str) -> str:
    if text not in _FORMATS:
        raise argparse.ArgumentTypeError(f"is guide, layout, labels, job, pack or printer, not {text!r}")
    return text


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.listing import print_schema  # noqa: PLC0415 - help and wrong use need no engine

    return print_schema(given.which)


COMMAND = Command(
    (
        CommandOption(
            "which",
            "guide, layout, labels, job, pack or printer.",
            "FORMAT",
            default="guide",
            read=_format,
            offers=lambda: _FORMATS,
        ),
    ),
    _Given,
    _run,
    never,
)
