"""A logo lies below the root, is measured when the layout is loaded, and stands clear of text and edges."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.layout import Layout, load_layout
from guidepress.layout.inputs import layout_inputs

OWL = Path(__file__).parent / "cases" / "owl.svg"  # 60 by 60 pixels: 45 points

HEAD = "format: 1\nextends: study-guide\ndescription: Ours\n"


def loaded(folder: Path, text: str) -> Layout:
    shutil.copy(OWL, folder / "owl.svg")
    (folder / "ours.yaml").write_text(HEAD + text, encoding="utf-8")
    return load_layout(str(folder / "ours.yaml"))


def faults(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(FaultsFound) as raised:
        loaded(folder, text)
    return raised.value.diagnostics


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    return [(each.span.line, each.span.column, each.code) for each in faults(folder, text) if each.span]


def test_a_logo_is_measured_and_is_one_of_the_files_that_no_output_may_cover(tmp_path: Path) -> None:
    layout = loaded(tmp_path, "logo: {file: owl.svg}\n")
    assert layout.logo is not None
    assert (layout.logo.pixel_width, layout.logo.pixel_height) == (45, 45)
    assert layout.logo.width_at(12_000) == 12_000
    assert tmp_path / "owl.svg" in layout_inputs(layout)


def test_none_takes_a_logo_away(tmp_path: Path) -> None:
    loaded(tmp_path, "logo: {file: owl.svg}\n")
    (tmp_path / "plain.yaml").write_text(
        "format: 1\nextends: ours.yaml\ndescription: Plain\nlogo: none\n", encoding="utf-8"
    )
    assert load_layout(str(tmp_path / "plain.yaml")).logo is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("logo: {file: owls.svg}\n", (4, 14, "missing-image")),
        ("logo: {file: ../owl.svg}\n", (4, 14, "outside-root")),
        ("logo: {file: ours.yaml}\n", (4, 14, "corrupt-image")),
        ("logo: {height: 9pt}\n", (4, 7, "missing-key")),
        ('furniture: {head_recto: {left: "{logo}"}}\n', (4, 32, "no-logo")),
        ('logo: {file: owl.svg}\nfurniture: {head_recto: {left: "{logo} 1"}}\n', (5, 32, "logo-not-alone")),
        (
            'logo: {file: owl.svg, height: 70pt}\nfurniture: {foot_recto: {left: "{logo}"}}\n',
            (4, 7, "impossible-margins"),
        ),
    ],
)
def test_a_fault_of_a_logo_has_its_place(tmp_path: Path, text: str, place: tuple[int, int, str]) -> None:
    assert told(tmp_path, text) == [place]


def test_a_head_says_over_how_much_a_logo_would_stand(tmp_path: Path) -> None:
    """64.8 points to the text, the baseline 24 above it: 40.8, less a third of 8.5 points of type (2.83) and half of 100."""
    (only,) = faults(
        tmp_path, 'logo: {file: owl.svg, height: 100pt}\nfurniture: {head_recto: {left: "{logo}"}}\n'
    )
    assert "In head_recto the logo would stand" in only.message
