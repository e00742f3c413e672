"""Answer sheets are read back from scans: turned, noised, at 150 and 300 dpi, by the corners, the code and the geometry."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from numpy.typing import NDArray
from PIL import Image
from tests.export.classes import class_job, made, units_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.job import load_job

JOB = """\
layouts: {layout: exam, versions: 2, seed: 7}
roster: class.csv
answer_sheets: true
"""

Pixels = NDArray[Any]
QR = zxingcpp.barcode_formats_from_str("QRCode")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], bytes]:
    job = class_job(tmp_path_factory.mktemp("sheets"), JOB)
    (geometry,) = made(job, "sheets")
    (volume,) = made(job, "volume")
    return json.loads(geometry.data), volume.data


def rendered(pdf: bytes, page: int, dpi: int) -> Pixels:
    document = pypdfium2.PdfDocument(pdf)
    pixels: Pixels = document[page].render(scale=dpi / 72, grayscale=True).to_numpy().squeeze().copy()
    document.close()
    return pixels


def crossed(pixels: Pixels, box: dict[str, Any], dpi: int) -> None:
    """Draw a cross into a box, as a pupil would."""
    x, y, side = (box[key] / 25.4 * dpi for key in ("x", "y", "width"))
    wide = max(1, round(0.25 / 25.4 * dpi))
    for at in np.linspace(-0.1 * side, 1.1 * side, 400):
        for down in (at, side - at):
            row, column = round(y + down), round(x + at)
            pixels[row - wide : row + wide, column - wide : column + wide] = 60


def scanned(pixels: Pixels, degrees: float) -> Pixels:
    """Turn a page about its middle, and put grey noise on it."""
    turned = Image.fromarray(pixels).rotate(degrees, resample=Image.Resampling.BILINEAR, fillcolor=255)
    noise = np.random.default_rng(5).normal(0, 18, pixels.shape)
    return np.clip(np.asarray(turned).astype(float) - 6 + noise, 0, 255).astype(np.uint8)


def corners(pixels: Pixels, dpi: int) -> list[tuple[float, float]]:
    """The middles (x, y) of the darkest squares of 5 mm in each quarter of a page, top row first."""
    side = round(5 / 25.4 * dpi)
    dark = (pixels < 128).astype(np.int64)
    sums = np.pad(dark.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    inside = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    middle = inside.shape[0] // 2, inside.shape[1] // 2
    found = []
    for rows in (slice(None, middle[0]), slice(middle[0], None)):
        for columns in (slice(None, middle[1]), slice(middle[1], None)):
            part = inside[rows, columns]
            ys, xs = np.nonzero(part >= 0.97 * part.max())
            found.append(
                (
                    xs.mean() + (columns.start or 0) + side / 2,
                    ys.mean() + (rows.start or 0) + side / 2,
                )
            )
    return found


def to_pixels(sheet: dict[str, Any], found: list[tuple[float, float]]) -> Pixels:
    """The linear map from millimetres on paper to pixels that fits the four corners best."""
    names = ("top-left", "top-right", "bottom-left", "bottom-right")
    marks = [sheet["corners"][name] for name in names]
    paper = [[each["x"] + each["width"] / 2, each["y"] + each["height"] / 2, 1] for each in marks]
    solved: Pixels = np.linalg.lstsq(np.array(paper), np.array(found), rcond=None)[0]
    return solved


def marked(pixels: Pixels, sheet: dict[str, Any], dpi: int) -> set[tuple[int, str]]:
    """The boxes that have ink within: number and letter."""
    there = to_pixels(sheet, corners(pixels, dpi))
    reach = round(1.4 / 25.4 * dpi)
    found = set()
    for box in sheet["boxes"]:
        x, y = np.array([box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, 1]) @ there
        inner = pixels[round(y) - reach : round(y) + reach, round(x) - reach : round(x) + reach]
        if box["kind"] == "mark" and (inner < 150).mean() > 0.1:
            found.add((box["number"], box["printed"]))
    return found


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("degrees", [0, 1.5, -3])
def test_crosses_are_read_back(sheets: tuple[dict[str, Any], bytes], dpi: int, degrees: float) -> None:
    said, pdf = sheets
    for at, code in enumerate(sorted(said["copies"])):
        (sheet,) = said["versions"][said["copies"][code]]
        page = rendered(pdf, at * 4 + sheet["page"] - 1, dpi)  # a copy has four pages, the blank ones counted
        boxes = [box for index, box in enumerate(sheet["boxes"]) if index % 3 == at % 3]
        for box in boxes:
            crossed(page, box, dpi)
        scan = scanned(page, degrees)
        (read,) = zxingcpp.read_barcodes(scan, formats=QR)
        assert read.text == f"{code}-{sheet['page']:03}"
        assert marked(scan, sheet, dpi) == {(box["number"], box["printed"]) for box in boxes}


def test_boxes_are_those_of_questions_whatever_their_place(sheets: tuple[dict[str, Any], bytes]) -> None:
    said, _ = sheets
    by_version = [
        {(box["question"], box["choice"]) for sheet in version for box in sheet["boxes"]}
        for version in said["versions"].values()
    ]
    # Three questions of four choices, and one that is true or false: 3 × 4 + 2.
    assert [len(each) for each in by_version] == [14, 14]
    assert by_version[0] == by_version[1]
    orders = [[box["question"] for box in version[0]["boxes"]] for version in said["versions"].values()]
    assert orders[0] != orders[1]


def test_corner_marks_and_code_stand_apart_and_clear_of_the_rim(sheets: tuple[dict[str, Any], bytes]) -> None:
    said, _ = sheets
    for (sheet,) in said["versions"].values():
        assert sheet["code"]["size"] == 15
        assert min(sheet["code"]["y"], sheet["width"] - sheet["code"]["x"] - 15) >= 6
        assert {each["width"] for each in sheet["corners"].values()} == {6}
        assert all(each["x"] >= 15 and each["y"] >= 15 for each in sheet["corners"].values())


def test_large_type_has_large_boxes(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text(
        "extends: exam\ndescription: Large\nstyles: {body: {size: 22pt, leading: 28pt}}\n", encoding="utf-8"
    )
    (geometry,) = made(class_job(tmp_path, JOB.replace("layout: exam", "layout: large.yaml")), "sheets")
    (sheet, *_) = json.loads(geometry.data)["versions"]["A"]
    assert {box["width"] for box in sheet["boxes"]} == {9.0}  # 22 points are twice 11: 4.5 mm twice


@pytest.mark.parametrize("layout", ["large-print", "giant-print", "dyslexia-friendly"])
def test_sheets_of_accessible_layouts_are_read_back(tmp_path: Path, layout: str) -> None:
    job = class_job(
        tmp_path,
        f"layouts: {{layout: {layout}, versions: 2, seed: 7}}\nroster: class.csv\nanswer_sheets: true\n",
    )
    guide = tmp_path / "heart.yaml"
    guide.write_text(
        guide.read_text(encoding="utf-8").replace("use: [exam]", "use: [quiz]"), encoding="utf-8"
    )
    said = json.loads(made(job, "sheets")[0].data)
    (volume,) = made(job, "volume")
    for each in volume.ranges:
        (sheet,) = said["versions"][each.version]
        page = rendered(volume.data, each.first + sheet["page"] - 2, 150)
        boxes = sheet["boxes"][::3]
        for box in boxes:
            crossed(page, box, 150)
        scan = scanned(page, 1.5)
        (read,) = zxingcpp.read_barcodes(scan, formats=QR)
        assert read.text == f"{each.code}-{sheet['page']:03}"
        assert marked(scan, sheet, 150) == {(box["number"], box["printed"]) for box in boxes}


MATCHING = """\
  - {type: matching, prompt: Match them., use: [exam], pairs: [[one, eye], [two, heart], [three, watch], [four, bed]]}
  - {type: ordering, prompt: Put them in order., use: [exam], choices: [first, second, third]}
