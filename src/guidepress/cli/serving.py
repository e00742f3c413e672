"""In: words that name files, "-" for standard input or output. Out: what is read from them, and what is written there."""

from __future__ import annotations

import sys
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import fault
from guidepress.base.files import refuse_inputs, write_whole
from guidepress.base.reading import read_file, reason
from guidepress.cli.options import STANDARD

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from guidepress import Readable

__all__ = ["aside", "called", "guide_source", "place_for", "read_input", "stem_of", "write_output"]


def called(file: Path) -> str:
    """What messages call a file."""
    return "<stdin>" if file == STANDARD else str(file)


def stem_of(file: Path) -> str:
    """What a file that is made of this one is named after."""
    return "stdin" if file == STANDARD else file.stem


def guide_source(guide: Path) -> Readable:
    """A guide as it is loaded: its path, or the text that standard input holds."""
    return sys.stdin.buffer.read() if guide == STANDARD else guide


def read_input(file: Path) -> bytes:
    """Read a file.

    Raises:
        FaultsFound: it cannot be read.
    """
    if file == STANDARD:
        return sys.stdin.buffer.read()
    try:
        return read_file(file)
    except OSError as problem:
        message = f"{file} cannot be read: {reason(problem)}."
        raise fault("unreadable", message, "Check the path.") from problem


def write_output(place: Path, pdf: bytes) -> None:
    """Write a file, whole or not at all, or hand it to whoever reads our output.

    Raises:
        FaultsFound: it cannot be written, or only a person reads our output.
    """
    if place != STANDARD:
        write_whole(place, pdf)
        return
    if sys.stdout.isatty():
        message = "A terminal cannot show a PDF."
        raise fault("terminal-output", message, "Hand it on with | or >, or name a file with --output.")
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()


def aside(place: Path) -> AbstractContextManager[Any]:
    """Say beside standard output what would be said there, while a PDF goes to it."""
    return redirect_stdout(sys.stderr) if place == STANDARD else nullcontext()


def place_for(file: Path, output: Path | None, suffix: str) -> Path:
    """Where the file made of `file` goes: the output if it is named, else a name that says what was done.

    Raises:
        FaultsFound: that is the file itself.
    """
    if output == STANDARD:
        return output
    named = output is not None and output.suffix.lower() == ".pdf" and not output.is_dir()
    place = (
        output
        if named and output is not None
        else (output or Path("output")) / f"{stem_of(file)}-{suffix}.pdf"
    )
    if file != STANDARD:
        refuse_inputs(place, (file,), "the file that is read")
    return place
