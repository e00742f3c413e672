"""In: the path of a PDF that exists and where its like should go. Out: its bytes, and a place that is not itself."""

from __future__ import annotations

from pathlib import Path

from guidepress.base.diagnostics import fault

__all__ = ["place_for", "read_input"]


def read_input(file: Path) -> bytes:
    """Read a file.

    Raises:
        FaultsFound: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        message = f"{file} cannot be read: {reason}."
        raise fault("unreadable", message, "Check the path.") from problem


def place_for(file: Path, output: Path | None, suffix: str) -> Path:
    """Where the file made of `file` goes: the output if it is named, else a name that says what was done.

    Raises:
        FaultsFound: that is the file itself.
    """
    named = output is not None and output.suffix.lower() == ".pdf" and not output.is_dir()
    place = (
        output if named and output is not None else (output or Path("output")) / f"{file.stem}-{suffix}.pdf"
    )
    if place.exists() and file.exists() and place.samefile(file):
        message = f"{place} is the file that is read."
        raise fault("output-is-input", message, "Name another file with --output.")
    return place
