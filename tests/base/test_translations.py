"""The engine's own words are complete and set as each language sets them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.labels import Labels
from guidepress.base.translations import LANGUAGES, TEXTS
from guidepress.guide import model

SOURCES = sorted((Path(__file__).parents[2] / "src" / "guidepress").rglob("*.py"))


def column(language: str) -> dict[str, str]:
    return {key: texts[LANGUAGES.index(language)] for key, texts in TEXTS.items()}


def keys_asked_for(path: Path) -> set[str]:
    """The keys that a file asks its labels for, where they stand in so many words."""
    return {
        part.value
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"text", "count", "form"}
        and ast.unparse(call.func.value).rpartition(".")[2] == "labels"
        for part in (
            (call.args[0].body, call.args[0].orelse) if isinstance(call.args[0], ast.IfExp) else call.args[:1]
        )
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def test_every_label_that_is_asked_for_is_there() -> None:
    asked = {key: path.name for path in SOURCES for key in keys_asked_for(path)}
    assert len(asked) > 100
    assert {key: name for key, name in asked.items() if key not in TEXTS} == {}


def test_no_label_is_there_for_nothing() -> None:
    """A key stands in some file in so many words, or what comes after one of the prefixes does."""
    constants = {
        node.value
        for path in SOURCES
        if path.name != "translations.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [key for key in TEXTS if not {key, re.sub("^(directions|part)-", "", key)} & constants] == []


def choices(kind: type, field: str) -> list[str]:
    """What a guide may write for a field."""
    hint: Any = get_type_hints(kind)[field]
    while hint and not all(isinstance(part, str) for part in get_args(hint)):
        hint = get_args(hint)[0]
    return [choice for choice in get_args(hint) if choice]


@pytest.mark.parametrize(
    ("kind", "field", "form"),
    [
        (model.Question, "type", "directions-{}"),
        (model.Question, "type", "part-{}"),
        (model.Question, "stage", "{}"),
        (model.Question, "use", "{}"),
        (model.Question, "level", "{}"),
        (model.Essay, "level", "{}"),
        (model.Symbol, "kind", "{}"),
        (model.Beat, "beat", "{}"),
        (model.Background, "kind", "{}"),
        (model.Reading, "kind", "{}"),
        (model.Guide, "organizers", "{}"),
    ],
)
def test_every_choice_of_the_format_has_its_words(kind: type, field: str, form: str) -> None:
    found = choices(kind, field)
    assert found
    assert [choice for choice in found if form.format(choice) not in TEXTS] == []


def test_a_label_has_a_plural_in_each_language_or_in_none() -> None:
    assert [key for key, texts in TEXTS.items() if len({"|" in text for text in texts}) > 1] == []


def test_labels_are_typeset_and_not_typed() -> None:
    typed = re.compile(r"""["']|\.\.\.|--|  |^\s|\s$""")
    assert [text for texts in TEXTS.values() for text in texts if typed.search(text)] == []


def test_french_keeps_a_space_that_does_not_break_before_double_punctuation() -> None:
    loose = re.compile(r"(?<![\u202f])[;!?]|(?<!\u00a0):")
    assert [text for text in column("fr").values() if loose.search(text.replace("|", ""))] == []


def test_other_languages_have_no_space_before_punctuation() -> None:
    loose = re.compile(r"\s[;:!?,.]")
    assert [text for tag in ("en", "es", "de") for text in column(tag).values() if loose.search(text)] == []


def test_spanish_opens_what_it_asks() -> None:
    assert [text for text in column("es").values() if text.count("?") != text.count("¿")] == []


def test_a_year_has_twelve_months() -> None:
    assert [len(text.split()) for text in TEXTS["months"]] == [12] * len(LANGUAGES)


def test_a_language_without_labels_is_told_which_there_are() -> None:
    with pytest.raises(FaultsFound, match="Write one of en, es, fr, de") as raised:
        Labels.for_language("pt-BR")
    assert raised.value.diagnostics[0].code == "no-labels"
