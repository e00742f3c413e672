"""A plan is a stream of small units that say all that their files hang on, and nothing of pupils that no job names."""

from __future__ import annotations

import pickle
from itertools import islice
from pathlib import Path

import pytest
from tests.export.classes import GUIDE, NAMES, class_job, units_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.job import load_job
from guidepress.export.plan import plan

EXAM = "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\n"


def test_a_class_has_a_volume_a_sheet_and_a_key_a_version(tmp_path: Path) -> None:
    assert [(each.kind, each.name) for each in units_of(class_job(tmp_path, EXAM))] == [
        ("volume", "heart-exam-7b"),
        ("class-sheet", "heart-exam-7b-class-sheet"),
        ("key", "heart-exam-key-A"),
        ("key", "heart-exam-key-B"),
    ]


def test_without_a_roster_each_guide_is_printed_once(tmp_path: Path) -> None:
    assert [(each.kind, each.name) for each in units_of(class_job(tmp_path))] == [
        ("book", "heart-study-guide")
    ]


def test_copies_without_names_have_codes_and_versions(tmp_path: Path) -> None:
    job = class_job(tmp_path, "layouts: {layout: exam, versions: 2}\ncopies: 3\nvolumes: 2\nkeys: false\n")
    volumes = [each for each in units_of(job) if each.kind == "volume"]
    assert [each.name for each in volumes] == ["heart-exam-1", "heart-exam-2"]
    assert [(copy.code[-4:], copy.version, copy.name) for each in volumes for copy in each.copies] == [
        ("0001", "A", ""),
        ("0002", "B", ""),
        ("0003", "A", ""),
    ]


def test_no_copy_holds_what_the_job_does_not_name(tmp_path: Path) -> None:
    units = units_of(class_job(tmp_path, EXAM + "personalise: code\n"))
    said = pickle.dumps(units).decode("latin-1") + repr(units)
    assert not any(name in said for name in NAMES)


def test_every_copy_of_a_job_has_a_code_of_its_own_and_both_kinds_of_file_the_same(tmp_path: Path) -> None:
    job = class_job(
        tmp_path, "layouts: [{layout: exam, versions: 2}, handout]\nroster: class.csv\nfiles: both\n"
    )
    codes = {
        (each.layout.layout, each.kind): [copy.code for copy in each.copies]
        for each in units_of(job)
        if each.copies
    }
    assert codes["exam", "volume"] == codes["exam", "copies"]
    assert len({*codes["exam", "volume"], *codes["handout", "volume"]}) == 2 * len(NAMES)


def test_a_key_changes_with_what_its_files_hang_on_and_with_nothing_else(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        class_job(folder, EXAM)
    before = [each.key for each in units_of(here / "job.yaml")]
    assert [each.key for each in units_of(there / "job.yaml")] == before
    guide = there / "heart.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("A clerk", "A cleric"), encoding="utf-8")
    assert not {each.key for each in units_of(there / "job.yaml")} & set(before)
    job = here / "job.yaml"
    job.write_text(job.read_text(encoding="utf-8").replace("seed: 7", "seed: 8"), encoding="utf-8")
    assert not {each.key for each in units_of(job)} & set(before)


def test_units_can_be_sent_to_another_process(tmp_path: Path) -> None:
    units = units_of(class_job(tmp_path, EXAM))
    assert pickle.loads(pickle.dumps(units)) == units  # noqa: S301 - our own
    assert all(len(pickle.dumps(each)) < 10_000 for each in units)


def test_a_plan_of_thousands_is_a_stream(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"g{number:03}.yaml").write_text("format: 1\n", encoding="utf-8")
    class_job(tmp_path)
    (tmp_path / "job.yaml").write_text('format: 1\nguides: "g*.yaml"\n', encoding="utf-8")
    units = plan(load_job(tmp_path / "job.yaml")).units()
    (tmp_path / "g007.yaml").unlink()  # it is opened when its unit is asked for, and not before
    assert [each.name for each in islice(units, 2)] == ["g000-study-guide", "g001-study-guide"]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    job = class_job(tmp_path, 'layouts: [exam, quiz]\nroster: class.csv\nname: "{guide}"\n')
    with pytest.raises(FaultsFound, match=r'Two files would be called "heart\.pdf"'):
        units_of(job)


def test_a_pupil_without_a_class_among_others_that_have_one_is_told(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM, "Name,Class\nAna,7b\nBo,\n")
    with pytest.raises(FaultsFound, match=r"class\.csv:3:1: error: This row has no class"):
        units_of(job)


def test_the_run_is_named_by_what_it_is_made_of(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM)
    run = plan(load_job(job)).run
    assert plan(load_job(job)).run == run
    class_job(tmp_path, EXAM, "Name,Class\nAna,7b\n")
    assert plan(load_job(job)).run != run


@pytest.mark.parametrize(
    "roster", ["Name,Class,Seat\nAna,7b,2\nBo,7b,1\n", "Name,Class,Version\nAna,7b,B\nBo,7b,A\n"]
)
def test_who_changes_seats_or_versions_has_no_code_that_was_printed_for_another(
    tmp_path: Path, roster: str
) -> None:
    job = class_job(tmp_path, EXAM + "order: seat\n", roster.replace("2", "0").replace("B\n", "A\n"))
    codes = {copy.code for each in units_of(job) for copy in each.copies}
    class_job(tmp_path, EXAM + "order: seat\n", roster)
    assert not codes & {copy.code for each in units_of(job) for copy in each.copies}


def test_a_guide_more_that_a_star_finds_gives_no_copy_the_code_of_another(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM)
    job.write_text(job.read_text(encoding="utf-8").replace("heart.yaml", '"*.yaml"'), encoding="utf-8")
    codes = {copy.code for each in units_of(job) for copy in each.copies}
    (tmp_path / "cask.yaml").write_text(GUIDE, encoding="utf-8")
    assert not codes & {copy.code for each in units_of(job) for copy in each.copies}
