"""In: words above or below the line. Out: the same as characters that stand there of themselves, where all have one."""

from __future__ import annotations

__all__ = ["moved"]

_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def moved(text: str, *, up: bool) -> str:
    """Raise or lower words; those of which one character has no other form stay as they are.

    Args:
        text: the words.
        up: above the line, as a power; else below it, as an index.
    """
    made = text.translate(_RAISED if up else _LOWERED)
    return text if any(a == b and not a.isspace() for a, b in zip(text, made, strict=True)) else made
