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
from tests.export.classes import class_job
from tests.export.running.tasks import Letter, copy

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.job import load_job
from guidepress.export.plan import plan
from guidepress.export.run import Way, export
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
def cluster(port: int, folder: Path, workers: int = 1) -> Iterator[None]:
    """A scheduler that answers and its workers, processes of their own."""
    address = f"tcp://127.0.0.1:{port}"
    worker = ["worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    words = (
        ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"],
        *([*worker, "--local-directory", str(folder / f"worker-{number}")] for number in range(workers)),
    )
    quiet = subprocess.DEVNULL
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", CLUSTER.format(kind), *rest], cwd=ROOT, stdout=quiet, stderr=quiet
        )
        for kind, *rest in words
    ]
    try:
        _answers(port)
        yield
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def _answers(port: int) -> None:
    """Wait until somebody answers there; a machine that is busy takes long to start a process."""
    deadline = time.monotonic() + 120
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        else:
            return


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


def test_two_workers_of_a_scheduler_share_the_work(tmp_path: Path) -> None:
    """Thirty letters that bear the number of the process that wrote them."""
    (tmp_path / "text").write_bytes(b"letter ")
    letters = [Letter(f"l{number}.txt", str(tmp_path / "text"), does="signs") for number in range(30)]
    out, port = Storage(str(tmp_path / "out")), free_port()
    with cluster(port, tmp_path, workers=2):
        crew = open_crew(f"dask://127.0.0.1:{port}", 1)
        deadline = time.monotonic() + 120
        while crew.workers < 2 and time.monotonic() < deadline:  # the second may come later
            crew.renew()
        with open_journal(tmp_path / "out/.guidepress/journal.sqlite", "letters") as journal:
            act = partial(make, maker=copy, storage=out, cache=None)
            tally = drive(letters, Hands(crew, act, journal, out, lambda *_: None))
        assert crew.workers == 2
        crew.close()
    assert tally == Tally(done=30)
    assert len({path.read_bytes() for path in (tmp_path / "out").glob("l*.txt")}) == 2


def test_a_class_made_by_two_workers_of_a_scheduler_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    job = class_job(
        tmp_path, "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\nfiles: both\n"
    )
    port = free_port()

    def run(folder: str, executor: str) -> dict[str, bytes]:
        export(plan(load_job(job)), str(tmp_path / folder), Way(executor, cached=False))
        made = (path for path in (tmp_path / folder).glob("*.*") if path.is_file())
        return {path.name: path.read_bytes() for path in made if path.name != "run.json"}

    with cluster(port, tmp_path, workers=2):
        assert run("dask", f"dask://127.0.0.1:{port}") == run("here", "here")


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
