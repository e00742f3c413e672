"""A layout's label files add a language or change a word; what they lack is English, with one warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.page.trace import trace

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.layout import Layout

GUIDE = "format: 1\ntitle: Bogen\nauthor: Nogen\nlanguage: {}\noverview: Ord.\nglossary: [{{term: Ode, meaning: A poem}}]\n"


def written(folder: Path, labels: dict[str, str], more: str = "") -> str:
    """Write a layout with its label files."""
    for name, text in labels.items():
        (folder / name).write_text(f"format: 1\n{text}", encoding="utf-8")
    path = folder / "ours.yaml"
    path.write_text(
        f"format: 1\nextends: handout\ndescription: Ours\nsections: [overview, glossary]\n"
        f"labels: [{', '.join(labels)}]\n{more}",
        encoding="utf-8",
    )
    return str(path)


def printed(folder: Path, language: str, layout: Layout) -> tuple[str, list[str]]:
    path = folder / "guide.yaml"
    path.write_text(GUIDE.format(language), encoding="utf-8")
    document, book = make_book(load_guide(path), layout)
    return trace(book), [str(each) for each in (*document.diagnostics, *book.diagnostics)]


def test_a_word_of_ones_own_stands_over_the_engines(tmp_path: Path) -> None:
    layout = load_layout(written(tmp_path, {"en.yaml": "language: en\nwords: {overview: At a Glance}\n"}))
    text, warnings = printed(tmp_path, "en-GB", layout)
    assert "| At a Glance" in text
    assert "| Glossary" in text
    assert warnings == []


def test_of_two_files_the_last_has_the_last_word_and_a_country_more_than_its_language(tmp_path: Path) -> None:
    files = {
        "gb.yaml": "language: en-GB\nwords: {themes: Ideas}\n",
        "a.yaml": "language: en\nwords: {overview: First, themes: Topics}\n",
        "b.yaml": "language: EN\nwords: {overview: Second}\n",
    }
    layout = load_layout(written(tmp_path, files))
    assert layout.labels_in("en-GB").text("overview") == "Second"
    assert layout.labels_in("en-GB").text("themes") == "Ideas"
    assert layout.labels_in("en-US").text("themes") == "Topics"
    assert layout.labels_in("de").text("themes") == "Themen"


def test_a_new_language_is_english_where_it_says_nothing_and_one_warning_names_that(tmp_path: Path) -> None:
    layout = load_layout(written(tmp_path, {"is.yaml": "language: is\nwords: {overview: Yfirlit}\n"}))
    text, warnings = printed(tmp_path, "is", layout)
    assert "| Yfirlit" in text
    assert "| Glossary" in text
    assert len(warnings) == 1
    assert (
        f"{tmp_path}/is.yaml:2:11: warning: The labels in 'is' lack plurals, quotes, decimal, conjunctions, of-the-others, pages,"
        in warnings[0]
    )


def test_a_language_that_nobody_has_is_a_fault_at_its_place_that_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound) as raised:
        printed(tmp_path, "tlh", load_layout("handout"))
    said = str(raised.value)
    assert said.startswith(f"{tmp_path}/guide.yaml:4:11: error: There are no labels")
    assert "languages/en.yaml beside your layout as tlh.yaml" in said
    assert "write `labels: tlh.yaml` in the layout" in said


def test_a_fault_in_a_label_file_stops_the_layout(tmp_path: Path) -> None:
    path = written(tmp_path, {"en.yaml": "language: en\nwords: {overveiw: At a Glance}\n"})
    with pytest.raises(FaultsFound, match=r'en\.yaml:3:9: error: .*Did you mean "overview"'):
        load_layout(path)


def test_a_label_file_that_is_not_there_is_named_where_the_layout_names_it(tmp_path: Path) -> None:
    path = written(tmp_path, {"en.yaml": "language: en\n"})
    (tmp_path / "en.yaml").unlink()
    with pytest.raises(FaultsFound, match=r"ours\.yaml:5:9: error: There is no label file"):
        load_layout(path)


def test_a_label_file_that_is_no_yaml_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, {"en.yaml": "language: [en\n"})
    with pytest.raises(FaultsFound, match=r"en\.yaml"):
        load_layout(path)


def test_a_layout_picks_how_pupils_are_spoken_to() -> None:
    usual, familiar = (load_layout("quiz", sets=(("address", each),)) for each in ("usual", "familiar"))
    assert usual.labels_in("de-AT").text("directions-fill_blank") == "Füllen Sie die Lücken aus."
    assert familiar.labels_in("de-AT").text("directions-fill_blank") == "Fülle die Lücken aus."
    assert familiar.labels_in("en").text("directions-fill_blank") == "Fill in the blanks."
