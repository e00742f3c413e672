"""What was wrong with a file is said in one warning, what was left out in another."""

from __future__ import annotations

from tests.cos.making import TREE, file_of

from guidepress.base.diagnostics import Diagnostic
from guidepress.bind.remarks import as_it_was, remarks_on
from guidepress.cos import open_file


def test_a_sound_file_has_no_remarks() -> None:
    assert list(remarks_on(open_file(file_of(TREE), "a.pdf"))) == []


def test_repairs_and_losses_are_two_things_and_only_five_of_each_are_told() -> None:
    file = open_file(file_of(TREE), "a.pdf")
    for number in range(7):
        file.note(f"object {number} is damaged")
    file.lose("object 9")
    repaired, lost = remarks_on(file)
    assert (repaired.code, lost.code) == ("damaged", "left-out")
    assert repaired.message == (  # 7 - 5 = 2
        "a.pdf is damaged, but can be read: object 0 is damaged; object 1 is damaged; object 2 is damaged; "
        "object 3 is damaged; object 4 is damaged; 2 more."
    )
    assert lost.message == "Of a.pdf the result lacks what could not be read: object 9."


def test_faults_that_a_file_brought_along_are_warnings_three_of_a_kind() -> None:
    faults = [Diagnostic("error", "link", f"Link {number}.") for number in range(5)]
    faults.append(Diagnostic("error", "outline", "A bookmark."))
    told = list(as_it_was(faults))
    assert {each.severity for each in told} == {"warning"}
    assert [each.message for each in told] == [
        "Link 0.",
        "Link 1.",
        "Link 2.",
        "The same is so 2 times more.",
        "A bookmark.",
    ]
