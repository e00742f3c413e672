"""Names are divided where their owners divide them, and nowhere else."""

from __future__ import annotations

import pytest

from guidepress.export.roster.naming import misread, named


@pytest.mark.parametrize(
    ("cells", "given", "family", "whole"),
    [
        ({"name": "García, Ana"}, "Ana", "García", "Ana García"),
        ({"name": "Ana García López"}, "", "", "Ana García López"),
        ({"listed": "King, Jr., Martin"}, "Martin", "King Jr.", "Martin King Jr."),
        ({"listed": "King, Jr."}, "", "", "King Jr."),
        (
            {"given": "Ana", "family": "García", "second_family": "López"},
            "Ana",
            "García López",
            "Ana García López",
        ),
        ({"given": "Jan", "infix": "van der", "family": "Berg"}, "Jan", "van der Berg", "Jan van der Berg"),
        ({"given": "Ana", "family": "García", "name": "Anita G."}, "Ana", "García", "Anita G."),
        ({"given": "Ana"}, "Ana", "", "Ana"),
    ],
)
def test_names(cells: dict[str, str], given: str, family: str, whole: str) -> None:
    name = named(cells)
    assert (name.given, name.family, name.whole, name.fault) == (given, family, whole, "")


def test_utf_8_read_as_windows_1252_is_known_and_plain_text_is_not_taken_for_it() -> None:
    assert misread("MÃ¼ller")
    assert not misread("Müller")
    assert not misread("Юлия")
    assert not misread("Ana")
