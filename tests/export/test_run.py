"""A run leaves its files, a manifest that is the same each time, and who has which code in a file of its own."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import fsspec
import pytest
from tests.export.classes import NAMES, class_job

from guidepress.base.diagnostics import fault
from guidepress.cli import main
from guidepress.export.job import load_job
from guidepress.export.plan import plan
from guidepress.export.run import Exported, Way, export

EXAM = "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\n"


def run(job: Path, folder: Path) -> Exported:
    return export(plan(load_job(job)), str(folder), Way(executor="here", cached=False))


def test_the_manifest_says_what_each_file_is(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(class_job(tmp_path, EXAM), out)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    files = [each for each in manifest["artefacts"] if each["sha256"]]
    assert {each["file"] for each in files} == {path.name for path in out.glob("*.pdf")}
    for each in files:
        data = (out / each["file"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), sha256(data).hexdigest())
    copies = [each for each in manifest["artefacts"] if each["kind"] == "copy"]
    assert [each["student"][-4:] for each in copies] == ["0001", "0002", "0003", "0004", "0005"]
    assert {each["seed"] for each in copies} == {7}
    rows = list(csv.DictReader(io.StringIO((out / "manifest.csv").read_text(encoding="utf-8-sig"))))
    assert [row["file"] for row in rows] == [each["file"] for each in manifest["artefacts"]]


def test_names_are_in_the_file_of_codes_and_in_no_other(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(class_job(tmp_path, EXAM), out)
    rows = list(csv.DictReader(io.StringIO((out / "codes.csv").read_text(encoding="utf-8-sig"))))
    assert {row["name"] for row in rows} == set(NAMES)
    assert (out / "codes.csv").stat().st_mode & 0o777 == 0o600
    for name in ("manifest.json", "manifest.csv", "run.json"):
        text = (out / name).read_text(encoding="utf-8")
        assert not any(each in text for each in NAMES)


def test_all_but_times_is_the_same_when_it_is_made_again(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM)
    run(job, tmp_path / "one")
    run(job, tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").glob("*.*"))
    assert names == sorted(path.name for path in (tmp_path / "two").glob("*.*"))
    assert [
        name
        for name in names
        if name not in {"run.json", ".guidepress"}
        and (tmp_path / "one" / name).read_bytes() != (tmp_path / "two" / name).read_bytes()
    ] == []


def test_a_guide_with_faults_among_good_ones_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    job = class_job(tmp_path)
    (tmp_path / "bad.yaml").write_text("format: 1\ntitel: Nothing\n", encoding="utf-8")
    job.write_text("format: 1\nguides: [bad.yaml, heart.yaml]\n", encoding="utf-8")
    done = run(job, tmp_path / "out")
    assert [each.name for each in done.failed] == ["book bad-study-guide"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [each["file"] for each in manifest["artefacts"]] == ["heart-study-guide.pdf"]
    assert manifest["failed"][0]["file"] == "bad-study-guide.pdf"
    assert any('There is no key "titel"' in each for each in manifest["failed"][0]["reasons"])


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_a_text(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM, "Name,Class\n=Ana(1),7b\n")
    run(job, tmp_path / "out")
    assert "'=Ana(1)" in (tmp_path / "out" / "codes.csv").read_text(encoding="utf-8-sig")


def test_a_second_run_makes_nothing_and_its_manifest_is_the_same(tmp_path: Path) -> None:
    job, out = class_job(tmp_path, EXAM), tmp_path / "out"
    first = run(job, out)
    before = (out / "manifest.json").read_bytes()
    second = run(job, out)
    assert (first.tally.done, second.tally.done) == (second.tally.kept, 0)
    assert (out / "manifest.json").read_bytes() == before


def test_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    job = class_job(tmp_path, EXAM)
    run(job, tmp_path / "one")
    export(plan(load_job(job)), str(tmp_path / "two"), Way("processes", workers=2, cached=False))
    for path in (tmp_path / "one").glob("*.*"):
        if path.is_file() and path.name != "run.json":
            assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


def test_a_guide_and_its_output_may_be_elsewhere(tmp_path: Path) -> None:
    job = class_job(tmp_path)
    here = run(job, tmp_path / "out")
    shelf = fsspec.filesystem("memory")
    shelf.pipe_file("/guides/heart.yaml", (tmp_path / "heart.yaml").read_bytes())
    job.write_text("format: 1\nguides: memory://guides/*.yaml\n", encoding="utf-8")
    there = export(plan(load_job(job)), "memory://out", Way(cached=False))
    assert there.entries == here.entries
    assert (
        shelf.cat_file("/out/heart-study-guide.pdf") == (tmp_path / "out/heart-study-guide.pdf").read_bytes()
    )


def test_files_that_a_job_no_longer_asks_for_are_named_and_stay(tmp_path: Path) -> None:
    job, out = class_job(tmp_path), tmp_path / "out"
    run(job, out)
    said = job.read_text(encoding="utf-8")
    job.write_text(f"{said}layouts: handout\n", encoding="utf-8")
    assert run(job, out).left_over == ("heart-study-guide.pdf",)
    assert (out / "heart-study-guide.pdf").exists()


def test_a_catalogue_is_made_of_all_books(tmp_path: Path) -> None:
    job, out = class_job(tmp_path, "layouts: [study-guide, handout]\ncatalogue: true\n"), tmp_path / "out"
    assert run(job, out).catalogue == ("catalogue.pdf", "index.json", "index.csv")
    told = json.loads((out / "index.json").read_text(encoding="utf-8"))
    (guide,) = told["guides"]
    assert [each["file"] for each in guide["editions"]] == ["heart-study-guide.pdf", "heart-handout.pdf"]


def test_what_is_wrong_with_a_guide_is_said_once_and_what_was_not_begun_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two guides in two layouts are four units; two are under way at a time, and these fail."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    job = class_job(tmp_path)
    (tmp_path / "bare.yaml").write_text("format: 1\ntitle: Bare\n", encoding="utf-8")
    job.write_text(
        "format: 1\nguides: [bare.yaml, heart.yaml]\nlayouts: [study-guide, handout]\ncatalogue: true\n",
        encoding="utf-8",
    )
    assert main(["export", str(job), "--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr()
    assert said.err.count('The key "author" is missing') == 1
    assert "2 files could not be made" in said.out
    assert "not begun" not in said.out
    assert main(["export", str(job), "--output", str(tmp_path / "fast"), "--fail-fast"]) == 1
    assert "not begun, since one had failed: 2 units" in capsys.readouterr().out
    assert (tmp_path / "out/catalogue.pdf").exists()
    assert not (tmp_path / "fast/catalogue.pdf").exists()


def test_a_run_that_breaks_off_says_what_was_made_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two books are made, one after the other; at the manifest the disk is full."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def full(*_: object) -> bytes:
        raise fault("unwritable-output", "manifest.json cannot be written: no space left on device.")

    job, out = class_job(tmp_path, "layouts: [study-guide, handout]\n"), tmp_path / "out"
    monkeypatch.setattr("guidepress.export.run.manifest_json", full)
    assert main(["export", str(job), "--output", str(out)]) == 1
    said = capsys.readouterr().err
    assert "manifest.json cannot be written: no space left on device." in said
    assert "2 of 2 were made, and stay; the same command makes the rest." in said
    assert "nothing was written" not in said


def test_what_a_killed_run_has_left_half_written_is_removed_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "out/.guidepress/parts/half"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF")
    run(class_job(tmp_path), tmp_path / "out")
    assert not left.exists()
