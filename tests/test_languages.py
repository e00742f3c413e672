"""A guide in each language builds with the layout that prints most, verifies, and speaks no other language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidepress.build import build
from guidepress.guide import load_guide
from guidepress.labels import Labels
from guidepress.labels.shipped import complete
from guidepress.layout import load_layout
from guidepress.page.trace import trace

GUIDE = Path(__file__).parent / "compose/cases/guide.yaml"
LAYOUT = load_layout("teaching-guide")
SEEN = ("contents", "key_facts", "overview", "plot", "units", "themes", "answer_key", "glossary", "rubrics")
"""Titles of sections that stand on a line of their own."""


@pytest.mark.parametrize("tag", [*complete(), "de-CH", "fr-CA", "pt-BR"])
def test_a_guide_in_each_language_builds_and_verifies(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    path.write_text(GUIDE.read_text(encoding="utf-8").replace("en-GB", tag), encoding="utf-8")
    built = build(load_guide(path), LAYOUT)
    assert built.report is not None
    assert built.report.passed
    assert [each for each in built.diagnostics if each.code == "missing-labels"] == []
    printed = set(re.findall(r"\| (.+)", trace(built.book)))
    labels, english = Labels.for_language(tag), Labels.for_language("en")
    assert [key for key in SEEN if labels.text(key) not in printed] == []
    left = {english.text(key) for key in SEEN if english.text(key) != labels.text(key)}
    assert tag == "en" or left & printed == set()
