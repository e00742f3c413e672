"""In: a word and how freely it may be divided. Out: the places where a line may end inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.typeset.divisions import BARE, FORCED, HARD, HYPHEN, WHOLE

if TYPE_CHECKING:
    from guidepress.typeset.hyphenation import Hyphenator

__all__ = ["AS_WRITTEN", "CUT", "CUT_LONG", "DIVIDED", "FINELY", "places_in"]

AS_WRITTEN = 0
"""Lines end at spaces, after hyphens and dashes, at soft hyphens."""

DIVIDED = 1
"""Words may be hyphenated after three letters or more: "un-" at a line's end reads worse than a wider space."""

FINELY = 2
"""Words may be hyphenated wherever their language allows it."""

CUT = 3
"""Names in capitals and compounds may be hyphenated too, and words longer than the measure cut anywhere, best of all
at a space that should not break."""

CUT_LONG = 4
"""As CUT, but only words longer than the measure are touched: for styles that turn hyphenation off."""

_NO_BREAK_SPACE = "\u00a0"
_LEAST_HEAD = 3


def places_in(
    clusters: tuple[str, ...],
    places: tuple[tuple[int, int], ...],
    level: int,
    hyphenator: Hyphenator | None,
    *,
    long: bool,
) -> tuple[tuple[int, int], ...]:
    """Where a word may be divided at a level.

    Args:
        clusters: the texts of the word's glyphs.
        places: where it may be divided as written; `WHOLE` for nowhere, unless it is too long.
        level: AS_WRITTEN, DIVIDED, FINELY, CUT or CUT_LONG.
        hyphenator: of the word's language; None if it must not be hyphenated.
        long: the word is wider than the measure.

    Returns:
        Pairs of offset and kind, ascending.
    """
    if places == WHOLE:
        places, hyphenator = (), None
    if level == AS_WRITTEN or (level == CUT_LONG and not long):
        return places
    text = "".join(clusters)
    found: dict[int, int] = {}
    if long and level >= CUT:
        found = dict.fromkeys(_boundaries(clusters), FORCED)
        found.update((at, BARE) for at in found if text[at - 1] == _NO_BREAK_SPACE)
    kinds = [kind for _, kind in places]
    if hyphenator is not None and HYPHEN not in kinds:  # soft hyphens are the author's word on the matter
        whole = HARD in kinds or text.isupper()
        if not whole or level >= CUT:
            least = _LEAST_HEAD if level == DIVIDED else 1
            points = hyphenator.points(text)
            found.update({at: HYPHEN for at in points if at >= least and text[at - least : at].isalpha()})
    found.update(places)
    return tuple(sorted(found.items()))


def _boundaries(clusters: tuple[str, ...]) -> list[int]:
    """Offsets between clusters."""
    found = []
    at = 0
    for cluster in clusters:
        if cluster and at:
            found.append(at)
        at += len(cluster)
    return found
