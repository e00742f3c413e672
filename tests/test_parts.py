"""One build gives each version, the answer sheet and the key as files of their own."""

from __future__ import annotations

import pytest
from tests.stock import stock_guide, stock_layout

from guidepress import FaultsFound, Tools, build_parts
from guidepress.base.record import replace
from guidepress.parts import in_copies
from guidepress.verify.verify import verify


def test_an_exam_comes_in_ten_files_each_verified() -> None:
    parted = build_parts(stock_guide("ozymandias"), "exam")
    assert [(copy.name, copy.title) for copy in parted.copies] == [
        ("version-a", "Ozymandias: Exam · Version A"),
        ("version-b", "Ozymandias: Exam · Version B"),
        ("version-c", "Ozymandias: Exam · Version C"),
        ("version-d", "Ozymandias: Exam · Version D"),
        ("answer-sheet", "Ozymandias: Answer Sheet"),
        ("answer-key", "Ozymandias: Answer Key"),
        ("answer-key-a", "Ozymandias: Answer Key · Version A"),
        ("answer-key-b", "Ozymandias: Answer Key · Version B"),
        ("answer-key-c", "Ozymandias: Answer Key · Version C"),
        ("answer-key-d", "Ozymandias: Answer Key · Version D"),
    ]
    assert parted.unparted == ()
    for copy in parted.copies:
        assert copy.report is not None
        assert copy.report.claims == ("PDF/UA-1", "PDF/A-2a")
        assert verify(copy.pdf).pages == copy.book.page_count


def test_what_is_handed_to_nobody_is_named() -> None:
    layout = stock_layout("exam")
    order = (*stock_layout("handout").sections[:1], *layout.sections)
    parted = build_parts(stock_guide("ozymandias"), replace(layout, sections=order), check=False)
    assert parted.unparted == (parted.document.sections[0].title,)
    assert {copy.report for copy in parted.copies} == {None}


def test_a_layout_that_hands_nothing_out_has_no_parts() -> None:
    with pytest.raises(FaultsFound) as caught:
        build_parts(stock_guide("ozymandias"), "handout")
    (fault,) = caught.value.diagnostics
    assert (fault.code, "handout" in fault.message) == ("no-parts", True)


def test_tools_of_another_layout_are_refused() -> None:
    with pytest.raises(ValueError, match="not of 'exam'"):
        build_parts(stock_guide("ozymandias"), "exam", tools=Tools(stock_layout("handout")))


def test_a_layout_in_copies_differs_in_numbering_and_in_keys() -> None:
    exam, handout = stock_layout("exam"), stock_layout("handout")
    assert in_copies(handout) == replace(handout, numbering="copies")
    parted = in_copies(exam)
    assert [spec.kind for spec in parted.sections] == [spec.kind for spec in exam.sections]
    assert [spec.kind for spec, own in zip(parted.sections, exam.sections, strict=True) if spec != own] == [
        "answer-key"
    ]
    assert in_copies(parted) == parted
