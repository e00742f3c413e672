"""Names become ids, and references find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.guide.names import slug


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("the-possibility-of-redemption", "The Possibility of Redemption"),
        ("marleys-ghost", "Marley's Ghost"),
        ("marleys-ghost", "Marley’s  Ghost!"),
        ("emile-zola-francais", "Émile Zola (Français)"),
        ("strasse-aether-lodz", "Straße, Æther & Łódź"),
        ("", "日本"),
    ],
)
def test_a_name_becomes_an_id(expected: str, name: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_an_id_is_its_own_id(name: str) -> None:
    assert slug(slug(name)) == slug(name)
