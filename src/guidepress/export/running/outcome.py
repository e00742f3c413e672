"""In: a task. Out: what became of it, in a form that a journal, a cache and another machine can keep."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal, Protocol

import msgspec

from guidepress.base.record import record

__all__ = ["Outcome", "Task", "Written", "digest", "outcome_of", "written_down"]


class Task(Protocol):
    """One piece of work: small, picklable, done anew at any time with the same result."""

    @property
    def name(self) -> str:
        """What it is called in this run; no two tasks share a name."""

    @property
    def spec(self) -> str:
        """A digest of all that decides its result: the files it reads, and the program, too."""


@record
class Written:
    """A file that a task wrote.

    Attributes:
        name: its path below the output.
        size: in bytes.
        sha256: the digest of its bytes.
    """

    name: str
    size: int
    sha256: str


@record
class Outcome:
    """What became of a task.

    Attributes:
        name: the task's.
        spec: the task's.
        state: whether it was done.
        files: what it wrote.
        told: what a manifest says of its files, as JSON text.
        faults: why it failed, a sentence each.
    """

    name: str
    spec: str
    state: Literal["done", "failed"]
    files: tuple[Written, ...] = ()
    told: str = "[]"
    faults: tuple[str, ...] = ()


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return sha256(data).hexdigest()


def written_down(outcome: Outcome) -> bytes:
    """An outcome as JSON."""
    return msgspec.json.encode(outcome)


def outcome_of(data: bytes) -> Outcome:
    """Read what `written_down` has written.

    Raises:
        ValueError: it is no outcome.
    """
    try:
        return msgspec.json.decode(data, type=Outcome)
    except msgspec.DecodeError as problem:
        raise ValueError(str(problem)) from problem
