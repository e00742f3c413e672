"""A job file is read as it is meant, or each fault is told at its line and column, all of them at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.classes import class_job

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import fields
from guidepress.export.job import load_job
from guidepress.export.job.json_schema import job_schema
from guidepress.export.job.model import ClassJob
from guidepress.export.plan import plan

if TYPE_CHECKING:
    from guidepress.base.yaml_writing import Writable

ROOT = Path(__file__).parents[3]


def faults(path: Path) -> list[str]:
    with pytest.raises(FaultsFound) as found:
        load_job(path)
    return [str(each).removeprefix(f"{path}:") for each in found.value.diagnostics]


def test_the_shortest_job_prints_a_guide_in_the_usual_layout(tmp_path: Path) -> None:
    loaded = load_job(class_job(tmp_path))
    assert [Path(each).name for each in loaded.guides] == ["heart.yaml"]
    assert [each.name for each in loaded.layouts] == ["study-guide"]
    assert (loaded.roster, loaded.output, loaded.title) == (None, tmp_path / "job", "job")


def test_a_job_may_be_a_mapping_and_is_the_same_as_its_file(tmp_path: Path) -> None:
    job: dict[str, Writable] = {
        "format": 1,
        "guides": "heart.yaml",
        "layouts": ["exam"],
        "roster": {"file": "class.csv", "class": "7b"},
    }
    path = class_job(tmp_path)
    loaded = load_job(job, file=path)
    path.write_bytes(loaded.written)
    again = load_job(path)
    assert again.written == loaded.written
    assert plan(again).run == plan(loaded).run
    assert [each.name for each in plan(again).units()] == [each.name for each in plan(loaded).units()]


def test_a_fault_of_a_mapping_is_told_at_its_keys(tmp_path: Path) -> None:
    job: dict[str, Writable] = {
        "format": 1,
        "guides": "heart.yaml",
        "layouts": ["quiz", {"layout": "quizz"}],
        "order": "alphabet",
    }
    class_job(tmp_path)
    with pytest.raises(FaultsFound) as found:
        load_job(job, file=tmp_path / "there is none.yaml")
    assert [str(each).partition(" error:")[0] for each in found.value.diagnostics] == [
        "job:layouts[1].layout:",
        "job:order:",
    ]


def test_paths_with_stars_stand_for_all_guides_that_are_there_each_once(tmp_path: Path) -> None:
    path = class_job(tmp_path)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "raven.yaml").write_text("format: 1\n", encoding="utf-8")
    path.write_text('format: 1\nguides: ["heart.yaml", "*.yaml", "**/r*.yaml"]\n', encoding="utf-8")
    names = [Path(each).name for each in load_job(path).guides]
    assert names == ["heart.yaml", "raven.yaml"]  # job.yaml is the job


def test_a_pattern_may_begin_at_the_root_of_all_folders_but_lies_within_the_job_s(tmp_path: Path) -> None:
    path = class_job(tmp_path)
    path.write_text(f'format: 1\nguides: "{tmp_path}/h*.yaml"\n', encoding="utf-8")
    assert [Path(each).name for each in load_job(path).guides] == ["heart.yaml"]
    for entry in ("/etc/*.yaml", "../**/*.yaml"):
        path.write_text(f'format: 1\nguides: ["{entry}"]\n', encoding="utf-8")
        assert faults(path)[0].startswith(f'2:10: error: "{entry}" does not lie in ')


@pytest.mark.parametrize("entry", ["c**", "a**/b.yaml"])
def test_stars_that_are_no_pattern_find_no_guide(tmp_path: Path, entry: str) -> None:
    path = class_job(tmp_path)
    path.write_text(f'format: 1\nguides: ["{entry}"]\n', encoding="utf-8")
    (message,) = [each for each in faults(path) if "file-not-found" in each]
    assert message.startswith(f'2:10: error: No guide is found as "{entry}".')


def test_classes_that_are_asked_for_are_kept(tmp_path: Path) -> None:
    path = class_job(tmp_path, "roster: {file: class.csv, class: 7b}\n", "Name,Class\nAna,7a\nBo,7b\nCy,7b\n")
    roster = load_job(path).roster
    assert roster is not None
    assert [each.name for each in roster.pupils] == ["Bo", "Cy"]


def test_every_fault_is_told_at_its_place(tmp_path: Path) -> None:
    more = """\
