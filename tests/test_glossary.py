"""One word has one meaning: class names are unique, and the glossary says what each of them and each term is."""

from __future__ import annotations

import re
from collections import Counter

from tests.classes import GLOSSARY, HEADING, ROOT, class_table, public_classes

TERMS, _, CLASSES = GLOSSARY.read_text(encoding="utf-8").partition(HEADING)
TERM = re.compile(r"^- \*\*(.+?)\*\*: ", re.MULTILINE)


def test_no_two_public_classes_have_one_name() -> None:
    found = public_classes()
    assert len(found) > 300
    assert [name for name, count in Counter(each.name for each in found).items() if count > 1] == []


def test_every_public_class_says_what_it_is() -> None:
    assert [each.name for each in public_classes() if not each.meaning] == []


def test_the_glossary_has_every_public_class() -> None:
    assert CLASSES.strip() == class_table().strip(), "stale; write it again with: python -m tests.classes"


def test_each_term_is_explained_once_and_stands_in_order() -> None:
    terms = TERM.findall(TERMS)
    assert len(terms) > 50
    assert terms == sorted(set(terms), key=str.casefold)


def test_each_term_is_a_word_of_the_code() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src" / "guidepress").rglob("*.py")
    ).replace("_", " ")
    assert [
        term for term in TERM.findall(TERMS) if re.search(rf"\b{term}s?\b", code, re.IGNORECASE) is None
    ] == []
