"""The engine's own words are complete and set as each language sets them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.guide import model
from guidepress.labels import Labels
from guidepress.labels.checking import read_labels
from guidepress.labels.shipped import LANGUAGES, Language, Word, complete, languages, shipped
from guidepress.layout import stock_layouts

SOURCES = sorted((Path(__file__).parents[2] / "src" / "guidepress").rglob("*.py"))


def language(tag: str) -> Language:
    found = shipped(tag)
    assert found is not None
    return found


ENGLISH = language("en").words


def forms(word: Word) -> list[str]:
    return [word] if isinstance(word, str) else list(word.values())


def texts(tag: str) -> list[str]:
    """Every text of a file, those of its ways to speak to a pupil too, as they are printed."""
    found = language(tag)
    words = [*found.words.values(), *(word for each in found.addressed.values() for word in each.values())]
    customs = Labels.for_language(tag).typography
    return [customs.spaced(text) for word in words for text in forms(word)]


@pytest.mark.parametrize("tag", complete())
def test_a_language_has_every_label_and_no_other(tag: str) -> None:
    assert list(language(tag).words) == list(ENGLISH)
    assert {"decimal", "quotes", "conjunctions", "of-the-others"} - set(language(tag).customs) == set()
    assert Labels.for_language(tag).diagnostics == ()


@pytest.mark.parametrize("tag", languages())
def test_a_file_that_comes_with_the_engine_has_no_fault(tag: str) -> None:
    """Placeholders, plural forms, months and rules are as those of a user's own file must be."""
    found, faults = read_labels(LANGUAGES / f"{tag}.yaml")
    assert [str(fault) for fault in faults] == []
    assert replace(found, place=None) == language(tag)


@pytest.mark.parametrize("tag", [tag for tag in languages() if "-" in tag])
def test_a_country_changes_single_words_of_a_language(tag: str) -> None:
    home = language(tag.partition("-")[0])
    said = language(tag)
    assert {key for key, word in said.words.items() if word == home.words[key]} == set()
    assert {key for key, word in said.customs.items() if word == home.customs.get(key)} == set()


SAME = {
    "author-dates": "two years and a dash",
    "hours-short": "the sign of the unit",
    "minutes-short": "the sign of the unit",
    "isbn": "an abbreviation that all have",
    "first-of-month": "a figure",
    "long-date": "day, month and year in this order",
}
"""Labels that may be as in English in any language."""

ALIKE = {
    "da": "edition-quiz genre-context original symbol version-n version-word",
    "de": "edition-handout genre genre-context original symbol exposition name codes-word",
    "es": "original total",
    "fr": "pages minutes points page several-pages index genre genre-context original relations motif date total cause article questions-word points-word solution codes-word",
    "it": "edition-quiz quiz file-word",
    "nl": "edition-quiz quiz genre genre-context score codes-word",
    "pl": "edition-quiz quiz symbol",
    "pt": "original total",
    "sv": "form genre-context original symbol version-n version-word",
}
"""Labels that are the same word in both languages: French "Page", German "Symbol", Swedish "Film"."""


@pytest.mark.parametrize("tag", [tag for tag in complete() if tag != "en"])
def test_no_word_is_left_in_english_by_mistake(tag: str) -> None:
    """What reads the same in both languages is listed above."""
    same = {key for key, word in language(tag).words.items() if word == ENGLISH[key]}
    assert same - SAME.keys() == set(ALIKE[tag].split())


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
    editions = {f"edition-{stock_layout(name).edition}" for name, _ in stock_layouts()}
    used = constants | editions
    assert [key for key in ENGLISH if not {key, re.sub("^(directions|part)-", "", key)} & used] == []


def test_every_edition_of_a_stock_layout_has_a_name() -> None:
    editions = {stock_layout(name).edition for name, _ in stock_layouts()} - {""}
    assert len(editions) > 10
    assert [each for each in editions if Labels.for_language("de").edition(each) == each] == []


def test_an_edition_has_a_label_or_words_of_its_own() -> None:
    german = Labels.for_language("de")
    assert [german.edition(name) for name in ("exam", "Klasse 9b", "")] == [
        "Klassenarbeit",
        "Klasse 9b",
        "Lektürehilfe",
    ]


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


@pytest.mark.parametrize("tag", ["fr", "fr-CH"])
def test_french_keeps_a_space_that_does_not_break_before_double_punctuation(tag: str) -> None:
    loose = re.compile(r"(?<!\u202f)[;!?]|(?<![\u00a0\u202f]):|(?<!\u202f)»|«(?!\u202f)")
    assert [text for text in texts(tag) if loose.search(text)] == []


@pytest.mark.parametrize("tag", [tag for tag in languages() if not tag.startswith("fr")])
def test_other_languages_have_no_space_before_punctuation(tag: str) -> None:
    loose = re.compile(r"\s[;:!?,.]")
    assert [text for text in texts(tag) if loose.search(text)] == []


@pytest.mark.parametrize("tag", ["es", "es-MX"])
def test_spanish_opens_what_it_asks(tag: str) -> None:
    assert [text for text in texts(tag) if text.count("?") != text.count("¿")] == []


@pytest.mark.parametrize("address", ["usual", "familiar"])
def test_german_of_switzerland_prints_no_sharp_s(address: str) -> None:
    labels = Labels.for_language("de-CH", address=address)
    assert labels.text("footnote", n=1) == "Fussnote 1"
    assert [key for key in ENGLISH if "ß" in labels.form(key, 1) + labels.form(key, 2)] == []


def test_german_that_says_du_says_sie_nowhere() -> None:
    """No label addresses anybody as Sie or Ihnen; Die Spalten sind gespiegelt: jede … speaks of columns."""
    labels = Labels.for_language("de", address="familiar")
    assert labels.text("directions-fill_blank") == "Fülle die Lücken aus."
    formal = re.compile(r"\b(Sie|Ihnen|Ihren?|nutzen Sie)\b")
    assert [key for key in ENGLISH if formal.search(labels.form(key, 2))] == []
