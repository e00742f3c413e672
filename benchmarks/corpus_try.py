"""In: a PDF file. Out: what becomes of it under verify, merge, impose and stamp, an outcome each.

Runs in a process of its own, which is ended when a file takes too long.
"""

from __future__ import annotations

import logging
import resource
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus_peers import count, losses
from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.impose import impose
from guidepress.bind.impose_job import Job
from guidepress.bind.merge import merge
from guidepress.bind.stamp import stamp
from guidepress.bind.stamp_job import Stamp
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection

    from guidepress.base.diagnostics import Diagnostic

__all__ = ["COMMANDS", "PEERS", "Outcome", "serve"]

COMMANDS = ("verify", "merge", "impose", "stamp")
PEERS = "peers"
"""The step that asks qpdf and pdfium of the file and of what was made of it."""

_MEMORY = 3 << 30
"""Bytes that one file may take."""
_SAYS_NOTHING = frozenset({"damaged", "no-media-box"})
"""Codes of warnings that tell how a file was read, and not that something of it is lost."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    Attributes:
        kind: "ok", "refused", "traceback", "hang", "died", "lost" or "lost, and said".
        detail: the sentence of a refusal, the exception and its place, or what is lost.
    """

    kind: str
    detail: str = ""


def serve(connection: Connection) -> None:
    """Try files as they come: (path, steps) in; (step, None) out as it begins, (step, outcome) as it ends."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on each file would hide the table
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    while True:
        path, steps = connection.recv()
        data = Path(path).read_bytes()
        made: dict[str, tuple[bytes, bool]] = {}
        for step in steps:
            connection.send((step, None))
            if step == PEERS:
                connection.send((step, _compared(data, made)))
            else:
                connection.send((step, _tried(step, data, made)))


def _tried(command: str, data: bytes, made: dict[str, tuple[bytes, bool]]) -> Outcome:
    """Run one command; what it makes goes into `made`, and whether it said that something is lost."""
    try:
        if command == "verify":
            verify(data)
        elif command == "merge":
            made[command] = _merged(data)
        elif command == "impose":
            imposed = impose(data, Job(scheme="up"))
            made[command] = imposed.pdf, _says(imposed.diagnostics)
        else:
            stamped = stamp(data, Stamp("1", opacity=1.0))
            made[command] = stamped.pdf, _says(stamped.diagnostics)
    except FaultsFound as faults:
        first = faults.diagnostics[0]
        return Outcome("refused", f"{first.message} [{first.code}]")
    except Exception as problem:  # noqa: BLE001 - to find them all is what this is for
        place = traceback.extract_tb(problem.__traceback__)[-1]
        message = " ".join(str(problem).split())[:80]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Outcome("traceback", f"{type(problem).__name__} at {where}: {message}")
    return Outcome("ok")


def _merged(data: bytes) -> tuple[bytes, bool]:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "file.pdf"), Path(folder, "pack.pdf")
        source.write_bytes(data)
        merged = merge([source], target)
        return target.read_bytes(), _says(merged.diagnostics)


def _says(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.code not in _SAYS_NOTHING for each in diagnostics)


def _compared(data: bytes, made: dict[str, tuple[bytes, bool]]) -> dict[str, Outcome | bool]:
    """What each result has less of, and under PEERS whether qpdf and pdfium open the file."""
    before = count(data)
    found: dict[str, Outcome | bool] = {PEERS: before.opens}
    for command, (result, said) in made.items():
        lost = losses(before, count(result), same_pages=command != "impose")
        if lost:
            found[command] = Outcome("lost, and said" if said else "lost", ", ".join(lost))
    return found
