"""In: a language tag. Out: the words the engine prints in that language, with singulars and plurals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.labels.plurals import plural_form
from guidepress.labels.shipped import languages, shipped

if TYPE_CHECKING:
    from guidepress.labels.shipped import Word

__all__ = ["Labels"]


@record
class Labels:
    """The labels of one language: its plural rules by form, and its words by label."""

    language: str
    plurals: dict[str, str]
    words: dict[str, Word]

    @staticmethod
    def for_language(tag: str) -> Labels:
        """Find the labels of a BCP 47 tag; "en-GB" falls back to "en".

        Raises:
            FaultsFound: the engine has no labels in that language.
        """
        wanted = tag
        while wanted:
            found = shipped(wanted)
            if found is not None:
                return Labels(tag, found.plurals, found.words)
            wanted = wanted.rpartition("-")[0]
        raise fault(
            "no-labels",
            f"The engine has no labels (Contents, Summary, page …) in the language {tag!r}.",
            f"Write one of {', '.join(languages())} (with a region if you like: en-GB).",
        )

    def text(self, key: str, /, **fields: object) -> str:
        """Look up a label, its `{fields}` filled in; of a label with several forms, that of one.

        Raises:
            KeyError: there is no such label (a bug, not a fault of the input).
        """
        words = self.form(key, 1)
        return words.format(**fields) if fields else words

    def count(self, key: str, number: float, /) -> str:
        """Say a number of things: "pages" and 59 make "59 pages"."""
        return self.form(key, number).format(n=f"{number:g}")

    def form(self, key: str, number: float, /) -> str:
        """Pick the form of a label for a number, its fields not filled in."""
        word = self.words[key]
        return word if isinstance(word, str) else word[plural_form(self.plurals, number)]
