"""In: the language of a guide. Out: nothing, or why a book in it is not made: it opens from the other side."""

from __future__ import annotations

from guidepress.base.diagnostics import fault

__all__ = ["require_left_binding"]

_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
"""Scripts that are read from right to left (ISO 15924)."""

_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages that are written in one of them where their tag names no script (ISO 639)."""


def require_left_binding(language: str) -> None:
    """Stop a book that is bound at the right: its rectos, margins, spine and cover would all be on the wrong side.

    Args:
        language: a BCP 47 tag.

    Raises:
        FaultsFound: it is read from right to left.
    """
    first, *others = language.casefold().split("-")
    script = next((each for each in others if len(each) == 4 and each.isalpha()), "")
    if script in _SCRIPTS or (not script and first in _LANGUAGES):
        message = (
            f"A book in the language {language!r} is read from right to left and bound at the right; the files that are "
            "made for printers are of books bound at the left."
        )
        raise fault(
            "bound-at-the-right", message, "Make its files by other means, and check them with preflight."
        )
