"""Scripts that lines cannot be set in yet are refused, with the place of the first character."""

from __future__ import annotations

import pytest

from guidepress.base.mapped import mapped
from guidepress.base.scripts import unset_scripts
from guidepress.base.yaml import parse_yaml


def said(text: str) -> list[str]:
    return [f"{each.span}: {each.message}" for each in unset_scripts(parse_yaml(text.encode(), "a.yaml"))]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("שלום", "Hebrew is written from right to left"),
        ("سلام", "Arabic is written from right to left"),
        ("ܫܠܡܐ", "Syriac is written from right to left"),
        ("ދިވެހި", "Thaana is written from right to left"),
        ("नमस्ते", "Devanagari joins or moves its letters"),
        ("வணக்கம்", "Tamil joins or moves its letters"),
        ("สวัสดี", "Thai joins or moves its letters"),
        ("ខ្មែរ", "Khmer joins or moves its letters"),
        ("\u202eabc", "a sign turns the direction of writing"),
        ("ﷺ", "Arabic is written from right to left"),
    ],
)
def test_a_script_is_named_with_the_reason(word: str, why: str) -> None:
    (found,) = said(f"title: One {word}")
    assert found.startswith(f"a.yaml:1:12: This cannot be set yet, since {why}: “{word}” (")


def test_one_text_has_one_fault_at_its_first_character_in_every_form_of_text() -> None:
    text = 'a: |-\n  One\n  two שלום שלום\nb: "\\u05e9"\nc: >-\n  one\n  שלום\nd: [x, שלום]\n'
    assert [found.split(": ")[0] for found in said(text)] == [
        "a.yaml:3:7",
        "a.yaml:4:5",
        "a.yaml:7:3",
        "a.yaml:8:8",
    ]


def test_scripts_that_can_be_set_are_none_of_them() -> None:
    assert said("title: Ελλάδα ἀρχή Москва Ђорђе Việt Nam Ærø ♯ → ✓ ½ x² 中 \u0301") == []


def test_a_mapping_is_looked_through_as_well() -> None:
    (found,) = unset_scripts(mapped({"units": [{"title": "שלום"}]}, "guide"))
    assert str(found.span) == "guide:units[0].title:1:1"
