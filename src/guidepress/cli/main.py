"""In: the words after `guidepress`. Out: the command's exit status: 0 done, 1 faults found, 2 wrong use."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.finish import Finisher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["main"]

_STOPPED = 130
"""What shells say of a program that was interrupted: 128 and the number of the signal."""

_SENTENCE = "Study guides as data in, finished, paginated, accessible PDFs out."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words after the program's name; None reads them from the process.

    Returns:
        0 done, 1 faults found, 2 wrong use, 130 interrupted.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed before the program began: what is said goes nowhere
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the whole run
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Forked before the engine is imported: the second process reads the guide while this one imports it, and imports
    # the writer while this one sets type.
    building = arguments is None and words[:1] == ["build"] and not {"--help", "-h"} & {*words}
    if building:
        gc.disable()  # a build makes few circles and ends soon; looking for them takes a tenth of its time
        _import_records()
    finisher = _second_process(words) if building else None
    try:
        status = _run(words, finisher)
    except KeyboardInterrupt:  # while the first modules were imported
        status = _STOPPED
    finally:
        if finisher:
            finisher.close()
    if not _flush() and not building:
        status = 1  # what was asked for is not said
    if building:
        # The book is written: freeing its hundred thousand objects one by one would only keep the user waiting.
        os._exit(status)
    return status


def _import_records() -> None:
    """Import msgspec without `typing_extensions`, which it takes for hints that are read when it decodes; nothing here does.

    Where some other package has brought it, that import and those it makes in turn are half of msgspec's.
    """
    name = "typing_extensions"
    if name not in sys.modules:
        sys.modules[name] = None  # type: ignore[assignment] # Python's sign that there is no such module
        try:
            import msgspec  # noqa: F401, PLC0415 - in a process that is ours alone
        finally:
            del sys.modules[name]


def _second_process(words: list[str]) -> Finisher | None:
    """Start the process that reads layout and guide while this one imports the engine, and writes when it has set type."""

    def read_ahead() -> Iterable[object]:
        from guidepress.cli.reading_ahead import read_ahead  # noqa: PLC0415 - after the fork

        return read_ahead(words[1:])

    return Finisher.start(verifies="--no-verify" not in words, first=read_ahead)


def _run(words: list[str], finisher: Finisher | None) -> int:
    from guidepress import GuidepressError  # noqa: PLC0415 - after the fork
    from guidepress.cli.options import WrongUse  # noqa: PLC0415 - likewise
    from guidepress.cli.say import say_error  # noqa: PLC0415 - likewise

    try:
        return _dispatch(words, finisher)
    except WrongUse as mistake:
        say_error(str(mistake))
        return 2
    except GuidepressError as problem:
        say_error(str(problem))
        return 1
    except KeyboardInterrupt:
        say_error("stopped")
        return _STOPPED
    except OSError as problem:
        return _unwritten(problem)


def _flush() -> bool:
    """Hand over what was said; where its reader has gone, it goes nowhere, and Python does not miss it at the end.

    Returns:
        Whether it found its reader.
    """
    heard = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:  # closed before the program began
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            heard = False
    return heard


def _unwritten(problem: OSError) -> int:
    """What was to be said cannot be: its reader has gone, the disk behind it is full, no more files may be opened."""
    from guidepress.base.reading import reason  # noqa: PLC0415 - only this fault needs it
    from guidepress.cli.say import say_error  # noqa: PLC0415 - likewise

    if isinstance(problem, BrokenPipeError):
        return 1  # there is nobody left to tell
    with suppress(OSError):
        say_error(f"what was to be said cannot be written: {reason(problem)}.")
    return 1


def _dispatch(words: list[str], finisher: Finisher | None) -> int:
    from guidepress.cli.commands import COMMANDS, HELP, VERSION, run  # noqa: PLC0415 - after the fork

    if words and not words[0].startswith("-"):
        return run(words[0], words[1:], finisher)
    from guidepress.cli.options import Given, read  # noqa: PLC0415 - likewise
    from guidepress.cli.say import say  # noqa: PLC0415 - likewise

    class Asked(Given):
        version: bool

    asked = read("guidepress", (HELP, VERSION), words, Asked())
    if asked.version:
        from guidepress import __version__  # noqa: PLC0415 - likewise

        say(f"guidepress {__version__}")
        return 0
    from guidepress.cli.help import program_help  # noqa: PLC0415 - likewise

    say(program_help(_SENTENCE, COMMANDS, (HELP, VERSION)))
    return 0 if asked.help else 2
