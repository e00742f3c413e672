"""A catalogue lists each guide with its files, finds related guides by title, and puts guides into collections."""

from __future__ import annotations

import csv
import io
import json

import pypdfium2

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
    assert [entry.facts.title for entry in found] == ["Hamlet", "Macbeth", "The Hamlet"]
    assert [edition.file for edition in found[1].editions] == ["m.pdf", "m-exam.pdf"]


def test_related_guides_are_found_whatever_the_capitals_and_others_named() -> None:
    macbeth = entries(MADE)[1]
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
    assert [guide["id"] for guide in told["guides"]] == ["hamlet", "macbeth", "the-hamlet"]
    assert told["collections"]["genre"] == {"Revenge": ["hamlet"], "Tragedy": ["hamlet", "macbeth"]}
    rows = list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    assert [(row["title"], row["file"]) for row in rows][2] == ("Macbeth", "m-exam.pdf")
    document = pypdfium2.PdfDocument(files["catalogue.pdf"])
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Study guide · 98 pages, 3 hours read" in text
    assert "Other guides (1)" in text  # The Hamlet has no genre
    assert "Hamlet 2, Dune" in text  # the first collection, Revenge, is on the second page


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_a_text() -> None:
    files = make_catalogue([(GuideFacts("x.yaml", "=1+1"), Edition("x.pdf", "exam", 1))], Imprint("X"))
    assert b"'=1+1" in files["index.csv"]
