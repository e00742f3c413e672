"""Files have names that every system takes, and no two share one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.naming import file_name, plain_name, refuse_twins
from guidepress.export.units import WorkUnit

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


def test_no_name_is_that_of_a_device_of_windows() -> None:
    assert [plain_name(name) for name in ("con", "Aux.8B", "lpt1", "Conrad", "8-con")] == [
        *("con_", "Aux_.8B", "lpt1_", "Conrad", "8-con"),
    ]


def test_names_that_a_system_takes_for_one_are_refused() -> None:
    names: set[str] = set()
    for name in ("Rene\u0301", "Rena"):
        refuse_twins(cast("WorkUnit", SimpleNamespace(kind="volume", name=name)), names)
    with pytest.raises(FaultsFound, match="Two files"):
        refuse_twins(cast("WorkUnit", SimpleNamespace(kind="volume", name="REN\u00c9")), names)
