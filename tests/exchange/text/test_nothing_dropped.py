"""Whatever a file says, every word of it is in the guide or in the report, and the guide is one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from tests.exchange.text.brought import BITS, Bit, as_html, as_markdown, as_text, words_in
from tests.exchange.text.word import as_word
from tests.exchange.text.words import words_of, words_out

from guidepress.exchange.text.importing import import_guide
from guidepress.guide import check_guide

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS: dict[str, Callable[[list[Bit]], bytes]] = {
    "x.txt": lambda bits: as_text(bits).encode(),
    "x.md": lambda bits: as_markdown(bits).encode(),
    "x.html": lambda bits: as_html(bits).encode(),
    "x.docx": as_word,
}


@pytest.mark.parametrize("name", FORMS)
@given(bits=BITS)
@example(bits=[Bit("paragraph", ("3)",)), Bit("paragraph", ("a man",))])
@example(bits=[Bit("paragraph", ("3)",)), Bit("list", ("a man",))])
@example(bits=[Bit("paragraph", ("3)",)), Bit("heading", ("Plot Summary",))])
@settings(max_examples=60, deadline=None)
def test_words_in_are_words_out(name: str, bits: list[Bit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(FORMS[name](bits))
        made = import_guide([path], {})
    assert words_of(words_in(bits)) - words_out(made) == {}
    assert [each for each in check_guide(made.found.text) if each.severity == "error"] == []
