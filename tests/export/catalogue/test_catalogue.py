"""A catalogue lists each guide with its files, finds related guides by title, and puts guides into collections."""

from __future__ import annotations

import csv
import io
import json

import pypdfium2
import pytest

from guidepress.export.catalogue.catalogue import make_catalogue
from guidepress.export.catalogue.composing import Imprint
from guidepress.export.catalogue.entries import Edition, GuideFacts, collections, entries

MACBETH = GuideFacts(
    "m.yaml",
    "Macbeth",
    ("William Shakespeare",),
    genre=("tragedy",),
    themes=("Ambition",),
    related=("HAMLET", "Macbeth", "Dune"),
)
HAMLET = GuideFacts("h.yaml", "Hamlet", ("William Shakespeare",), genre=("Tragedy", "Revenge"))
OTHER = GuideFacts("o.yaml", "The Hamlet", ("William Faulkner",))
MADE = (
    (MACBETH, Edition("m.pdf", "study-guide", 98, "3 hours read")),
    (OTHER, Edition("o.pdf", "study-guide", 1)),
    (HAMLET, Edition("h.pdf", "study-guide", 90)),
    (MACBETH, Edition("m-exam.pdf", "exam", 6)),
)


def test_entries_are_sorted_by_title_and_have_their_files() -> None:
    found = entries(MADE)
    assert [entry.facts.title for entry in found] == ["Hamlet", "The Hamlet", "Macbeth"]
    assert [edition.file for edition in found[2].editions] == ["m.pdf", "m-exam.pdf"]


@pytest.mark.parametrize(
    ("language", "title", "letter"),
    [
        ("en", "The Hamlet", "H"),
        ("en-US", "A Christmas Carol", "C"),
        ("de", "Die Verwandlung", "V"),
        ("de-CH", "Der Besuch", "B"),
        ("en", "Die Hard", "D"),  # an article of German, not of English
        ("fr", "L’Étranger", "E"),
        ("fr-CA", "Les Misérables", "M"),
        ("es", "La casa", "C"),
        ("es-MX", "Los ríos", "R"),
        ("it", "I promessi sposi", "P"),
        ("pt", "Os Maias", "M"),
        ("pt-BR", "O cortiço", "C"),
        ("nl", "De aanslag", "A"),
        ("sv", "Den allvarsamma leken", "A"),
        ("da", "Et dukkehjem", "D"),
        ("fr", "Des souris et des hommes", "S"),
        ("it", "Un’anima persa", "A"),
        ("es", "Unos pasos", "P"),
        ("nl", "’t Hemels mollenfeest", "H"),
        ("xx", "The Hamlet", "T"),  # a layout may bring words for any language, and no articles
        ("pl", "Lalka", "L"),  # no articles
        ("en", "A", "A"),
        ("en", "1984", ""),
    ],
)
def test_an_article_of_its_language_is_passed_over_and_printed(
    language: str, title: str, letter: str
) -> None:
    made = (
        (GuideFacts("x.yaml", title, language=language), Edition("x.pdf", "exam", 1)),
        *(
            (GuideFacts(f"{each}.yaml", each), Edition(f"{each}.pdf", "exam", 1))
            for each in "ABCDEFGHIJKLMNOPQRSTUV"
        ),
    )
    found = entries(made)
    at = next(index for index, entry in enumerate(found) if entry.facts.guide == "x.yaml")
    assert (found[at].letter, found[at].facts.title) == (letter, title)
    assert found[at - 1].facts.title == letter or at == 0


def test_related_guides_are_found_whatever_the_capitals_and_others_named() -> None:
    macbeth = entries(MADE)[2]
    assert (macbeth.related, macbeth.missing) == (("hamlet",), ("Dune",))


def test_two_guides_of_one_title_have_ids_of_their_own() -> None:
    twins = tuple((GuideFacts(f"{at}.yaml", "Émile"), Edition(f"{at}.pdf", "exam", 1)) for at in range(2))
    assert [entry.id for entry in entries(twins)] == ["emile", "emile.2"]


def test_a_guide_stands_in_each_of_its_collections_and_the_others_come_last() -> None:
    found = collections(entries(MADE), "genre")
    assert [(each.title, len(each.entries)) for each in found] == [("Revenge", 1), ("Tragedy", 2), ("", 1)]


def test_the_files_say_the_same() -> None:
    imprint = Imprint("Guides 2027", address="https://books.example")
    files = make_catalogue(MADE, imprint, by="genre")
    told = json.loads(files["index.json"])
    assert [guide["id"] for guide in told["guides"]] == ["hamlet", "the-hamlet", "macbeth"]
    assert told["collections"]["genre"] == {"Revenge": ["hamlet"], "Tragedy": ["hamlet", "macbeth"]}
    rows = list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    assert [(row["title"], row["file"]) for row in rows][3] == ("Macbeth", "m-exam.pdf")
    assert [row["letter"] for row in rows] == ["H", "H", "M", "M"]
    document = pypdfium2.PdfDocument(files["catalogue.pdf"])
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Study guide · 98 pages, 3 hours read" in text
    assert "Other guides (1)" in text  # The Hamlet has no genre
    assert "Hamlet 2, Dune" in text  # the first collection, Revenge, is on the second page


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_a_text() -> None:
    files = make_catalogue([(GuideFacts("x.yaml", "=1+1"), Edition("x.pdf", "exam", 1))], Imprint("X"))
    assert b"'=1+1" in files["index.csv"]
