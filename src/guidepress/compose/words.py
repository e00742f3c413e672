"""In: a guide. Out: its vocabulary, and the words among it that a puzzle can hold, with a warning for each refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.compose.worksheets.chance import Chance
from guidepress.compose.worksheets.letters import puzzle_words

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.letters import Clue
    from guidepress.guide.model import Guide, Unit, VocabularyWord

__all__ = ["all_words", "bracketed", "pool", "words_by_unit"]


def words_by_unit(guide: Guide) -> list[tuple[VocabularyWord, Unit | None]]:
    """List every word with the unit it belongs to, in the order of the work."""
    listed: list[tuple[VocabularyWord, Unit | None]] = [
        (word, unit) for unit in guide.units for word in unit.vocabulary
    ]
    return [*listed, *((word, None) for word in guide.vocabulary)]


def all_words(guide: Guide) -> list[VocabularyWord]:
    """List every word, in the order of the work."""
    return [word for word, _ in words_by_unit(guide)]


def pool(guide: Guide, context: Context, puzzle: str, *, longest: int, seed: int) -> list[Clue]:
    """Pick the words for a puzzle, mixed by the seed; warn of those that it cannot hold."""
    kept, refused = puzzle_words(all_words(guide), longest=longest)
    for word in refused:
        if " " in word.word.strip():
            why = "it is more than one word"
        else:
            why = f"it has fewer than 3 or more than {longest} letters, or a sign that is no letter"
        message = f'The {puzzle} leaves out "{word.word}": {why}.'
        hint = "Give the word by itself, or let it stand in the lists only."
        context.diagnostics.append(Diagnostic("warning", "no-puzzle-word", message, hint, word.span))
    return Chance(seed, puzzle).shuffled(kept)


def bracketed(words: str) -> str:
    """Set words in brackets behind what they belong to; after a comma where they have brackets of their own."""
    return f", {words}" if "(" in words else f" ({words})"
