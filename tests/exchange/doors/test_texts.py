"""Texts in any encoding come out as text with line feeds."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.doors import LIMITS, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    assert read_text("Wie groß?\r\nSo.\rUnd?\n".encode(encoding), "x.txt") == "Wie groß?\nSo.\nUnd?\n"


def test_an_encoding_may_be_named() -> None:
    assert read_text("Щербакова".encode("cp1251"), "x.txt", "cp1251") == "Щербакова"
    with pytest.raises(FaultsFound, match=r"^x\.txt:1:1: error: The file is not UTF-8.* Save it as UTF-8"):
        read_text("Щербакова".encode("cp1251"), "x.txt")


def test_a_text_of_the_limit_is_taken_and_one_byte_more_is_not() -> None:
    assert len(read_text(b"a" * LIMITS.text, "x.txt")) == 16_000_000
    with pytest.raises(FaultsFound, match="has more than 16 MB"):
        read_text(b"a" * (LIMITS.text + 1), "x.txt")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(FaultsFound, match=r"x\.txt is no file that guidepress knows, not a text file"):
        read_text(bytes(range(256)) * 9, "x.txt")
