"""Every case file says beside its lines which faults they cause; no more and no fewer may be found.

The comment reads "# fault code: words of the message or the hint", or "# warning …"; "fault+2" stands for a fault two
lines below, since a line inside a text can have no comment.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidepress.base.diagnostics import Diagnostic, FaultsFound, errors_in
from guidepress.guide import check_guide, load_guide

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
EXPECTED = re.compile(r"# (fault|warning)(?:\+(\d+))? ([a-z0-9-]+)(?:: ([^#]*))?(?=$| #)")
SEVERITY = {"fault": "error", "warning": "warning"}


def expected(path: Path) -> list[tuple[int, str, str, str]]:
    return [
        (number + int(match[2] or 0), SEVERITY[match[1]], match[3], (match[4] or "").strip())
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        for match in EXPECTED.finditer(line)
    ]


def found(faults: tuple[Diagnostic, ...]) -> list[tuple[int, str, str]]:
    return [(fault.span.line if fault.span else 0, fault.severity, fault.code) for fault in faults]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_has_the_faults_it_names(path: Path) -> None:
    wanted = expected(path)
    faults = check_guide(path)
    assert sorted(row[:3] for row in wanted) == sorted(found(faults)), "\n".join(map(str, faults))
    for line, _, code, words in wanted:
        texts = [
            f"{fault.message} {fault.hint}" for fault in faults if found((fault,))[0][::2] == (line, code)
        ]
        assert any(words in text for text in texts), texts


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_faults_come_in_file_order_and_loading_raises_them_all(path: Path) -> None:
    faults = check_guide(path)
    places = [(fault.span.line, fault.span.column) for fault in faults if fault.span]
    assert sorted(places) == places
    if errors_in(faults):
        with pytest.raises(FaultsFound) as raised:
            load_guide(path)
        assert faults == raised.value.diagnostics
    else:
        assert faults == load_guide(path).diagnostics


def test_the_fullest_case_has_no_fault() -> None:
    assert check_guide(Path(__file__).parent / "cases" / "everything.yaml") == ()


def test_a_damaged_picture_is_found_whatever_pillow_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    faults = check_guide(Path(__file__).parent / "cases" / "pictures.yaml")
    assert (8, "error", "corrupt-image") in found(faults)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fault_of_content_says_what_to_do(path: Path) -> None:
    """Faults of form (a missing colon, a number that must be a number) say it in the message itself."""
    form = re.compile(r"^(?:syntax|wrong-(?:type|value|length)|missing-key|empty|unknown-key|duplicate-key)")
    silent = [str(fault) for fault in check_guide(path) if not fault.hint and not form.match(fault.code)]
    assert silent == []


@pytest.mark.parametrize(("orientation", "size"), [(1, (6, 4)), (3, (6, 4)), (6, (4, 6)), (8, (4, 6))])
def test_a_picture_is_measured_as_its_camera_was_held(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    from PIL import Image as Pillow  # noqa: PLC0415 - few tests make pictures

    lying = Pillow.new("RGB", (6, 4), "white")
    exif = lying.getexif()
    exif[0x0112] = orientation
    lying.save(tmp_path / "phone.jpg", exif=exif)
    text = 'format: 1\ntitle: T\nauthor: A\noverview: "![a wall](phone.jpg)"\n'
    (tmp_path / "g.yaml").write_text(text, encoding="utf-8")
    image = load_guide(tmp_path / "g.yaml").images["phone.jpg"]
    assert (image.width, image.height) == size


def test_a_drawing_is_measured_in_points(tmp_path: Path) -> None:
    # 96 pixels and 48 are an inch and a half
    shape = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="9" height="9"/></svg>'
    )
    (tmp_path / "logo.svg").write_text(shape, encoding="utf-8")
    text = 'format: 1\ntitle: T\nauthor: A\noverview: "![a logo](logo.svg)"\n'
    (tmp_path / "g.yaml").write_text(text, encoding="utf-8")
    image = load_guide(tmp_path / "g.yaml").images["logo.svg"]
    assert (image.width, image.height) == (72, 36)
