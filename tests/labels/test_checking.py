"""A label file of a user's own has its faults named with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.labels.checking import read_labels

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def expected(path: Path) -> list[tuple[int, str, str]]:
    """What the comments of a case say: line, code and words of each fault."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        for mark in line.partition("#! ")[2].split("; ") if "#! " in line else []:
            code, _, words = mark.partition(": ")
            found.append((number, code, words))
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_label_file_has_exactly_the_faults_that_its_comments_name(path: Path) -> None:
    _, faults = read_labels(path)
    said = [(fault.span.line, fault.code) if fault.span else (0, fault.code) for fault in faults]
    assert said == [(line, code) for line, code, _ in expected(path)], "\n".join(map(str, faults))
    for fault, (_, _, words) in zip(faults, expected(path), strict=True):
        assert words in str(fault)


def test_there_are_cases() -> None:
    assert len(CASES) == 4


def test_a_language_without_plural_forms_has_one_text_a_label(tmp_path: Path) -> None:
    path = tmp_path / "ja.yaml"
    path.write_text(
        'format: 1\nlanguage: ja\nplurals: none\nwords: {pages: "{n} ページ"}\n', encoding="utf-8"
    )
    found, faults = read_labels(path)
    assert faults == ()
    assert found.plurals == {}
    assert found.words == {"pages": "{n} ページ"}


def test_a_country_has_the_plural_forms_of_its_language(tmp_path: Path) -> None:
    """Polish has four, so "pages" with two of them lacks few and many."""
    path = tmp_path / "pl-PL.yaml"
    path.write_text(
        'format: 1\nlanguage: pl-PL\nwords: {pages: {one: "{n} a", other: "{n} b"}}\n', encoding="utf-8"
    )
    _, faults = read_labels(path)
    assert [fault.message for fault in faults] == [
        'The label "pages" counts, and lacks the plural form few and many.'
    ]
