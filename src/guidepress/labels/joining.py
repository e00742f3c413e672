"""In: words and a name that follows them. Out: both as the language joins them: contracted, elided, in small letters.

A name is written for the head of an entry: "El cura", "Don Quijote". In a sentence its article has a small letter and
runs together with the word before it ("cómplice del cura"), and a vowel elides that word ("d’Émile Zola"). Where a
name would have to be declined, it is set apart by a colon and stays as it is.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.labels.shipped import Word

__all__ = ["Joining", "joining_of"]


@record
class Joining:
    """How a language joins a name to the words before it.

    Attributes:
        small: first words of names that lose their capital, "El" or "Don".
        contractions: two words, and what they become: "de el" and "del".
        elided: a word, and what it becomes before a vowel: "de" and "d’".
        vowels: the letters before which it does.
        apart: first words of names that would have to be declined, "Der" or "Die"; "*" is every name.
    """

    small: frozenset[str] = frozenset()
    contractions: dict[str, str] = field(default_factory=dict)
    elided: dict[str, str] = field(default_factory=dict)
    vowels: frozenset[str] = frozenset("aeiouœæ")
    apart: frozenset[str] = frozenset()

    def declines(self, name: str) -> bool:
        """Whether a name would have to be declined in a sentence."""
        return "*" in self.apart or name.partition(" ")[0] in self.apart

    def joined(self, before: str, name: str) -> tuple[str, str]:
        """Join a name to what stands before it in a sentence.

        Returns:
            What comes before the name with its space, and the name; the first word of the name may have gone into it.
        """
        first, rest = _parted(name)
        if rest and first.strip() in self.small:
            name = f"{first[0].lower()}{first[1:]}{rest}"
        return self.linked(before, name)

    def linked(self, before: str, name: str) -> tuple[str, str]:
        """Join a name whose first word keeps its capital, such as the name of an author."""
        head, _, last = before.rpartition(" ")
        head = f"{head} " if head else ""
        first, rest = _parted(name)
        contracted = self.contractions.get(f"{last.lower()} {first.strip()}") if rest else None
        if contracted is not None:
            return f"{head}{_like(last, contracted)}{'' if contracted.endswith('’') else ' '}", rest
        elided = self.elided.get(last.lower())
        if elided is not None and _letter(name) in self.vowels:
            return f"{head}{_like(last, elided)}", name
        return f"{before} ", name


def joining_of(customs: Mapping[str, Word]) -> Joining:
    """Read how a language joins names, as its file gives it."""
    contractions, elided = customs.get("contractions", {}), customs.get("elided", {})
    return Joining(
        frozenset(str(customs.get("small", "")).split()),
        contractions if isinstance(contractions, dict) else {},
        elided if isinstance(elided, dict) else {},
        apart=frozenset(str(customs.get("apart", "")).split()),
    )


def _parted(name: str) -> tuple[str, str]:
    """Part a name after its first word, its space or apostrophe with it: "El " and "cura", "L’" and "Innominato"."""
    end = min((place for mark in " ’" if (place := name.find(mark)) > 0), default=len(name) - 1) + 1
    return name[:end], name[end:]


def _like(word: str, other: str) -> str:
    """Give a word the capital of the one whose place it takes."""
    return f"{other[0].upper()}{other[1:]}" if word[:1].isupper() else other


def _letter(name: str) -> str:
    """The first letter without its accent: É is an E."""
    return unicodedata.normalize("NFD", name[:1])[:1].lower()
