"""In: commands and their options. Out: help as text, as wide as the terminal, its headings bold where one reads it."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress.cli.options import CommandOption

__all__ = ["command_help", "program_help"]

_MOST_WIDTH = 100
"""Columns; longer lines are hard to read, however wide the terminal is."""

_MOST_NAMES = 30
"""Columns for names; what is longer has its explanation below."""


def program_help(sentence: str, commands: Mapping[str, str], options: Iterable[CommandOption]) -> str:
    """Write the help of the program.

    Args:
        sentence: what the program does.
        commands: what each command does, by name.
        options: of the program itself.
    """
    parts = [
        f"{_bold('Usage:')} guidepress COMMAND [options]",
        _set(sentence),
        _list("Commands", tuple(commands.items())),
        _list("Options", tuple((_names(option), option.help) for option in options)),
        _set('What a command takes is told by "guidepress COMMAND --help".'),
    ]
    return "\n\n".join(parts)


def command_help(name: str, sentence: str, options: tuple[CommandOption, ...]) -> str:
    """Write the help of a command."""
    arguments = tuple(option for option in options if not option.flags)
    needed = [f"{option.name} {option.value}" for option in options if option.flags and option.needed]
    shown = [option.value if option.needed else f"[{option.value}]" for option in arguments]
    parts = [
        f"{_bold('Usage:')} {' '.join(['guidepress', name, '[options]', *needed, *shown])}",
        _set(sentence),
    ]
    if arguments:
        parts.append(_list("Arguments", tuple((option.value, _said(option)) for option in arguments)))
    flags = tuple(option for option in options if option.flags)
    parts.append(_list("Options", tuple((_names(option), _said(option)) for option in flags)))
    return "\n\n".join(parts)


def _names(option: CommandOption) -> str:
    short = f"{option.short}, " if option.short else "    "
    return f"{short}{option.name} {option.value}".rstrip()


def _said(option: CommandOption) -> str:
    usual = "" if option.default in {None, ""} else f" [default: {option.default}]"
    return f"{option.help}{' Needed.' if option.needed and option.flags else usual}"


def _list(heading: str, rows: tuple[tuple[str, str], ...]) -> str:
    """A heading, and below it names with what they mean beside them."""
    indent = 4 + min(max(len(name) for name, _ in rows), _MOST_NAMES)
    width = max(_width(), indent + 20)
    lines = [_bold(heading)]
    for name, text in rows:
        first = f"  {name}".ljust(indent)
        wrapped = textwrap.wrap(text, width - indent, break_on_hyphens=False)
        if len(first) > indent or not wrapped:
            lines.append(first.rstrip())
        else:
            lines.append(first + wrapped.pop(0))
        lines += [" " * indent + line for line in wrapped]
    return "\n".join(lines)


def _set(sentence: str) -> str:
    return textwrap.fill(sentence, _width(), break_on_hyphens=False)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, _MOST_WIDTH)


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
