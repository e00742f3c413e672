"""In: a folder of files for a printer. Out: faults, where interior, cover and ticket are not of one making.

The commonest reason for which covers are refused is a spine that was made for another count of pages: the interior was
built again, and the cover was not.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import Diagnostic, FaultsFound, Span, fault
from guidepress.base.reading import read_file, reason
from guidepress.cos.opening import open_file
from guidepress.cos.pages import pages_of
from guidepress.press.ticket.ticket import TICKET

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_folder"]

_MOST = 1_000_000
"""Bytes of a ticket that are read; one has three thousand."""

_AGAIN = "Make the files anew, all in one run: guidepress press."


def check_folder(folder: Path) -> tuple[str, ...]:
    """Check that the files of a folder belong together.

    Args:
        folder: holds the ticket and the files that it names.

    Returns:
        What was found right, a sentence a file.

    Raises:
        FaultsFound: there is no ticket, it is damaged, or a file is not the one that it was made for.
    """
    ticket = _read(folder / TICKET)
    faults = list(_faults(folder, ticket))
    if faults:
        raise FaultsFound(faults)
    files = ticket["files"]
    return tuple(f"{folder / files[each]['name']}: as the ticket has it" for each in ("interior", "cover"))


def _read(path: Path) -> dict[str, Any]:
    """Read a ticket as far as the check goes."""
    place = Span(str(path), 1, 1)
    try:
        ticket = json.loads(read_file(path, _MOST))
        whole = all(_is_whole(ticket["files"][each]) for each in ("interior", "cover"))
    except OSError as problem:
        message = f"There is no ticket to read: {reason(problem)}."
        raise fault(
            "no-ticket", message, "Name a folder that guidepress press has filled.", place
        ) from problem
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = False
    if not whole:
        message = "This is no ticket, or a damaged one: it does not say which files it was made for."
        raise fault("bad-ticket", message, _AGAIN, place)
    found: dict[str, Any] = ticket
    return found


def _is_whole(file: dict[str, Any]) -> bool:
    texts = all(isinstance(file[key], str) for key in ("name", "sha256"))
    # A ticket may come from a stranger: it names files beside it, and no others.
    return texts and Path(file["name"]).name == file["name"] and type(file["pages"]) is int


def _faults(folder: Path, ticket: dict[str, Any]) -> Iterator[Diagnostic]:
    files, spine = ticket["files"], _spine(ticket)
    for each in ("interior", "cover"):
        file = files[each]
        path = folder / file["name"]
        place = Span(str(path), 1, 1)
        try:
            data = read_file(path)
        except OSError as problem:
            message = f"The ticket names this file, and it cannot be read: {reason(problem)}."
            yield Diagnostic("error", "file-missing", message, _AGAIN, place)
            continue
        if sha256(data).hexdigest() != file["sha256"]:
            yield Diagnostic("error", "stale-pair", _stale(each, data, files, spine), _AGAIN, place)


def _spine(ticket: dict[str, Any]) -> str:
    said = ticket.get("order")
    return f"{said.get('spine_inches')} in" if isinstance(said, dict) else "unknown width"


def _stale(which: str, data: bytes, files: dict[str, Any], spine: str) -> str:
    """Say how a file is another one than that of the ticket."""
    count = files["interior"]["pages"]
    if which == "cover":
        return (
            f"This is not the cover that the ticket was made with, for {count} pages and a spine of {spine}."
        )
    pages = _count(data)
    if pages == count:
        return f"This is another interior than that of the ticket, though it has {count} pages as well."
    found = f"has {pages} pages" if pages else "cannot be opened"
    return (
        f"The cover was made for an interior of {count} pages, its spine {spine}, and this one {found}: "
        f"the spine would be wrong."
    )


def _count(data: bytes) -> int:
    """How many pages a file has; 0 for what is none."""
    try:
        return len(pages_of(open_file(data, "interior")))
    except FaultsFound:
        return 0
