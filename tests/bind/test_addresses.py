"""Links of the contents are addresses until the files they lead to are bound."""

from __future__ import annotations

from typing import cast

from guidepress.bind.addresses import ADDRESS_SIGN, address, arrive, place_name
from guidepress.cos.plain import parse
from guidepress.cos.values import Dictionary
from guidepress.page.items import Link
from guidepress.pdf.links import annotation


def test_an_address_becomes_the_name_of_a_place() -> None:
    link = annotation(Link(0, 0, 9, 9, address(12), "The thirteenth"), 0, 0, 3).encode()
    assert ADDRESS_SIGN in link  # as the engine writes it
    entries = cast("Dictionary", parse(link)[1])
    assert arrive(entries) == {key: each for key, each in entries.items() if key != "A"} | {
        "Dest": b"part-12"
    }


def test_other_addresses_stay() -> None:
    link = annotation(Link(0, 0, 9, 9, "https://example.org/guidepress-part:1", "x"), 0, 0, 3).encode()
    entries = cast("Dictionary", parse(link)[1])
    assert arrive(entries) is entries


def test_the_front_is_copied_under_the_prefix_0() -> None:
    assert place_name(12) == b"0.part-12"
