"""The standards a file can meet; each one judges every fault.

A profile that says nothing about a fault is a bug: `tests/standard` holds each one to the full list.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from guidepress.base.record import record
from guidepress.standard.faults import Fault

__all__ = ["NEWER", "PROFILES", "Profile", "Verdict"]

Verdict: TypeAlias = Literal["error", "ignored", "n.a."]


@record
class Profile:
    """One standard.

    Attributes:
        name: what people call it ("PDF/UA-1").
        verdicts: "error" (the file must not be written), "ignored" (allowed) or "n.a." (cannot arise).
        clauses: the clause behind each error that has one in the standard's text.
        press: whether files for a press meet it; books for readers have the tags and links that it forbids.
    """

    name: str
    verdicts: dict[Fault, Verdict]
    clauses: dict[Fault, str]
    press: bool = False


# Faults of the book itself, whatever the standard: a link that leads nowhere, a picture that cannot be read.
_ALWAYS: dict[Fault, Verdict] = {
    Fault.DANGLING_LINK: "error",
    Fault.DUPLICATE_ANCHOR: "error",
    Fault.BAD_IMAGE: "error",
    Fault.FONT_LOCKED: "error",
    Fault.MISSING_GLYPH: "error",
}

# Faults that a file for the press can have, and no other.
_PRESS: dict[Fault, Verdict] = {
    Fault.NO_DATE: "n.a.",
    Fault.NO_CONDITION: "n.a.",
    Fault.NO_PROFILE: "n.a.",
    Fault.BAD_PROFILE: "n.a.",
    Fault.RGB_COLOURS: "n.a.",
    Fault.FONT_TOO_NEW: "n.a.",
    Fault.BOXES_APART: "n.a.",
}
_ANYWHERE: dict[Fault, Verdict] = _ALWAYS | _PRESS

_UA1: dict[Fault, str] = {  # clauses of ISO 14289-1
    Fault.NO_TITLE: "7.1",
    Fault.NO_LANGUAGE: "7.2",
    Fault.BAD_LANGUAGE: "7.2",
    Fault.UNKNOWN_ROLE: "7.1",
    Fault.WRONG_NESTING: "7.2",
    Fault.TABLE_IRREGULAR: "7.2",
    Fault.HEADER_WITHOUT_SCOPE: "7.5",
    Fault.FIGURE_WITHOUT_ALT: "7.3",
    Fault.HEADING_SKIPS: "7.4.2",
    Fault.NOTE_WITHOUT_ID: "7.9",
    Fault.DUPLICATE_ID: "7.9",
    Fault.LINK_WITHOUT_DESCRIPTION: "7.18.5",
    Fault.TEXT_UNTAGGED: "7.1",
    Fault.MISSING_GLYPH: "7.21.8",
    Fault.NO_UNICODE: "7.21.7",
    Fault.FONT_LOCKED: "7.21.4.1",
}

_A2A: dict[Fault, str] = {  # clauses of ISO 19005-2; ISO 19005-3 numbers them alike
    Fault.NO_LANGUAGE: "6.7.4",
    Fault.BAD_LANGUAGE: "6.7.4",
    Fault.UNKNOWN_ROLE: "6.7.3",
    Fault.TEXT_UNTAGGED: "6.7.2",
    Fault.MISSING_GLYPH: "6.2.11.8",
    Fault.NO_UNICODE: "6.2.11.7",
    Fault.FONT_LOCKED: "6.2.11.4",
}
# PDF/A level A asks for tags, but leaves to PDF/UA how good they are.
_A_VERDICTS: dict[Fault, Verdict] = {
    fault: _ANYWHERE.get(fault, "error" if fault in _A2A else "ignored") for fault in Fault
}

_UA2: dict[Fault, str] = {  # clauses of ISO 14289-2
    Fault.NO_TITLE: "8.11.1",
    Fault.NO_LANGUAGE: "8.4.4",
    Fault.BAD_LANGUAGE: "8.4.4",
    Fault.UNKNOWN_ROLE: "8.2.4",
    Fault.WRONG_NESTING: "8.2.1",
    Fault.TABLE_IRREGULAR: "8.2.5.26",
    Fault.HEADER_WITHOUT_SCOPE: "8.2.5.26",
    Fault.FIGURE_WITHOUT_ALT: "8.2.5.28.2",
    Fault.TEXT_UNTAGGED: "8.2.2",
    Fault.MISSING_GLYPH: "8.4.5.9",
    Fault.NO_UNICODE: "8.4.5.8",
    Fault.FONT_LOCKED: "8.4.5.5.1",
}
# What ISO 14289-1 asks of headings, notes and links is good for readers of the newer standard, too.
_UA2_VERDICTS: dict[Fault, Verdict] = {
    fault: _ANYWHERE.get(fault, "error" if fault in _UA1 else "ignored") for fault in Fault
}

_A4: dict[Fault, str] = {  # clauses of ISO 19005-4
    Fault.MISSING_GLYPH: "6.2.10.8",
    Fault.FONT_LOCKED: "6.2.10.4.1",
}

# ISO 15930 is known here by what publishers of checkers tell of it, so no clause of it is named.
_X_KEYS = frozenset({Fault.NO_TITLE, Fault.NO_DATE, Fault.RGB_COLOURS, Fault.BOXES_APART})
_X1A = _X_KEYS | {Fault.NO_CONDITION, Fault.FONT_TOO_NEW}
_X4 = _X_KEYS | {Fault.NO_PROFILE, Fault.BAD_PROFILE}
_TAGGING = frozenset(
    {
        Fault.UNKNOWN_ROLE,
        Fault.WRONG_NESTING,
        Fault.TABLE_IRREGULAR,
        Fault.HEADER_WITHOUT_SCOPE,
        Fault.FIGURE_WITHOUT_ALT,
        Fault.HEADING_SKIPS,
        Fault.NOTE_WITHOUT_ID,
        Fault.DUPLICATE_ID,
        Fault.TEXT_UNTAGGED,
    }
)


def _press(name: str, asked: frozenset[Fault]) -> Profile:
    """A standard of files for a press, which have no tags."""
    verdicts: dict[Fault, Verdict] = {
        fault: "n.a." if fault in _TAGGING else _ALWAYS.get(fault, "error" if fault in asked else "ignored")
        for fault in Fault
    }
    return Profile(name=name, verdicts=verdicts, clauses={}, press=True)


PROFILES: dict[str, Profile] = {
    "ua1": Profile(
        name="PDF/UA-1",
        verdicts={fault: _ANYWHERE.get(fault, "error" if fault in _UA1 else "ignored") for fault in Fault},
        clauses=_UA1,
    ),
    "2a": Profile(name="PDF/A-2a", verdicts=_A_VERDICTS, clauses=_A2A),
    "3a": Profile(name="PDF/A-3a", verdicts=_A_VERDICTS, clauses=_A2A),
    "ua2": Profile(name="PDF/UA-2", verdicts=_UA2_VERDICTS, clauses=_UA2),
    "4": Profile(
        name="PDF/A-4",
        verdicts={fault: _ANYWHERE.get(fault, "ignored") for fault in Fault},
        clauses=_A4,
    ),
    "x1a": _press("PDF/X-1a:2001", _X1A),
    "x1a-2003": _press("PDF/X-1a:2003", _X1A),
    "x4": _press("PDF/X-4", _X4),
}

NEWER = frozenset({"ua2", "4"})
"""The standards that are made of PDF 2.0; all others are of PDF 1.7 or older."""
