"""In: what a run is to be done by. Out: an executor of the shape that `concurrent.futures` has, and how to begin it anew."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from guidepress.base.diagnostics import fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Crew(Protocol):
        """Who does the work of a run."""

        workers: int

        def submit(self, act: Callable[..., Any], *given: Any) -> Future[Any]:  # noqa: ANN401 - as executors do
            """Have something done."""

        def renew(self) -> None:
            """Begin anew after a worker has died."""

        def close(self, *, waits: bool = True) -> None:
            """End; what waits to be done is not done."""


__all__ = ["HERE", "open_crew"]

HERE = "here"
"""The name of the crew that is this process."""

_DASK = "dask://"
_TASKS = 400
"""Tasks that a process does before another takes its place: what leaks in libraries goes with it."""

_REACHED = 10
"""Seconds in which a scheduler must answer."""

_RESTARTED = 120
"""Seconds in which a scheduler that was lost must be there again."""


def open_crew(name: str, workers: int) -> Crew:
    """Open a crew.

    Args:
        name: "processes", "here", or the address of a scheduler ("dask://host:8786").
        workers: how many processes; a scheduler has workers of its own.

    Raises:
        FaultsFound: there is none of that name, or the scheduler does not answer.
    """
    if name.startswith(_DASK):
        return _Cluster(name)
    if name == HERE:
        return _Here()
    if name == "processes":
        return _Processes(workers)
    message = f'There is no executor "{name}".'
    raise fault("no-executor", message, "Use processes, here, or dask://HOST:PORT.")


class _Here:
    """This process does the work itself, one task after the other."""

    workers = 1

    def submit(self, act: Callable[..., Any], *given: Any) -> Future[Any]:  # noqa: ANN401 - as executors do
        done: Future[Any] = Future()
        try:
            done.set_result(act(*given))
        except Exception as problem:  # noqa: BLE001 - a future hands on whatever it was
            done.set_exception(problem)
        return done

    def renew(self) -> None:
        """Nothing has died."""

    def close(self, *, waits: bool = True) -> None:
        """Nothing waits."""


class _Processes:
    """Processes of this machine."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool = self._open()

    def _open(self) -> Executor:
        ways = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
        if "forkserver" in ways:
            context.set_forkserver_preload(["guidepress.export.running.preload"])
        return ProcessPoolExecutor(
            self.workers, mp_context=context, initializer=begin_worker, max_tasks_per_child=_TASKS
        )

    def submit(self, act: Callable[..., Any], *given: Any) -> Future[Any]:  # noqa: ANN401 - as executors do
        return self._pool.submit(act, *given)

    def renew(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._open()

    def close(self, *, waits: bool = True) -> None:
        self._pool.shutdown(wait=waits, cancel_futures=True)


class _Cluster:
    """The workers of a Dask scheduler."""

    def __init__(self, name: str) -> None:
        self._address = f"tcp://{name.removeprefix(_DASK)}"
        self._name = name
        self._client: Any = None
        self._pool: Any = None
        self.workers = self._open(_REACHED)

    def _open(self, seconds: float) -> int:
        try:
            from distributed import Client  # noqa: PLC0415 - only clusters need it
        except ImportError as problem:
            message = "The package distributed is not installed."
            raise fault("no-executor", message, "Install guidepress[cluster].") from problem
        try:
            self._client = cast("Any", Client)(self._address, timeout=seconds, set_as_default=False)
        except (OSError, ValueError) as problem:
            message = f"The scheduler {self._name} does not answer."
            raise fault("no-scheduler", message, "Start it, or name another one.") from problem
        self._pool = self._client.get_executor(pure=False, retries=1)
        return max(1, sum(map(int, self._client.nthreads().values())))

    def submit(self, act: Callable[..., Any], *given: Any) -> Future[Any]:  # noqa: ANN401 - as executors do
        done: Future[Any] = self._pool.submit(act, *given)
        return done

    def renew(self) -> None:
        self.close(waits=False)
        self.workers = self._open(_RESTARTED)

    def close(self, *, waits: bool = True) -> None:
        with suppress(Exception):  # the scheduler may be gone already
            self._pool.shutdown(wait=waits)
        with suppress(Exception):
            self._client.close(timeout=_REACHED)


def begin_worker() -> None:
    """Begin a process: it ends when the run has ended, however that did."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the run ends it, and says so once
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:  # noqa: ANN401 - multiprocessing names no type for it
    parent.join()
    os._exit(1)
