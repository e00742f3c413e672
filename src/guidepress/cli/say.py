"""In: diagnostics and results. Out: lines a person or a program can read."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import so_many, told
from guidepress.base.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from guidepress import Diagnostic

__all__ = [
    "as_data",
    "hush_pypdf",
    "json_line",
    "say",
    "say_error",
    "say_faults",
    "say_finding",
    "say_json",
    "shown",
]


_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What steers a terminal: control characters, escape sequences among them, and signs that turn the direction of writing;
and halves of pairs, which stand for bytes of a file's name that are no text."""


def say(line: str) -> None:
    """Print a result."""
    _print(line, sys.stdout)


def shown(text: str) -> str:
    """A text as a terminal may have it: what steers a terminal stands as its number, and so does what cannot be written."""
    return text if text.isprintable() else _STEERING.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _print(line: str, stream: TextIO) -> None:
    """Print a line, in whatever letters the stream can have."""
    text = shown(line)
    coding = getattr(stream, "encoding", None) or "utf-8"
    print(text.encode(coding, "backslashreplace").decode(coding), file=stream)


def hush_pypdf() -> None:
    """Keep pypdf's remarks on damaged files off the terminal; what is lost is said in sentences of our own."""
    import logging  # noqa: PLC0415 - few commands need it

    logger = logging.getLogger("pypdf")
    if not any(isinstance(each, logging.NullHandler) for each in logger.handlers):
        logger.addHandler(logging.NullHandler())


def say_error(line: str) -> None:
    """Print a problem that has no place in a file."""
    _print(f"guidepress: {line}", sys.stderr)


def say_finding(line: str) -> None:
    """Print a problem that names its own place."""
    _print(line, sys.stderr)


def json_line(data: Mapping[str, object] | list[object], stream: TextIO, indent: int | None = None) -> str:
    """A result for programs, in letters that the stream can have and that steer no terminal."""
    import json  # noqa: PLC0415 - for programs only

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    coding = (getattr(stream, "encoding", None) or "utf-8").lower()
    if coding not in {"utf-8", "utf8"} or _STEERING.search(text):
        text = json.dumps(data, indent=indent)
    return text.replace("\x7f", "\\u007f")


def say_json(data: Mapping[str, object] | list[object]) -> None:
    """Print a result for programs."""
    print(json_line(data, sys.stdout, indent=2))


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """A diagnostic as plain values."""
    span = diagnostic.span
    place = {"file": span.file, "line": span.line, "column": span.column} if span else {}
    return {
        **place,
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": told(diagnostic.message),
        "hint": told(diagnostic.hint),
    }


def say_faults(diagnostics: Iterable[Diagnostic], *, as_json: bool = False, wrote: bool = True) -> None:
    """Print diagnostics as a compiler does, one a line, and a count at the end.

    Args:
        diagnostics: what to print.
        as_json: print for programs, on standard output.
        wrote: the command writes files when all is well, so say that it did not.
    """
    listed = so_many(diagnostics)
    if as_json:
        say_json({"ok": False, "diagnostics": [as_data(diagnostic) for diagnostic in listed]})
        return
    for diagnostic in listed:
        say_finding(str(diagnostic))
    errors = sum(diagnostic.severity == "error" for diagnostic in listed)
    if errors:
        said = counted(errors, "error")
        _print(f"{said}; nothing was written." if wrote else said, sys.stderr)
