"""In: the options of a command, as data, and words. Out: what the words ask for, or wrong use as a sentence."""

from __future__ import annotations

import argparse
import re
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from guidepress import GuidepressError
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "STANDARD",
    "CommandOption",
    "Given",
    "WrongUse",
    "files",
    "no_words",
    "number",
    "place",
    "place_or_output",
    "read",
    "setting",
    "target",
    "whole",
]


class WrongUse(GuidepressError):  # noqa: N818 - it names what happened
    """The words of a command line ask for what there is not; the exit status is 2."""

    def __init__(self, message: str, hint: str) -> None:
        ending = "" if hint.endswith("?") else "."
        super().__init__(f"{message}; {hint}{ending}")


class Given(argparse.Namespace):
    """What was asked for; each command adds an attribute an option."""

    help: bool


G = TypeVar("G", bound=Given)

_SAID = (("expected", "needs a value"), ("ignored explicit argument", "takes no value"))
"""How argparse's sentences begin, and how they go on after an option's name here."""

_SUFFIX = re.compile(r"\.(?=.?[a-z])[a-z0-9]{1,5}")
"""What ends a file's name and no folder's: ".docx", ".mp4", ".7z"; "vol.2" and "term.2027" may be folders."""

STANDARD = Path("-")
"""Standard input, or standard output, where a file is asked for."""

_SHIELD = "\0"
"""Put before a word that argparse must not take for an option; no system lets a word of a command hold it."""


def no_words() -> Iterable[str]:
    """Offer nothing: any text will do."""
    return ()


def files() -> Iterable[str]:
    """Offer the files and folders that there are; the shell knows them."""
    return ()


@record
class CommandOption:
    """An option of a command, or one of its arguments.

    Attributes:
        name: "--layout"; an argument's has no hyphens.
        help: a sentence.
        value: what stands for its value in help ("LENGTH"); "" for a switch.
        short: a second name, "-l"; "" for none.
        default: its value where it is not given; an option that may be repeated makes a list.
        read: makes the value of a text; raises ArgumentTypeError with what is wrong with it.
        many: it may be repeated.
        needed: a command without it is wrong use.
        offers: finds words that its value may be, for completion.
    """

    name: str
    help: str
    value: str = ""
    short: str = ""
    default: str | int | None = None
    read: Callable[[str], object] = str
    many: bool = False
    needed: bool = False
    offers: Callable[[], Iterable[str]] = no_words

    @property
    def flags(self) -> tuple[str, ...]:
        """Its names, the short one first; none for an argument."""
        return tuple(filter(None, (self.short, self.name))) if self.name.startswith("-") else ()

    @property
    def shown(self) -> str:
        """What a person knows it by."""
        return self.name if self.flags else self.value

    @property
    def attribute(self) -> str:
        """Its name among what was given; a word of Python's gets an underscore."""
        name = self.name.lstrip("-").replace("-", "_")
        return f"{name}_" if iskeyword(name) else name


def read(name: str, options: Sequence[CommandOption], words: Sequence[str], given: G) -> G:
    """Read the words of a command.

    Args:
        name: the command's name, for messages.
        options: what the words may say.
        words: those after the command's name.
        given: gets an attribute an option.

    Returns:
        `given`; with its `help` set, nothing else need be right.

    Raises:
        WrongUse: the words ask for what there is not.
    """
    parser = _Parser(prog=name, add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in options:
        _declare(parser, option)
    try:
        _, extras = parser.parse_known_intermixed_args(list(_shielded(options, words)), given)
    except argparse.ArgumentError as problem:
        # argparse puts all names of an option before what is wrong with it: "--layout/-l".
        shown = (problem.argument_name or "").split("/")[-1]
        said = next((ours for theirs, ours in _SAID if problem.message.startswith(theirs)), problem.message)
        what, _, hint = said.partition("; ")
        raise WrongUse(f"{shown} {what}".strip(), hint or f"see {name} --help") from problem
    if given.help:
        return given
    if extras:
        raise _unknown(name, extras[0], options)
    missing = [each.shown for each in options if each.needed and not getattr(given, each.attribute)]
    if missing:
        raise WrongUse(
            f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing", f"see {name} --help"
        )
    return given


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what argparse has no argument for."""
        raise WrongUse(message, f"see {self.prog} --help")


def _declare(parser: _Parser, option: CommandOption) -> None:
    def made(text: str) -> object:
        return option.read(text.removeprefix(_SHIELD))

    settings: dict[str, Any] = {"default": [] if option.many else option.default}
    if not option.flags:
        parser.add_argument(
            option.name, nargs="*" if option.many else "?", metavar=option.value, type=made, **settings
        )
    elif option.value:
        action = "append" if option.many else "store"
        settings["dest"] = option.attribute
        parser.add_argument(*option.flags, action=action, metavar=option.value, type=made, **settings)
    else:
        parser.add_argument(*option.flags, action="store_true")


def _shielded(options: Sequence[CommandOption], words: Sequence[str]) -> Iterator[str]:
    """Shield words that begin with "-" and are no options from argparse: values ("-3mm"), and all that follows "--"."""
    flags = {flag: option for option in options for flag in option.flags}
    rest = iter(words)
    for word in rest:
        if word == "--":
            yield from (_SHIELD + each for each in rest)
            return
        yield word
        if word in flags and flags[word].value:
            value = next(rest, None)
            if value is not None:
                yield _SHIELD + value if value.startswith("-") and value not in flags else value


def _unknown(name: str, word: str, options: Sequence[CommandOption]) -> WrongUse:
    if not word.startswith("-") or word == "-":
        return WrongUse(f"{word!r} is one word too many", f"see {name} --help")
    from guidepress.base.suggest import nearest  # noqa: PLC0415 - only wrong use needs it

    flag = word.partition("=")[0]
    like = nearest(flag, [option.name for option in options if option.flags])
    return WrongUse(f"there is no option {flag}", f"did you mean {like}?" if like else f"see {name} --help")


def whole(text: str) -> int:
    """Read a whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"needs a whole number, not {text!r}") from None


def number(text: str) -> float:
    """Read a number."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"needs a number, not {text!r}") from None


def setting(text: str) -> tuple[str, str]:
    """Read KEY=VALUE."""
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        message = f"needs KEY=VALUE, not {text!r}; write page.margins.inside=25mm for example"
        raise argparse.ArgumentTypeError(message)
    return key.strip(), value.strip()


def place_or_output(text: str) -> Path:
    """Read where PDFs go: as `place` does, or "-" for standard output."""
    return STANDARD if text == "-" else place(text)


def target(text: str) -> Path:
    """Read where a file or a folder goes on this machine: an address would make a folder that is called "https:"."""
    if "://" in text:
        raise argparse.ArgumentTypeError(f"needs a file or a folder of this machine, not the address {text}")
    return Path(text)


def place(text: str) -> Path:
    """Read where PDFs go: a .pdf file or a folder.

    A name such as book.docx is no folder's, unless there is one of that name or it ends with a slash.
    """
    path = target(text)
    if path == STANDARD:
        raise argparse.ArgumentTypeError("needs a .pdf file, not standard output")
    suffix = path.suffix.lower()
    if suffix != ".pdf" and _SUFFIX.fullmatch(suffix) and not text.endswith("/") and not path.is_dir():
        message = f"needs a .pdf file or a folder, not {text}; end a folder's name with a slash"
        raise argparse.ArgumentTypeError(message)
    return path
