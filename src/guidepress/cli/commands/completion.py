"""In: the words after `guidepress completion`. Out: a script for a shell."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.options import CommandOption, Given

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]

_SHELLS = ("bash", "zsh", "fish")


class _Given(Given):
    shell: str


def _shell(text: str) -> str:
    if text not in _SHELLS:
        raise argparse.ArgumentTypeError(f"is {', '.join(_SHELLS[:-1])} or {_SHELLS[-1]}, not {text!r}")
    return text


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.completion import SCRIPTS  # noqa: PLC0415 - help and wrong use need none
    from guidepress.cli.say import say  # noqa: PLC0415 - likewise

    say(SCRIPTS[given.shell]())
    return 0


COMMAND = Command(
    (
        CommandOption(
            "shell", "bash, zsh or fish.", "SHELL", read=_shell, needed=True, offers=lambda: _SHELLS
        ),
    ),
    _Given,
    _run,
    never,
)
