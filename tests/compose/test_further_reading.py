"""Further reading: an article stands between the quotation marks of the guide's language."""

from __future__ import annotations

import pytest
from tests.compose.orders import entry
from tests.compose.outline import outline
from tests.composing import compose
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.guide.model import Reading


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "“Lamps”"),
        ("en-GB", "‘Lamps’"),
        ("de", "„Lamps“"),
        ("es", "«Lamps»"),
        ("fr", "«\u202fLamps\u202f»"),
        ("sv", "”Lamps”"),
    ],
)
def test_an_article_stands_between_the_marks_of_the_language(language: str, title: str) -> None:
    read = (Reading("Lamps", kind="article", by="Field"),)
    guide = replace(stock_guide("ozymandias"), language=language, further_reading=read)
    layout = replace(stock_layout("study-guide"), sections=(entry("further-reading"),))
    assert f"Field, {title}. " in outline(compose(guide, layout))
