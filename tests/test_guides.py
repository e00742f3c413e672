"""The guides that come with guidepress are real: complete, true to their texts letter for letter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidepress.guide import check_guide, load_guide

if TYPE_CHECKING:
    from guidepress.guide import Guide

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "guides").glob("*.yaml"))
TEXTS = ROOT / "benchmarks" / "texts"


@cache
def loaded(name: str) -> Guide:
    return load_guide(ROOT / "guides" / f"{name}.yaml")


@cache
def source(name: str) -> str:
    """The public-domain text, its lines joined, so that a quotation may run over verse lines."""
    return " ".join((TEXTS / f"{name}.txt").read_text(encoding="utf-8").split())


def plain(text: str) -> str:
    """A quotation without its line breaks."""
    return " ".join(text.replace("\\\n", "\n").split())


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_that_ships_has_no_fault_and_no_warning(path: Path) -> None:
    assert check_guide(path) == ()


def test_quotations_of_the_carol_are_letter_for_letter() -> None:
    guide, text = loaded("a-christmas-carol"), source("a-christmas-carol")
    quoted = [quote.text.source for quote in guide.quotes]
    quoted += [entry.sentence.source for unit in guide.units for entry in unit.vocabulary if entry.sentence]
    assert len(quoted) >= 25
    assert [words for words in quoted if plain(words) not in text] == []


def test_the_carol_is_a_full_size_guide() -> None:
    guide = loaded("a-christmas-carol")
    assert [len(unit.vocabulary) >= 10 for unit in guide.units] == [True] * 5
    assert all(unit.summary and unit.analysis and unit.checks for unit in guide.units)
    assert len(guide.characters) >= 8
    assert len(guide.themes) >= 4
    assert len(guide.symbols) >= 3
    assert len(guide.quotes) >= 25
    assert (
        len([question for question in guide.questions if question.answer is not None or question.pairs]) >= 30
    )


def test_a_book_in_copyright_is_not_quoted() -> None:
    guide = loaded("never-let-me-go")
    assert guide.quotes == ()
    assert [entry.word for unit in guide.units for entry in unit.vocabulary if entry.sentence] == []
