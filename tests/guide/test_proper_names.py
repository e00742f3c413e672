from __future__ import annotations

import guidepress
from guidepress.guide import proper_names


def test_words_with_a_capital_of_title_authors_characters_and_place_are_proper_names() -> None:
    guide = guidepress.load_guide(
        {
            "format": 1,
            "title": "The Castle of Otranto",
            "author": "Horace Walpole",
            "plot": "A helmet falls.",
            "work": {"setting": "the south of Italy"},
            "characters": [{"name": "Manfred", "aliases": ["the Prince", "O"]}],
        }
    )
    names = {"The", "Castle", "Otranto", "Horace", "Walpole", "Italy", "Manfred", "Prince"}
    assert proper_names(guide) == names
