"""A guide to begin with builds at once, and every example in it does once its signs are taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from guidepress.base.yaml import read_yaml
from guidepress.build import build
from guidepress.exchange.text.importing import new_guide
from guidepress.exchange.text.starting import STARTER, examples_without
from guidepress.guide import check_guide, load_guide

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic

NEW = new_guide("The Gift of the Magi", "O. Henry", "en-US").text
KEYS = [key.value for key, _ in read_yaml(STARTER).root.value]
EXAMPLES = [key for key in KEYS if key not in {"format", "title", "author", "overview"}]


def uncommented(text: str) -> str:
    return re.sub(r"^# ?", "", text, flags=re.MULTILINE)


def errors(text: str) -> list[Diagnostic]:
    return [each for each in check_guide(text) if each.severity == "error"]


def test_it_builds_at_once() -> None:
    assert check_guide(NEW) == ()
    assert build(NEW, "study-guide").pages == 3


def test_editors_find_the_schema_by_its_first_lines() -> None:
    # the language server of VS Code, Neovim and Helix; then the editors of JetBrains
    assert NEW.startswith(
        "# yaml-language-server: $schema=guide.schema.json\n# $schema: guide.schema.json\nformat: 1\n"
    )


def test_all_examples_together_make_a_guide() -> None:
    head, _, examples = NEW.partition("\n## ")
    guide = load_guide(f"{head}\n{uncommented('## ' + examples)}")
    assert (len(guide.units), len(guide.questions), guide.sections[0].title) == (1, 3, "A heading")


def test_the_common_sections_are_there() -> None:
    assert {"units", "characters", "themes", "quotes", "vocabulary", "questions", "sections"} <= set(EXAMPLES)


@pytest.mark.parametrize("key", [key for key in EXAMPLES if key != "unit_name"])
def test_each_example_can_be_used_by_itself(key: str) -> None:
    others = set(KEYS) - {key} - ({"unit_name"} if key == "units" else set())
    alone = uncommented(examples_without(others))
    assert f"\n{key}:" in alone
    assert errors(f"format: 1\ntitle: T\nauthor: A\noverview: O.\n{alone}") == []


def test_what_a_guide_has_needs_no_example() -> None:
    assert "# quotes:" in NEW
    assert "# quotes:" not in examples_without({"quotes"})


@pytest.mark.parametrize("title", ["A *b* [c]", "Yes: no #1", "C&A <x>", "Ödön"])
def test_any_title_will_do(title: str) -> None:
    assert load_guide(new_guide(title, "null", "de").text).title == title
