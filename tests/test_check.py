"""What `check` finds is what a build finds, each fault at the character that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidepress import FaultsFound, build, check
from guidepress.cli import main
from guidepress.guide.model import Guide, Markdown
from guidepress.guide.places import fields_of

HEAD = "format: 1\ntitle: Signs\nauthor: A\nlanguage: en\n"


def places(text: str, layout: str = "study-guide") -> list[str]:
    return [f"{each.span}: {each.code}" for each in check(HEAD + text, layout)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("overview: |-\n  One line,\n  *two* lines, 中.\n", "7:16"),
        ("overview: one 中\n", "5:15"),
        ('overview: "one ... 中"\n', "5:20"),
        ("overview: >-\n  one\n  two 中\n", "7:7"),
        ("overview: |-\n  One.\n\n  Two -- *three* 中.\n", "8:18"),
    ],
)
def test_a_character_that_no_font_has_is_found_at_its_place(text: str, place: str) -> None:
    assert places(text) == [f"guide:{place}: missing-glyph"]
    with pytest.raises(FaultsFound) as raised:
        build(HEAD + text)
    assert [f"{each.span}: {each.code}" for each in raised.value.diagnostics] == [
        f"guide:{place}: missing-glyph"
    ]


def test_a_text_of_many_such_characters_is_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """190 characters that no font has, each at its place; the fields of the guide are gathered once."""
    walks: list[object] = []

    def walk(guide: object) -> Iterator[Markdown]:
        walks.append(guide)
        yield from fields_of(guide)

    with monkeypatch.context() as patched:
        patched.setattr("guidepress.guide.places.fields_of", walk)
        text = "".join(chr(0x4E00 + number) for number in range(190))
        found = places(f"overview: {text}\n")
    assert found == [f"guide:5:{11 + number}: missing-glyph" for number in range(190)]
    assert len([each for each in walks if isinstance(each, Guide)]) == 1


def test_of_a_character_that_a_text_has_twice_the_first_place_is_told() -> None:
    assert places("overview: 中 one 中\n") == ["guide:5:11: missing-glyph"]


def test_only_what_the_layout_prints_can_be_missing() -> None:
    text = "overview: one\nplot: two 中\nquestions: [{prompt: Why?, use: [discussion]}]\n"
    assert (places(text), places(text, "handout")) == (["guide:6:11: missing-glyph"], [])


def test_faults_of_the_guide_come_first_and_alone() -> None:
    assert places("overview: 中\nthemse: []\n") == ["guide:6:1: unknown-key"]


def test_a_guide_without_faults_has_none() -> None:
    assert places("overview: |-\n  #### A heading\n\n  F♯ B♭ C♮ → ✓ x² ≤ ∞ Ω *Ωμέγα Москва* ἀρχή.\n") == []


def test_the_command_checks_in_the_layout_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"{HEAD}overview: one\nplot: two 中\n", encoding="utf-8")
    assert main(["check", str(file)]) == 1
    assert f"{file}:6:11: error: No font has the character" in capsys.readouterr().err
    assert main(["check", str(file), "--layout", "handout"]) == 0