layouts: [exam, {layout: quizz, versions: 30}]
roster: {file: nobody.csv}
copies: 3
order: alphabet
name: "{guide}-{pupil}"
padding: 3
colour: red
"""
    assert faults(class_job(tmp_path, more)) == [
        '3:26: error: There is no layout "quizz". Did you mean "quiz"? [unknown-layout]',
        "3:43: error: 30 is more versions than there can be; 26 are the most. [too-many]",
        '4:16: error: There is no file "nobody.csv". Check its name. [file-not-found]',
        (
            "5:9: error: Copies without names are made where there is no roster. Take out one of the two."
            " [copies-and-roster]"
        ),
        '6:8: error: "alphabet" is not allowed here. Known here: student, roster, seat, version, page. [wrong-value]',
        (
            '7:7: error: Names know no "{pupil}". Write {guide}, {layout}, {class}, {version}, {code}, {part}, {name},'
            " {number}, {seat}. [unknown-field]"
        ),
        '8:10: error: "3" is not allowed here. Known here: none, duplex, 2, 4. [wrong-value]',
        '9:1: error: There is no key "colour" in a class job. [unknown-key]',
    ]


def test_a_class_that_is_not_in_the_roster_is_told(tmp_path: Path) -> None:
    path = class_job(tmp_path, "roster: {file: class.csv, class: 7x}\n")
    assert faults(path) == [
        '3:34: error: There is no class "7x" in the roster. Its classes are: 7b. [unknown-class]'
    ]


def test_a_list_without_classes_is_of_the_class_that_the_job_names(tmp_path: Path) -> None:
    roster = "Name\nAna\nBo\n"
    loaded = load_job(class_job(tmp_path, "roster: {file: class.csv, class: 8B}\n", roster))
    assert loaded.roster is not None
    assert [pupil.group for pupil in loaded.roster.pupils] == ["8B", "8B"]
    assert faults(class_job(tmp_path, "roster: {file: class.csv, class: [8B, 8C]}\n", roster)) == [
        '3:34: error: There is no class "8B" in the roster. It has no column of classes; head one with Class. [unknown-class]',
        '3:34: error: There is no class "8C" in the roster. It has no column of classes; head one with Class. [unknown-class]',
    ]


@pytest.mark.parametrize("layouts", ["layouts: [handout, {layout: quiz, paper: letter}]\n", ""])
def test_the_paper_of_a_job_is_that_of_layouts_that_name_none(tmp_path: Path, layouts: str) -> None:
    loaded = load_job(class_job(tmp_path, f"{layouts}paper: a4\n"))
    assert [each.paper for each in loaded.job.layouts] == (["a4", "letter"] if layouts else ["a4"])
    # A4 is 210 mm wide, 595.276 pt; Letter 612 pt.
    assert [round(each.page.width / 1000) for each in loaded.layouts] == ([595, 612] if layouts else [595])


def test_faults_of_the_roster_have_its_own_rows(tmp_path: Path) -> None:
    path = class_job(tmp_path, "roster: class.csv\n", "Name,Class\nAna,7a,b\n")
    with pytest.raises(FaultsFound) as found:
        load_job(path)
    assert str(found.value).startswith(f"{tmp_path / 'class.csv'}:2:3: error: This row has 3 cells")


def test_the_schema_has_every_key_and_its_meaning() -> None:
    schema = job_schema()
    assert schema["properties"].keys() == {each.name for each in fields(ClassJob)}
    assert all(each["description"] for each in schema["properties"].values())
    assert schema["$defs"].keys() == {"JobLayout", "JobPress", "JobRoster"}


def test_every_key_is_in_the_reference() -> None:
    reference = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    assert [key for key in job_schema()["properties"] if f"`{key}`" not in reference] == []


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs/examples").glob("*.yaml")))
def test_the_sample_jobs_load(name: str) -> None:
    loaded = load_job(ROOT / "docs/examples" / name)
    assert loaded.roster is not None
    assert loaded.guides
