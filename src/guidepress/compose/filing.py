"""In: a name. Out: the letters under which it is filed in a list by the alphabet."""

from __future__ import annotations

import unicodedata

__all__ = ["filed"]


def filed(name: str, articles: tuple[str, ...] = ()) -> str:
    """Read a name as an index does: no capitals, no accents, nothing before its first letter.

    Args:
        name: as it is printed.
        articles: what it may begin with that is passed over, each with what parts it from the name: "the ", "l'".
    """
    letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = "".join(letters).casefold().replace("’", "'")
    article = next((each for each in articles if plain.startswith(each)), "")
    kept = plain.removeprefix(article)
    first = next((place for place, letter in enumerate(kept) if letter.isalnum()), 0)
    return kept[first:] or plain
