"""The papers and layouts whose books are kept in the ledger, named without loading anything."""

from __future__ import annotations

from pathlib import Path

__all__ = ["GUIDES", "ROOT", "SHELVES", "set_in"]

ROOT = Path(__file__).parents[2]

GUIDES = tuple(path.stem for path in sorted((ROOT / "guides").glob("*.yaml")))

MAIN = (
    "exam",
    "handout",
    "large-print",
    "one-page",
    "quiz",
    "student-workbook",
    "study-guide",
    "teacher-workbook",
)
"""Layouts whose books are kept on A4 too."""

SHELVES = (
    *(("letter", path.stem) for path in sorted((ROOT / "layouts").glob("*.yaml")) if path.stem != "base"),
    *(("a4", name) for name in MAIN),
)
"""Papers and layouts of all books that are kept."""


def set_in(name: str) -> tuple[str, ...]:
    """The guides that a layout is made for: one without passages is no parallel text."""
    return tuple(guide for guide in GUIDES if (guide, name) != ("never-let-me-go", "parallel-text"))