"""


def matched(folder: Path, layout: str = "exam") -> dict[str, Any]:
    job = class_job(folder, JOB.replace("layout: exam", f"layout: {layout}"))
    guide = folder / "heart.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + MATCHING, encoding="utf-8")
    found: dict[str, Any] = json.loads(made(job, "sheets")[0].data)
    return found


def test_a_matching_question_has_a_row_for_each_entry_and_the_choices_are_those_of_the_guide(
    tmp_path: Path,
) -> None:
    for sheets in matched(tmp_path)["versions"].values():
        boxes = [box for sheet in sheets for box in sheet["boxes"] if "entry" in box]
        assert len({(box["question"], box["number"]) for box in boxes}) == 1
        assert [(box["entry"], box["printed"]) for box in boxes] == [
            (entry, mark) for entry in range(4) for mark in "ABCD"
        ]
        order = [box["choice"] for box in boxes if box["entry"] == 0]
        assert sorted(order) == [0, 1, 2, 3]
        assert order != [0, 1, 2, 3]  # the right-hand side is shuffled
        assert len({box["y"] for box in boxes}) == 4
        written = [box for sheet in sheets for box in sheet["boxes"] if box["kind"] == "write"]
        assert [box["choice"] for box in written] == [0, 1, 2]


@pytest.mark.parametrize("size", ["11pt", "24pt"])
def test_ten_letters_have_room_beside_each_other_in_any_type(tmp_path: Path, size: str) -> None:
    pairs = ", ".join(f"[left {at}, right {at}]" for at in range(10))
    (tmp_path / "own.yaml").write_text(
        f"extends: exam\ndescription: Own\nstyles: {{body: {{size: {size}, leading: 30pt}}}}\n",
        encoding="utf-8",
    )
    job = class_job(tmp_path, JOB.replace("layout: exam", "layout: own.yaml"))
    guide = tmp_path / "heart.yaml"
    question = f"  - {{type: matching, prompt: Match., use: [exam], pairs: [{pairs}]}}\n"
    guide.write_text(guide.read_text(encoding="utf-8") + question, encoding="utf-8")
    said = json.loads(made(job, "sheets")[0].data)
    for sheet in (sheet for sheets in said["versions"].values() for sheet in sheets):
        right = sheet["corners"]["top-right"]["x"] + sheet["corners"]["top-right"]["width"]
        assert all(box["x"] + box["width"] <= right + 0.01 for box in sheet["boxes"])
        rows: dict[float, list[float]] = {}
        for box in sheet["boxes"]:
            rows.setdefault(box["y"], []).append(box["x"])
        assert all(
            later - one > sheet["boxes"][0]["width"]
            for row in rows.values()
            for one, later in pairwise(sorted(row))
        )


def test_the_geometry_names_no_pupil(tmp_path: Path) -> None:
    (unit,) = (each for each in units_of(class_job(tmp_path, JOB)) if each.kind == "sheets")
    assert {(copy.name, copy.number, copy.group, copy.seat, copy.span) for copy in unit.copies} == {
        ("", "", "", "", None)
    }


def test_sheets_without_codes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(
        FaultsFound, match=r"job\.yaml:5:16: error: Answer sheets are told apart by their codes"
    ):
        load_job(class_job(tmp_path, JOB + "personalise: name\n"))
