"""In: a command's name. Out: the command; one file each, imported when it is named."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from guidepress import FaultsFound
from guidepress.base.record import record
from guidepress.cli.options import CommandOption, Given, WrongUse, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.finish import Finish

__all__ = ["COMMANDS", "HELP", "VERSION", "Command", "always", "command", "never", "options_of", "run"]

G = TypeVar("G", bound=Given)

COMMANDS = {
    "new": "Write a guide to begin with, which builds at once.",
    "import": "Make a guide of texts, web pages or Word files, or put questions into one; say what was guessed.",
    "quiz": "Write a guide's questions for learning platforms and games, and say what each loses.",
    "build": "Build guides into PDFs, and verify them.",
    "watch": "Build a guide again after every save, until you press Ctrl-C.",
    "check": "Check guides without building them: every fault with its place.",
    "verify": "Open finished PDFs and check what a reader will meet.",
    "merge": "Bind PDF files into one, tags and all.",
    "pack": "Build and bind what a pack file lists: guides, PDF files, dividers.",
    "export": "Make copies for a class, with versions and keys: of guides and a roster, or as a job file says.",
    "roster": "Say what was understood of a roster: columns, classes, pupils.",
    "press": "Make the files that a printer takes: interior, cover and ticket.",
    "printers": "List the printers, or show what one asks for, each figure with its source.",
    "layouts": "List the layouts that come with guidepress.",
    "schema": "Write the JSON Schema that editors use to check and complete YAML.",
    "trace": "Print a book as text: every page, frame and line with its place.",
    "impose": "Put the pages of a PDF on sheets, for a booklet, a book, cards or a zine.",
    "stamp": "Print a line on the pages of a PDF, its tags untouched.",
    "preflight": "Hold a PDF for the press, anybody's, against a printer's rules.",
    "completion": "Print a script that completes the words of guidepress in bash, zsh or fish.",
}
"""What each command does; its file in this folder bears its name, with an underscore behind a word of Python's."""

HELP = CommandOption("--help", "Show this and exit.", short="-h")
VERSION = CommandOption("--version", "Show the version and exit.")


def always(_: Given) -> bool:
    """Of commands that write files whatever they are given."""
    return True


def never(_: Given) -> bool:
    """Of commands that only look at files."""
    return False


@record
class Command(Generic[G]):
    """A command.

    Attributes:
        options: its arguments and options, `--help` aside.
        given: makes what they are read into.
        run: does what was asked for and returns the exit status; gets who writes and verifies books, None for this
            process.
        writes: whether it would have written a file, so that faults end with "nothing was written".
    """

    options: tuple[CommandOption, ...]
    given: type[G]
    run: Callable[[G, Finish | None], int]
    writes: Callable[[G], bool] = always


def command(name: str) -> Command[Any]:
    """Import a command.

    Raises:
        WrongUse: there is no such command.
    """
    if name not in COMMANDS:
        from guidepress.base.suggest import nearest  # noqa: PLC0415 - only wrong use needs it

        like = nearest(name, COMMANDS)
        raise WrongUse(
            f"there is no command {name!r}", f"did you mean {like}?" if like else "see guidepress --help"
        )
    file = f"{name}_" if iskeyword(name) else name
    found: Command[Any] = import_module(f"guidepress.cli.commands.{file}").COMMAND
    return found


def options_of(name: str) -> tuple[CommandOption, ...]:
    """The arguments and options of a command, `--help` the last."""
    return (*command(name).options, HELP)


def run(name: str, words: Sequence[str], finish: Finish | None) -> int:
    """Run a command with the words after its name; returns the exit status. Faults of what it works on are printed.

    Raises:
        GuidepressError: wrong use, or veraPDF is missing.
    """
    asked = command(name)
    given = read(f"guidepress {name}", (*asked.options, HELP), words, asked.given())
    if given.help:
        from guidepress.cli.help import command_help  # noqa: PLC0415 - no work needs it
        from guidepress.cli.say import say  # noqa: PLC0415 - likewise

        say(command_help(name, COMMANDS[name], (*asked.options, HELP)))
        return 0
    try:
        return asked.run(given, finish)
    except FaultsFound as faults:
        from guidepress.cli.say import say_faults  # noqa: PLC0415 - most commands find none

        say_faults(faults.diagnostics, as_json="--json" in words, wrote=asked.writes(given))
        return 1
