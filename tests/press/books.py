"""Guides of a length that a test can choose, and books made of them."""

from __future__ import annotations

from functools import cache

from guidepress.guide import Guide, load_guide

SENTENCE = (
    "The clerk in the outer office keeps his coat on, writes, warms his hands at the candle, and writes again, "
    "while the fog comes pouring in at every chink and keyhole. "
)


@cache
def guide(units: int, sentences: int = 12, overview: int = 0) -> Guide:
    """A guide of so many units, each with a summary of so many sentences, and an overview of so many."""
    return load_guide(
        {
            "format": 1,
            "title": "Fog",
            "author": "A. Clerk",
            "credits": {"written_by": "B. Writer", "publisher": "Candle Press", "date": "2026-11-28"},
            "units": [
                {"title": f"Morning {number}", "summary": SENTENCE * sentences}
                for number in range(1, units + 1)
            ],
            **({"overview": SENTENCE * overview} if overview else {}),
        }
    )
