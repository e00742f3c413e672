"""The engine's own words are complete and set as each language sets them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import Any, get_args, get_type_hints

import pytest

from guidepress.guide import model
from guidepress.labels.plurals import OTHER
from guidepress.labels.shipped import Language, Word, languages, shipped

SOURCES = sorted((Path(__file__).parents[2] / "src" / "guidepress").rglob("*.py"))


def language(tag: str) -> Language:
    found = shipped(tag)
    assert found is not None
    return found


ENGLISH = language("en").words


def forms(word: Word) -> list[str]:
    return [word] if isinstance(word, str) else list(word.values())


def texts(tag: str) -> list[str]:
    return [text for word in language(tag).words.values() for text in forms(word)]


def fields(word: Word) -> set[str]:
    return {name for text in forms(word) for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("tag", languages())
def test_a_language_has_every_label_and_no_other(tag: str) -> None:
    assert list(language(tag).words) == list(ENGLISH)
    assert all(text.strip() for text in texts(tag))


@pytest.mark.parametrize("tag", languages())
def test_a_label_has_the_same_fields_in_every_language(tag: str) -> None:
    words = language(tag).words
    assert {key: fields(words[key]) for key in ENGLISH} == {key: fields(ENGLISH[key]) for key in ENGLISH}


@pytest.mark.parametrize("tag", languages())
def test_a_label_that_counts_has_every_form_of_its_language(tag: str) -> None:
    found = language(tag)
    counting = {key for key, word in ENGLISH.items() if not isinstance(word, str)}
    assert {key for key, word in found.words.items() if not isinstance(word, str)} == counting
    wanted = {*found.plurals, OTHER}
    assert {key: set(found.words[key]) for key in counting if set(found.words[key]) != wanted} == {}


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
    assert {key: name for key, name in asked.items() if key not in ENGLISH} == {}


def test_no_label_is_there_for_nothing() -> None:
    """A key stands in some file in so many words, or what comes after one of the prefixes does."""
    constants = {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [key for key in ENGLISH if not {key, re.sub("^(directions|part)-", "", key)} & constants] == []


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
    assert [choice for choice in found if form.format(choice) not in ENGLISH] == []


@pytest.mark.parametrize("tag", languages())
def test_labels_are_typeset_and_not_typed(tag: str) -> None:
    typed = re.compile(r"""["']|\.\.\.|--|  |^\s|\s$""")
    assert [text for text in texts(tag) if typed.search(text)] == []


def test_french_keeps_a_space_that_does_not_break_before_double_punctuation() -> None:
    loose = re.compile(r"(?<![\u202f])[;!?]|(?<!\u00a0):")
    assert [text for text in texts("fr") if loose.search(text)] == []


@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "fr"])
def test_other_languages_have_no_space_before_punctuation(tag: str) -> None:
    loose = re.compile(r"\s[;:!?,.]")
    assert [text for text in texts(tag) if loose.search(text)] == []


def test_spanish_opens_what_it_asks() -> None:
    assert [text for text in texts("es") if text.count("?") != text.count("¿")] == []


@pytest.mark.parametrize("tag", languages())
def test_a_year_has_twelve_months(tag: str) -> None:
    months = language(tag).words["months"]
    assert isinstance(months, str)
    assert len(months.split()) == 12
