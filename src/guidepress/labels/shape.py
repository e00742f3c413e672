"""What a label file may say beside its words: the one list that checks, schema and docs read."""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["ADDRESSES", "CUSTOMS", "Custom"]

ADDRESSES = ("familiar", "formal")
"""Ways to speak to a pupil that a file may have words for; its main words are the usual way."""


@record
class Custom:
    """One key: its meaning; the keys that its mapping must have, none for any; and what takes no mapping is a text.

    A text may be one of some words only.
    """

    about: str
    keys: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()


CUSTOMS = {
    "decimal": Custom("the sign between whole and part of a number: 1.5 or 1,5"),
    "reading-speed": Custom(
        "how many words an adult reads a minute, silently; 238 unless given, as in English"
    ),
    "paper": Custom(
        "the paper that schools have where the language is spoken: `guidepress new` names it beside the next step;"
        " letter unless given",
        words=("letter", "a4"),
    ),
    "spine": Custom(
        "which way the title on a book's spine reads: down, upright when the book lies on its back, or up; down unless"
        " given, as ISO 6357 has it",
        words=("down", "up"),
    ),
    "quotes": Custom(
        "quotation marks for typed ones, the outer and the inner pair",
        ("open", "close", "inner-open", "inner-close"),
    ),
    "titles": Custom(
        "which of them stand around the title of an article: outer, or inner as in Britain; outer unless given",
        words=("outer", "inner"),
    ),
    "spaces": Custom(
        "by mark, what is set where a space is typed before it (after it, for an opening mark)", ()
    ),
    "ties": Custom(
        "words, parted by commas, that stay on a line with the number after them (p., Act), the name after them (Mrs),"
        " or the number before them (kg, a.m.)",
        ("before-number", "before-name", "after-number"),
    ),
    "ordinals": Custom("endings of numbers that are raised, and the raised letters: er and ᵉʳ", ()),
    "elisions": Custom(
        "words whose first letters have dropped out, so that their mark is an apostrophe: tis, twas"
    ),
    "elisions-unsure": Custom(
        "words that may be such, or be quoted: their mark is an apostrophe if no quote closes"
    ),
    "articles": Custom("what a name may begin with that is passed over when names are put in order"),
    "small": Custom("first words of names that have a small letter in a sentence: El, Don"),
    "contractions": Custom("two words that run together before a name: de el and del", ()),
    "elided": Custom("words that are elided before a vowel: de and d’", ()),
    "apart": Custom(
        "first words of names that would have to be declined, and so are set after a colon: Der, Die; * is all"
    ),
    "spelling": Custom("letters that are written otherwise throughout: ß and ss", ()),
    "conjunctions": Custom(
        "words between the letters of choices (A and B); a list that has such a choice is not shuffled"
    ),
    "of-the-others": Custom(
        "a regular expression for choices that speak of all the others (all of the above), which stay at the end"
    ),
}
"""What a language does beside having words, by key."""
