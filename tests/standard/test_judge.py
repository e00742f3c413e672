"""Profiles decide which findings are faults."""

from __future__ import annotations

import pytest

from guidepress.standard import Fault, judge, known, versions_apart


def test_a_finding_names_the_standards_that_ask_for_it() -> None:
    (diagnostic,) = judge([(Fault.NO_LANGUAGE, ())], ["ua1", "2a"])
    assert str(diagnostic) == (
        "error: The document has no language. (PDF/UA-1 7.2, PDF/A-2a 6.7.4) Write `language:` in the guide. "
        "[no-language]"
    )


def test_a_finding_that_no_profile_minds_is_dropped_and_others_are_told_once() -> None:
    findings = [(Fault.NO_DATE, ()), (Fault.HEADING_SKIPS, (3, 1)), (Fault.HEADING_SKIPS, (3, 1))]
    assert [each.code for each in judge(findings, ["ua1", "2a"])] == ["heading-skips"]
    assert [each.code for each in judge(findings, ["2a"])] == []
    assert [each.code for each in judge(findings, ["x4"])] == ["no-date"]


@pytest.mark.parametrize("name", ["x1a", "x4", "ua9"])
def test_a_standard_that_cannot_be_written_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="choose from ua1, 2a, 3a"):
        known(["ua1", name])


@pytest.mark.parametrize("names", [("ua2", "2a"), ("ua1", "4"), ("ua2", "4", "3a")])
def test_one_file_cannot_be_of_two_versions_of_pdf(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"asks for PDF 2\.0, .* for PDF 1\.7: one file cannot be both"):
        known(names)
    assert known(("ua2", "4")) == ("ua2", "4")
    assert versions_apart(("ua1", "2a")) == versions_apart(("ua2", "4")) == versions_apart(()) == ""
