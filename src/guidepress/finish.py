"""In: a book's PDF objects and what to expect of them. Out: the file's bytes and the verifier's report.

The writer and the verifier import slow libraries. A `Finisher` is a second process that imports them while the
first one still sets type; where a process cannot be forked the same work is done in place. Before that it may read
what the first one will need when its own imports are done.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.pdf.emit import Deflated
    from guidepress.pdf.objects import Objects
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.report import Report

__all__ = ["Finish", "Finisher", "finish_here"]

_LENGTH = struct.Struct("!Q")

_ROOM = 1 << 20
"""Bytes that a pipe should hold, more than a stock guide or its pages: whoever sends them can go on at once."""


class Finish(Protocol):
    """Writes a book's objects and, if there is an expectation, verifies the file."""

    def __call__(self, objects: Objects, expectation: Expectation | None) -> tuple[bytes, Report | None]:
        """Return the file's bytes and the report."""


def finish_here(
    objects: Objects, expectation: Expectation | None, deflated: Deflated | None = None
) -> tuple[bytes, Report | None]:
    """Write and verify in this process; some streams may be `deflated` already."""
    from guidepress.pdf.emit import WrittenObjects, emit  # noqa: PLC0415 - the slow imports wait until the book is set

    pdf = emit(objects, written=WrittenObjects(deflated))
    if expectation is None:
        return pdf, None
    from guidepress.verify.verify import verify  # noqa: PLC0415

    return pdf, verify(pdf, expectation)


class Finisher:
    """A second process that writes and verifies; start it first, use it last, close it always.

    `start` may hand it something to do first; `ahead` asks for what came of that.
    """

    def __init__(self, process: int, jobs: BinaryIO, results: BinaryIO) -> None:
        self._process = process
        self._jobs = jobs
        self._results = results
        self._waits = False

    @classmethod
    def start(cls, *, verifies: bool, first: Callable[[], Iterable[object]] | None = None) -> Finisher | None:
        """Fork the process; None where that is not possible, not allowed, or there is only one processor.

        Args:
            verifies: it will have to verify.
            first: what it does before it imports writer and verifier; `ahead` gives what this yields, none of it None.
        """
        if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
            return None
        ends: list[int] = []
        try:
            ends += os.pipe()
            ends += os.pipe()
            process = os.fork()
        except OSError:  # no more processes, or no more open files: all is done in this one
            for end in ends:
                os.close(end)
            return None
        job_end, jobs, results, result_end = ends
        if process == 0:
            os.close(jobs)
            os.close(results)
            _serve(job_end, result_end, first, verifies=verifies)
        os.close(job_end)
        os.close(result_end)
        started = cls(process, os.fdopen(jobs, "wb"), os.fdopen(results, "rb"))
        _widen(started._jobs)
        started._waits = first is not None
        return started

    def ahead(self) -> object | None:
        """What the other process yields next of what it does first; None if that is all, or it is gone."""
        if not self._waits:
            return None
        try:
            part = _receive(self._results)
        except (OSError, EOFError):
            part = None
        self._waits = part is not None
        return part

    def deflate(self, content: bytes, level: int) -> None:
        """Have a stream deflated that the next job will hold, while this process makes others."""
        self._drain()
        with suppress(OSError):  # it has gone: who asks for the job finds out
            _send(self._jobs, (content, level))

    def __call__(self, objects: Objects, expectation: Expectation | None) -> tuple[bytes, Report | None]:
        """Have a file written and verified; if the other process is gone, do it here."""
        self._drain()
        try:
            _send(self._jobs, (objects, expectation))
            answer = _receive(self._results)
        except (OSError, EOFError):
            return finish_here(objects, expectation)
        if isinstance(answer, _Faults):
            from guidepress.base.diagnostics import FaultsFound  # noqa: PLC0415

            raise FaultsFound(answer)
        return cast("tuple[bytes, Report | None]", answer)

    def _drain(self) -> None:
        """Take what nobody has asked for: it comes before what is wanted."""
        while self._waits:
            self.ahead()

    def close(self) -> None:
        """Let the process end, and wait for it."""
        with suppress(OSError):  # it has gone already, and what was meant for it with it
            self._jobs.close()
        self._results.close()
        os.waitpid(self._process, 0)


class _Faults(tuple):  # type: ignore[type-arg]
    """Diagnostics on their way back: what the other process would have raised."""

    __slots__ = ()


def _serve(
    job_end: int, result_end: int, first: Callable[[], Iterable[object]] | None, *, verifies: bool
) -> None:
    """Be the second process: import, then answer jobs until the first one closes the pipe; never returns."""
    import gc  # noqa: PLC0415 - the fork comes before every import
    import zlib  # noqa: PLC0415 - likewise

    gc.disable()  # it lives for one command
    status = 1
    try:
        with os.fdopen(job_end, "rb") as jobs, os.fdopen(result_end, "wb") as results:
            if first is not None:
                _widen(results)
                for part in first():
                    _send(results, part)
                _send(results, None)
            import guidepress.pdf.emit  # noqa: PLC0415

            if verifies:
                import guidepress.verify.verify  # noqa: F401, PLC0415
            deflated: dict[tuple[bytes, int], bytes] = {}
            while True:
                job = cast("tuple[bytes, int] | tuple[Objects, Expectation | None]", _receive(jobs))
                if isinstance(job[0], bytes):
                    deflated[job] = zlib.compress(*job)
                    continue
                _send(results, _answer(*job, deflated))
                deflated.clear()
    except (OSError, EOFError, KeyboardInterrupt):
        status = 0  # the first process has gone, or was stopped: nobody waits for an answer
    finally:
        os._exit(status)


def _answer(objects: Objects, expectation: Expectation | None, deflated: Deflated) -> object:
    from guidepress.base.diagnostics import FaultsFound  # noqa: PLC0415

    try:
        return finish_here(objects, expectation, deflated)
    except FaultsFound as faults:
        return _Faults(faults.diagnostics)


def _widen(pipe: BinaryIO) -> None:
    """Let a pipe hold more than the usual 64 KB, where the system can."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415 - not every system has it

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _send(stream: BinaryIO, value: object) -> None:
    import pickle  # noqa: PLC0415 - not needed where all is done in one process

    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> object:
    """Read one value; EOFError where the other side has closed."""
    import pickle  # noqa: PLC0415

    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(_LENGTH.unpack(head)[0]))  # noqa: S301 - from our own forked process
