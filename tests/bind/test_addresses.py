"""Links of the contents are addresses until the files they lead to are bound."""

from __future__ import annotations

from guidepress.bind.addresses import address, arrive, place_name
from guidepress.page.items import Link
from guidepress.pdf.links import annotation


def test_an_address_becomes_the_name_of_a_place() -> None:
    link = annotation(Link(0, 0, 9, 9, address(12), "The thirteenth"), 0, 0, 3).encode()
    assert b"/URI(guidepress-part:12)" in link  # as the engine writes it
    assert arrive(link).endswith(b"/StructParent 3/Dest(part-12)>>")


def test_other_addresses_stay() -> None:
    link = annotation(Link(0, 0, 9, 9, "https://example.org/guidepress-part:1", "x"), 0, 0, 3).encode()
    assert arrive(link) == link


def test_the_front_is_copied_under_the_prefix_0() -> None:
    assert place_name(12) == b"0.part-12"
