"""A crew has the shape of an executor, whether it is this process, others, or a cluster of Dask's."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from tests.export.running.tasks import Letter, copy

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.running.crews import open_crew
from guidepress.export.running.driving import Hands, Tally, drive
from guidepress.export.running.journal import open_journal
from guidepress.export.running.making import make
from guidepress.export.running.storage import Storage

ROOT = Path(__file__).parents[3]
CLUSTER = "import distributed.cli.dask_{0} as it; it.main()"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def cluster(port: int, folder: Path) -> Iterator[None]:
    """A scheduler and a worker, processes of their own."""
    address = f"tcp://127.0.0.1:{port}"
    words = (
        ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"],
        [
            "worker",
            address,
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            str(folder),
        ],
    )
    quiet = subprocess.DEVNULL
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", CLUSTER.format(kind), *rest], cwd=ROOT, stdout=quiet, stderr=quiet
        )
        for kind, *rest in words
    ]
    try:
        yield
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # connections that a killed scheduler has left
def test_a_run_goes_on_when_its_scheduler_comes_back(tmp_path: Path) -> None:
    """Sixty letters of 0.02 s: the scheduler goes when five are written, and another takes its place."""
    (tmp_path / "text").write_bytes(b"letter ")
    letters = [Letter(f"l{number}.txt", str(tmp_path / "text"), does="takes long") for number in range(60)]
    out, port = Storage(str(tmp_path / "out")), free_port()
    tallies: list[Tally] = []

    def run() -> None:
        crew = open_crew(f"dask://127.0.0.1:{port}", 1)
        with open_journal(tmp_path / "out/.guidepress/journal.sqlite", "letters") as journal:
            act = partial(make, maker=copy, storage=out, cache=None)
            tallies.append(drive(letters, Hands(crew, act, journal, out, lambda *_: None)))
        crew.close()

    thread = threading.Thread(target=run, daemon=True)
    with cluster(port, tmp_path):
        thread.start()
        while thread.is_alive() and len(list((tmp_path / "out").glob("l*.txt"))) < 5:
            time.sleep(0.01)
    with cluster(port, tmp_path):
        thread.join(120)
    assert tallies == [Tally(done=60)]
    assert len(list((tmp_path / "out").glob("l*.txt"))) == 60


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("threads", 'There is no executor "threads".'),
        ("dask://127.0.0.1:1", "The scheduler dask://127.0.0.1:1 does not answer."),
    ],
)
def test_a_crew_that_there_is_not_is_refused(name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidepress.export.running.crews._REACHED", 0.2)
    with pytest.raises(FaultsFound, match=said):
        open_crew(name, 1)
