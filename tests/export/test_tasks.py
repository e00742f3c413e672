"""A task is another one where anything differs that its files hang on, and tells what a manifest and a catalogue say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.classes import class_job

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.catalogue.entries import Edition
from guidepress.export.job import load_job
from guidepress.export.plan import plan
from guidepress.export.tasks import ExportTask, make_export_task, task_of, told_of


def tasks(job: Path) -> list[ExportTask]:
    return [task_of(unit) for unit in plan(load_job(job)).units()]


def test_a_book_tells_a_manifest_and_a_catalogue_what_it_is(tmp_path: Path) -> None:
    job = class_job(tmp_path)
    (task,) = tasks(job)
    made = make_export_task(task)
    ((name, data),) = made.files
    told = told_of(made.told)
    assert name == "heart-study-guide.pdf"
    assert [(entry.file, entry.bytes) for entry in told.entries] == [(name, len(data))]
    assert told.listed is not None
    facts, edition = told.listed
    assert facts.title == "The Tell-Tale Heart"
    assert edition == Edition(name, "study-guide", told.entries[0].pages, edition.reading_time)


@pytest.mark.parametrize("change", ["guide", "layout", "engine"])
def test_a_change_makes_it_another_task(tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    job = class_job(tmp_path)
    (before,) = tasks(job)
    assert tasks(job) == [before]
    if change == "guide":
        guide = tmp_path / "heart.yaml"
        guide.write_text(guide.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    elif change == "layout":
        said = job.read_text(encoding="utf-8")
        job.write_text(f"{said}layouts: {{layout: study-guide, paper: a4}}\n", encoding="utf-8")
    else:
        monkeypatch.setattr("guidepress.export.plan.engine_digest", lambda: "another")
    (after,) = tasks(job)
    assert after.spec != before.spec


def test_a_guide_that_is_changed_under_way_is_not_kept_as_what_was_planned(tmp_path: Path) -> None:
    (task,) = tasks(class_job(tmp_path))
    guide = tmp_path / "heart.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    with pytest.raises(FaultsFound, match=r"heart\.yaml was changed while it was being printed"):
        make_export_task(task)
