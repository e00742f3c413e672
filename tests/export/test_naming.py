"""Files have names that every system takes, and no two share one."""

from __future__ import annotations

import pytest

from guidepress.export.naming import file_name, plain_name

VALUES = {
    "guide": "heart",
    "layout": "exam",
    "class": "7b",
    "version": "A",
    "part": "key",
    "code": "",
    "name": "Ana",
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "heart-exam-7b-key-A"),
        ("{class}/{guide}", "7b-heart-key-A"),
        ("{guide} {part} {version}", "heart key A"),
        ("{name}", "Ana-key-A"),
    ],
)
def test_names(pattern: str, name: str) -> None:
    assert file_name(pattern, VALUES) == name


def test_what_systems_do_not_take_is_taken_out() -> None:
    assert plain_name('a/b:c*"d"  e.. ') == "a-b-c-d- e"
    assert plain_name("...") == "file"
    assert len(plain_name("x" * 500)) == 120
