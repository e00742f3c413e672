"""What was worked out for one document serves the next, where that says the same and in the same language."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.compose import drafts as module
from guidepress.compose.drafts import Drafts, Widths
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.guide.markdown import parse_markdown
from guidepress.guide.model import Markdown
from guidepress.labels.typography import ENGLISH

BODY = Style("body")


class Parser:
    """Counts the texts that are really parsed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        monkeypatch.setattr(module, "parse_markdown", self._parse)

    def _parse(self, field: Markdown, typography: object) -> object:
        self.texts.append(field.source)
        return parse_markdown(field, typography)  # type: ignore[arg-type]


def table(text: str, *, line: int = 1) -> Table:
    cell = Cell((Paragraph(BODY, (Text(text, span=Span("g", line, 1)),)),))
    return Table((600, 400), (), (Row((cell, cell)),), BODY)


class Fit:
    """Fits tables, and counts how often it was asked to."""

    def __init__(self, found: Widths = (500, 500)) -> None:
        self.found = found
        self.count = 0

    def __call__(self) -> Widths:
        self.count += 1
        return self.found


def test_a_text_is_parsed_once_in_two_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    parser, drafts = Parser(monkeypatch), Drafts()
    for line in (1, 2):
        drafts.begin("en")
        read = [drafts.read(Markdown("*Bah*", Span("g", line, 1)), ENGLISH) for _ in range(2)]
        assert read == [parse_markdown(Markdown("*Bah*"), ENGLISH)] * 2
    assert parser.texts == ["*Bah*"]


def test_what_one_document_did_not_need_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    parser, drafts = Parser(monkeypatch), Drafts()
    for texts in (("a", "b"), ("a",), ("a", "b")):
        drafts.begin("en")
        for text in texts:
            drafts.read(Markdown(text), ENGLISH)
    assert parser.texts == ["a", "b", "b"]


def test_another_language_sets_other_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    parser, drafts = Parser(monkeypatch), Drafts()
    for language in ("en", "de"):
        drafts.begin(language)
        drafts.read(Markdown("a"), ENGLISH)
    assert parser.texts == ["a", "a"]


def test_a_fault_has_the_place_of_today() -> None:
    drafts = Drafts()
    faults: list[Diagnostic] = []
    for line in (3, 8):
        drafts.begin("en")
        faults += drafts.read(Markdown("a[^x]", Span("g", line, 1)), ENGLISH).faults
    assert [str(each.span) for each in faults] == ["g:3:2", "g:8:2"]


@pytest.mark.parametrize("found", [(500, 500), None])
def test_a_table_is_fitted_once_wherever_it_stands_in_its_file(found: Widths) -> None:
    drafts, fit = Drafts(), Fit(found)
    for line in (1, 2, 3):
        drafts.begin("en")
        assert drafts.widths(table("a", line=line), 90_000, fit) == found
    assert fit.count == 1


def test_another_table_or_measure_is_fitted_by_itself() -> None:
    drafts, fit = Drafts(), Fit()
    drafts.begin("en")
    for text, measure in (("a", 90_000), ("b", 90_000), ("a", 80_000), ("a", 90_000)):
        drafts.widths(table(text), measure, fit)
    assert fit.count == 3


def test_a_table_that_a_document_did_not_have_is_forgotten() -> None:
    drafts, fit = Drafts(), Fit()
    for texts in (("a", "b"), ("a",), ("a", "b")):
        drafts.begin("en")
        for text in texts:
            drafts.widths(table(text), 90_000, fit)
    assert fit.count == 3
