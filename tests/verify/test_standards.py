"""Every layout that ships is PDF/UA-1 and PDF/A-2a, by veraPDF's word."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from guidepress.build import build
from guidepress.guide import load_guide
from guidepress.layout import load_layout, stock_layouts
from guidepress.verify.standards import validate

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("layout", [name for name, _ in stock_layouts()])
def test_a_layout_conforms(layout: str, tmp_path: Path) -> None:
    paths = []
    for guide in sorted((ROOT / "guides").glob("*.yaml")):
        path = tmp_path / f"{guide.stem}.pdf"
        path.write_bytes(build(load_guide(guide), load_layout(layout)).pdf)
        paths.append(path)
    assert paths
    for standard in ("ua1", "2a"):
        verdicts = list(validate(paths, standard))
        assert [(verdict.path, verdict.faults) for verdict in verdicts if not verdict.conforms] == []


@pytest.mark.parametrize("layout", [name for name, _ in stock_layouts()])
def test_a_layout_keeps_its_promises_on_the_other_paper(layout: str) -> None:
    for guide in sorted((ROOT / "guides").glob("*.yaml")):
        built = build(
            load_guide(guide), load_layout(layout, paper="a4")
        )  # verified: a broken promise is raised
        assert built.diagnostics == (), f"{guide.name}: {built.diagnostics}"


def test_a_file_without_tags_does_not_conform(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(path)
    verdict = next(validate([path], "ua1"))
    assert verdict.conforms is False
    assert verdict.faults
