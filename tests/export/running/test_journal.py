"""A journal keeps what became of tasks, for one run and one job at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.running.journal import open_journal
from guidepress.export.running.outcome import Outcome, Written

DONE = Outcome("a.pdf", "1", "done", (Written("a.pdf", 3, "y"),), '[{"pages": 1}]')


def test_outcomes_are_there_in_the_next_run(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j", "job") as journal:
        journal.note(DONE)
    with open_journal(tmp_path / "j", "job") as journal:
        assert journal.outcome("a.pdf") == DONE
        assert list(journal.names()) == ["a.pdf"]
        journal.forget("a.pdf")
        assert journal.outcome("a.pdf") is None


def test_a_second_run_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        open_journal(tmp_path / "out/.guidepress/j", "job"),
        pytest.raises(FaultsFound) as refused,
        open_journal(tmp_path / "out/.guidepress/j", "job"),
    ):
        pass
    assert str(refused.value) == (
        f"error: Another run is writing to {tmp_path / 'out'}. "
        "Wait until it has ended, or name another folder. [run-in-progress]"
    )


def test_another_jobs_folder_is_refused(tmp_path: Path) -> None:
    with open_journal(tmp_path / "out/.guidepress/j", "period 3") as journal:
        journal.note(DONE)
    with (
        pytest.raises(FaultsFound, match='holds the files of another job, "period 3"'),
        open_journal(tmp_path / "out/.guidepress/j", "period 4"),
    ):
        pass
    with open_journal(tmp_path / "out/.guidepress/j", "period 3") as journal:
        assert journal.outcome("a.pdf") == DONE


def test_a_damaged_journal_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"no journal at all " * 100)
    with pytest.raises(FaultsFound, match="It is damaged: remove it"), open_journal(tmp_path / "j", "job"):
        pass


def test_an_outcome_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j", "job") as journal:
        journal.note(DONE)
    base = sqlite3.connect(tmp_path / "j")
    base.execute("UPDATE task SET outcome = 'x'")
    base.commit()
    base.close()
    with open_journal(tmp_path / "j", "job") as journal:
        assert journal.outcome("a.pdf") is None
