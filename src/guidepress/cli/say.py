"""In: diagnostics and results. Out: lines a person or a program can read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress import Diagnostic

__all__ = ["as_data", "hush_pypdf", "say", "say_error", "say_faults", "say_json"]


def say(line: str) -> None:
    """Print a result."""
    print(line)


def hush_pypdf() -> None:
    """Keep pypdf's remarks on damaged files off the terminal; what is lost is said in sentences of our own."""
    import logging  # noqa: PLC0415 - few commands need it

    logger = logging.getLogger("pypdf")
    if not any(isinstance(each, logging.NullHandler) for each in logger.handlers):
        logger.addHandler(logging.NullHandler())


def say_error(line: str) -> None:
    """Print a problem that has no place in a file."""
    print(f"guidepress: {line}", file=sys.stderr)


def say_json(data: Mapping[str, object] | list[object]) -> None:
    """Print a result for programs."""
    import json  # noqa: PLC0415 - for programs only

    print(json.dumps(data, ensure_ascii=False, indent=2))


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """A diagnostic as plain values."""
    span = diagnostic.span
    place = {"file": span.file, "line": span.line, "column": span.column} if span else {}
    return {
        **place,
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def say_faults(diagnostics: Iterable[Diagnostic], *, as_json: bool = False, wrote: bool = True) -> None:
    """Print diagnostics as a compiler does, one a line, and a count at the end.

    Args:
        diagnostics: what to print.
        as_json: print for programs, on standard output.
        wrote: the command writes files when all is well, so say that it did not.
    """
    listed = tuple(diagnostics)
    if as_json:
        say_json({"ok": False, "diagnostics": [as_data(diagnostic) for diagnostic in listed]})
        return
    for diagnostic in listed:
        print(diagnostic, file=sys.stderr)
    errors = sum(diagnostic.severity == "error" for diagnostic in listed)
    if errors:
        said = counted(errors, "error")
        print(f"{said}; nothing was written." if wrote else said, file=sys.stderr)
