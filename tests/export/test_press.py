"""A job makes a printer's files of many guides, and tells what is wrong with an order before anything is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.press.books import SENTENCE

from guidepress.base.diagnostics import FaultsFound
from guidepress.cli import main
from guidepress.export.estimate import estimate
from guidepress.export.job import load_job
from guidepress.export.plan import plan

UNIT = "  - title: Morning {}\n    summary: {}\n"
PRESS = "press:\n  printer: kdp\n  trim: 6x9\n  isbns: {fog: 978-0-306-40615-7}\n"


def job(folder: Path, press: str = PRESS) -> Path:
    """A job of a guide that is a book, and of one that is too short for any printer."""
    for name, units in (("fog", 36), ("leaf", 1)):
        body = "".join(UNIT.format(number, SENTENCE * 12) for number in range(units))
        text = f"format: 1\ntitle: {name.title()}\nauthor: A. Clerk\nunits:\n{body}"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    path = folder / "job.yaml"
    path.write_text(
        f"format: 1\nguides: [fog.yaml, leaf.yaml]\nlayouts: paperback-6x9\n{press}", encoding="utf-8"
    )
    return path


def faults(folder: Path, press: str) -> list[str]:
    with pytest.raises(FaultsFound) as raised:
        load_job(job(folder, press))
    return [str(each).replace(f"{folder}/", "") for each in raised.value.diagnostics]


def test_each_guide_has_its_files_in_a_folder_and_its_own_isbn(tmp_path: Path) -> None:
    units = [each for each in plan(load_job(job(tmp_path))).units() if each.kind == "press"]
    assert [each.name for each in units] == ["fog-paperback-6x9-kdp", "leaf-paperback-6x9-kdp"]
    assert units[0].names == tuple(
        f"fog-paperback-6x9-kdp/{name}"
        for name in (
            "interior.pdf",
            "cover.pdf",
            "ticket.json",
            "kdp.csv",
            "preflight.html",
            "preflight.json",
        )
    )
    assert [each.press.isbns for each in units if each.press] == [{"fog": "978-0-306-40615-7"}, {}]
    assert any(name == "kdp.yaml" for name, _ in units[0].sources)
    assert units[0].key != units[1].key


def test_the_files_are_made_and_listed_and_the_guide_that_is_too_short_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(job(tmp_path)), "--output", str(out)]) == 1
    folder = out / "fog-paperback-6x9-kdp"
    assert sorted(each.name for each in folder.iterdir()) == [
        "cover.pdf",
        "interior.pdf",
        "kdp.csv",
        "preflight.html",
        "preflight.json",
        "ticket.json",
    ]
    assert main(["press", str(folder), "--check"]) == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    pages = json.loads((folder / "ticket.json").read_text(encoding="utf-8"))["order"]["pages"]
    listed = {each["file"]: each["pages"] for each in manifest["artefacts"] if each["kind"] == "press"}
    assert listed["fog-paperback-6x9-kdp/interior.pdf"] == pages
    assert listed["fog-paperback-6x9-kdp/kdp.csv"] == 0
    assert "takes 24 to 828 pages for White paper" in json.dumps(manifest["failed"])
    assert [each["file"] for each in manifest["failed"]] == ["leaf-paperback-6x9-kdp"]
    assert "guidepress: leaf-paperback-6x9-kdp: error: " in capsys.readouterr().err
    assert not (out / "leaf-paperback-6x9-kdp").exists()
    capsys.readouterr()


def test_a_plan_counts_the_pages_as_printed(tmp_path: Path) -> None:
    units = [each for each in plan(load_job(job(tmp_path))).units() if each.kind == "press"]
    first, second = estimate(units)
    assert first.files == 6
    assert first.pages is not None
    assert first.pages % 2 == 0
    assert [each.code for each in second.faults] == ["too-few-pages"]


@pytest.mark.parametrize(
    ("press", "said"),
    [
        ("press: kpd\n", 'job.yaml:4:8: error: There is no printer "kpd". Did you mean "kdp"?'),
        ("press: ../../kdp.yaml\n", 'job.yaml:4:8: error: "../../kdp.yaml" does not lie in '),
        ("press: {printer: kdp, paper: pink}\n", 'job.yaml:4:8: error: Amazon KDP offers no paper "pink".'),
        ("press: {printer: kdp, icc: no.icc}\n", "job.yaml:4:28: error: "),
        (
            "press: {printer: kdp, isbns: {fog: 12}}\n",
            "job.yaml:4:36: error: The ISBN '12' has 2 digits; an ISBN has 13",
        ),
        (
            "press: {printer: kdp, isbns: {mist: 978-0-306-40615-7}}\n",
            'job.yaml:4:37: error: The job has no guide "mist" that this ISBN could be of. Its guides are: fog, leaf.',
        ),
        ("press: {printer: kdp, standard: x9}\n", 'job.yaml:4:33: error: "x9" is not allowed here.'),
    ],
)
def test_a_wrong_order_is_told_at_its_place(tmp_path: Path, press: str, said: str) -> None:
    found = faults(tmp_path, press)
    assert found[0].startswith(said), found


def test_a_plan_names_the_first_file_by_its_own_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["export", str(job(tmp_path)), "--plan"])
    assert "  press: fog-paperback-6x9-kdp/interior.pdf and 5 files more: " in capsys.readouterr().out
