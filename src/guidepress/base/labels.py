"""In: a language tag. Out: the words the engine prints in that language, with singulars and plurals."""

from __future__ import annotations

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.base.translations import LANGUAGES, SINGULAR_UP_TO, TEXTS

__all__ = ["Labels"]


@record
class Labels:
    """The labels of one language; `column` is its column in the translations."""

    language: str
    column: int

    @staticmethod
    def for_language(tag: str) -> Labels:
        """Find the labels of a BCP 47 tag; "en-GB" falls back to "en".

        Raises:
            FaultsFound: the engine has no labels in that language.
        """
        wanted = tag.lower()
        while wanted:
            if wanted in LANGUAGES:
                return Labels(tag, LANGUAGES.index(wanted))
            wanted = wanted.rpartition("-")[0]
        spoken = ", ".join(LANGUAGES)
        raise fault(
            "no-labels",
            f"The engine has no labels (Contents, Summary, page …) in the language {tag!r}.",
            f"Write one of {spoken} (with a region if you like: {LANGUAGES[0]}-GB), or add a column to"
            " guidepress/base/translations.py.",
        )

    def text(self, key: str, /, **fields: object) -> str:
        """Look up a label, its `{fields}` filled in; of a label with two numbers, the singular.

        Raises:
            KeyError: there is no such label (a bug, not a fault of the input).
        """
        words = TEXTS[key][self.column].partition("|")[0]
        return words.format(**fields) if fields else words

    def count(self, key: str, number: float, /) -> str:
        """Say a number of things: "pages" and 59 make "59 pages"."""
        return self.form(key, number).format(n=f"{number:g}")

    def form(self, key: str, number: float, /) -> str:
        """Pick the singular or the plural of a label for a number, its fields not filled in."""
        one, _, other = TEXTS[key][self.column].partition("|")
        singular = number in SINGULAR_UP_TO.get(LANGUAGES[self.column], (1,))
        return one if singular or not other else other
