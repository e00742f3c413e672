"""Every way in which a book can miss a standard, each named and worded once."""

from __future__ import annotations

from enum import Enum

__all__ = ["Fault"]


class Fault(Enum):
    """A conformance fault: its code, what is wrong and what to do, with places for the case at hand."""

    NO_TITLE = ("no-title", "The document has no title.", "Give the guide a title.")
    NO_LANGUAGE = ("no-language", "The document has no language.", "Write `language:` in the guide.")
    BAD_LANGUAGE = ("bad-language", "{} is no language tag.", "Write a BCP 47 tag such as en or en-GB.")
    UNKNOWN_ROLE = (
        "unknown-role",
        "{} is no standard structure type.",
        "Use a type of ISO 32000-1, 14.8.4.",
    )
    WRONG_NESTING = ("wrong-nesting", "{} stands directly in {}.", "Tables, lists and contents nest by rule.")
    TABLE_IRREGULAR = (
        "table-irregular",
        "A table has rows of different lengths: {}.",
        "Give every row the same number of columns, spans counted.",
    )
    HEADER_WITHOUT_SCOPE = (
        "header-without-scope",
        "A header cell of a table does not say whether it heads a row or a column.",
        "Give the cell the scope Row, Column or Both.",
    )
    FIGURE_WITHOUT_ALT = (
        "figure-without-alt",
        "A figure has no alternative text.",
        "Say in words what the picture shows.",
    )
    HEADING_SKIPS = (
        "heading-skips",
        "A heading of level {} follows one of level {}.",
        "Start at level 1 and go down one level at a time.",
    )
    NOTE_WITHOUT_ID = ("note-without-id", "A footnote has no identifier.", "Give each note its own name.")
    DUPLICATE_ID = ("duplicate-tag-id", "Two structure elements are named {!r}.", "Name each one once.")
    LINK_WITHOUT_DESCRIPTION = (
        "link-without-description",
        "The link to {!r} has no description.",
        "Say in words where it leads.",
    )
    DANGLING_LINK = ("dangling-link", "A link leads to {!r}, which is on no page.", "Check the name.")
    DUPLICATE_ANCHOR = ("duplicate-anchor", "Two places are named {!r}.", "Name each place once.")
    TEXT_UNTAGGED = (
        "text-untagged",
        "The text {!r} belongs to no structure element.",
        "Tag it, or mark it as an artifact.",
    )
    MISSING_GLYPH = (
        "missing-glyph",
        "The face {} has no glyph for a character of {!r}.",
        "Use another character or another font.",
    )
    NO_UNICODE = (
        "no-unicode",
        "A glyph of the face {} stands for {}, which no reader can name.",
        "Use a character from Unicode's public part.",
    )
    FONT_LOCKED = (
        "font-locked",
        "The font file {} forbids embedding.",
        "Choose a font whose licence permits it.",
    )
    BAD_IMAGE = ("bad-image", "The picture {} cannot be read: {}.", "Save it again as JPEG or PNG.")
    NO_DATE = (
        "no-date",
        "The document has no date, which a file for the press must have.",
        "Write `date:` under `credits:` in the guide, such as 2026-11-23.",
    )
    NO_CONDITION = (
        "no-output-condition",
        "{!r} is no printing condition of the ICC's registry.",
        "Name the one that the printer prints by ({}), or give the printer's profile.",
    )
    NO_PROFILE = (
        "no-output-profile",
        "No output profile is given, and the file must hold one.",
        "Give the printer's CMYK profile: an ICC file of class prtr.",
    )
    BAD_PROFILE = (
        "bad-output-profile",
        "The profile {} cannot be used: {}.",
        "Give the printer's CMYK profile: an ICC file of class prtr.",
    )
    RGB_COLOURS = ("rgb-colours", "The file would hold RGB colours.", "Have it written in grey or in CMYK.")
    FONT_TOO_NEW = (
        "font-too-new",
        "The font {} has outlines of a newer kind (CFF2), which PDF {} cannot hold.",
        "Use the font's TrueType file, or have PDF/X-4 written.",
    )
    BOXES_APART = (
        "boxes-apart",
        "The boxes of page {} do not lie one within the other: paper {}, bleed {}, trim {}.",
        "The trimmed page lies within the bleed, the bleed on the paper.",
    )

    def __init__(self, code: str, sentence: str, hint: str) -> None:
        self.code = code
        self.sentence = sentence
        self.hint = hint
