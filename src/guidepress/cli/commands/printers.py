"""In: the words after `guidepress printers`. Out: a list of the printers, or all that one of them asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import JSON
from guidepress.cli.options import CommandOption, Given, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish

__all__ = ["COMMAND"]

_SHOW = "show"


class _Given(Given):
    what: list[str]
    json: bool


def _words() -> Iterable[str]:
    from guidepress.press.printers import printer_names  # noqa: PLC0415 - for completion only

    return (_SHOW, *printer_names())


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.printing import list_printers, show_printer  # noqa: PLC0415 - help and wrong use need no engine

    if not given.what:
        return list_printers(as_json=given.json)
    if given.what[0] != _SHOW or len(given.what) != 2:
        said = " ".join(given.what)
        raise WrongUse(f"{said!r} asks for nothing", "write guidepress printers show kdp")
    return show_printer(given.what[1], as_json=given.json)


COMMAND = Command(
    (
        CommandOption(
            "what",
            "show and a printer's name, or the path of a printer's file.",
            "show PRINTER",
            many=True,
            offers=_words,
        ),
        JSON,
    ),
    _Given,
    _run,
    never,
)
