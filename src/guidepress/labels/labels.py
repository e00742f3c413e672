"""In: a language tag, and label files of a user's own. Out: what the engine prints in that language, and how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import record
from guidepress.labels.dates import long_date
from guidepress.labels.joining import Joining, joining_of
from guidepress.labels.plurals import OTHER, plural_form
from guidepress.labels.shipped import LANGUAGES, chain, complete, english_words, shipped
from guidepress.labels.typography import Typography, typography_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.diagnostics import Span
    from guidepress.labels.shipped import Language, Word

__all__ = ["Labels"]

_SHOWN = 12
"""So many missing labels are named one by one; the rest are counted."""

_NAMED = ("plurals", "quotes", "decimal", "conjunctions", "of-the-others")
"""What a language has beside words that is missed where it is not said."""

_READING_SPEED = 238
"""Words a minute, silently, in English prose that is no fiction, which stands for languages that nobody has measured:
M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019)."""

_FIELD = re.compile(r"([^\s{]+) \{(\w+)\}")
"""A word and a field after it, which may run together."""


@record
class Labels:
    """The labels of one language.

    Attributes:
        language: the tag they were asked for with.
        plurals: the plural rules by form.
        words: by label.
        customs: the rest that the files say, by key.
        diagnostics: one warning that names what was missing and is English instead.
    """

    language: str
    plurals: dict[str, str]
    words: dict[str, Word]
    customs: dict[str, Word]
    typography: Typography
    joining: Joining
    diagnostics: tuple[Diagnostic, ...] = ()

    @staticmethod
    def for_language(
        tag: str, own: Sequence[Language] = (), address: str = "", *, place: Span | None = None
    ) -> Labels:
        """Find the labels of a BCP 47 tag: those of its country over those of its language, a user's own over both.

        Args:
            tag: of the guide; "en-GB" falls back to "en".
            own: label files of a user's own; those of other languages are passed over.
            address: "familiar" or "formal" where the language has words for it, "" as is usual.
            place: of the tag in the guide, for the fault.

        Raises:
            FaultsFound: nobody has labels in that language.
        """
        tags = chain(tag)
        given = [each for wanted in tags for each in own if each.tag.casefold() == wanted]
        layers = [*filter(None, map(shipped, tags)), *given]
        if not layers:
            raise FaultsFound([_unknown(tag, place)])
        words: dict[str, Word] = {}
        customs: dict[str, Word] = {}
        plurals: dict[str, str] | None = None
        for layer in layers:
            words.update(layer.words)
            words.update(layer.addressed.get(address, {}))
            customs.update(layer.customs)
            plurals = layer.plurals if layer.plurals is not None else plurals
        diagnostics: tuple[Diagnostic, ...] = ()
        if layers[0].tag not in complete():
            diagnostics = _filled(tag, words, customs, plurals, given[-1].place)
        return Labels(
            tag, plurals or {}, words, customs, typography_of(customs), joining_of(customs), diagnostics
        )

    def text(self, key: str, /, **fields: object) -> str:
        """Look up a label, its `{fields}` filled in; of a label with several forms, that of one.

        Raises:
            KeyError: there is no such label (a bug, not a fault of the input).
        """
        words = self.form(key, 1)
        if not fields:
            return words
        if self.joining.elided or self.joining.contractions:
            words = self._linked(words, fields)
        return words.format(**fields)

    def count(self, key: str, number: float, /) -> str:
        """Say a number of things: "pages" and 59 make "59 pages"."""
        return self.form(key, number).format(n=self.number(number))

    def form(self, key: str, number: float, /) -> str:
        """Pick the form of a label for a number, its fields not filled in."""
        word = self.words[key]
        if not isinstance(word, str):
            word = word.get(plural_form(self.plurals, number)) or word[OTHER]
        word = self.typography.spaced(word)
        spelling = self.customs.get("spelling")
        for letter, other in spelling.items() if isinstance(spelling, dict) else ():
            word = word.replace(letter, other)
        return word

    def edition(self, name: str) -> str:
        """Name an edition: one that there is a label for, or in its own words; "" is the study guide."""
        if not name:
            return self.text("study-guide")
        return self.text(f"edition-{name}") if f"edition-{name}" in self.words else name

    def edition_title(self, title: str, name: str) -> str:
        """Name an edition of a guide, as its running heads and its metadata do.

        Where the language writes what follows a title small ("Don Quijote: guía de lectura"), an edition is small, too.
        """
        if not name:
            return self.text("guide-title", title=title)
        said, known = self.edition(name), f"edition-{name}" in self.words
        small = self.text("guide-title", title="").lstrip(": \u00a0\u202f")[:1].islower()
        if known and small:
            said = f"{said[:1].lower()}{said[1:]}"
        return f"{title}{self.colon}{said}"

    def number(self, number: float) -> str:
        """Write a number as the language does: 1.5 or 1,5."""
        return f"{number:g}".replace(".", str(self.customs.get("decimal", ".")))

    def date(self, iso: str) -> str:
        """Write a date as the language does: "23 November 2026"; what is no full date stays as it is."""
        return long_date(
            iso, self.text("months").split(), self.text("long-date"), self.text("first-of-month")
        )

    def relation(self, relation: str, name: str) -> tuple[str, str]:
        """Say what somebody is to somebody: what stands before the name, and the name as it stands in a sentence."""
        if self.joining.declines(name):
            return f"{relation}{self.colon}", name
        return self.joining.joined(relation, name)

    def custom(self, key: str) -> str:
        """Look up a text among the customs; "" where the language says nothing."""
        said = self.customs.get(key, "")
        return said if isinstance(said, str) else ""

    @property
    def reading_speed(self) -> int:
        """How many words of this language an adult reads a minute, silently."""
        return int(self.custom("reading-speed") or _READING_SPEED)

    @property
    def colon(self) -> str:
        """What parts a name from what is said of it: ": " or " : "."""
        return f"{self.typography.spaces.get(':', '')}: "

    @property
    def articles(self) -> tuple[str, ...]:
        """What a name may begin with that is passed over when it is filed: "the ", "l'"."""
        words = str(self.customs.get("articles", "")).split()
        return tuple(word if word.endswith("'") else f"{word} " for word in words)

    def _linked(self, words: str, fields: dict[str, object]) -> str:
        """Join the fields to the words before them; a name that was joined stands in the place of its field."""

        def joined(match: re.Match[str]) -> str:
            value = fields[match[2]]
            if not isinstance(value, str) or not value:
                return match[0]
            before, name = self.joining.linked(match[1], value)
            fields[match[2]] = name
            return f"{before}{{{match[2]}}}"

        return _FIELD.sub(joined, words)


def _filled(
    tag: str,
    words: dict[str, Word],
    customs: dict[str, Word],
    plurals: dict[str, str] | None,
    place: Span | None,
) -> tuple[Diagnostic, ...]:
    """Put English where a user's own language says nothing, and name what that is, in one warning."""
    english = english_words()
    said = {**words, **customs, **({} if plurals is None else {"plurals": ""})}
    missing = [key for key in (*_NAMED, *english) if key not in said]
    if not missing:
        return ()
    for key, word in english.items():
        words.setdefault(key, word)
    listed = ", ".join(missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    message = f"The labels in {tag!r} lack {listed}{more}; English stands in."
    return (Diagnostic("warning", "missing-labels", message, f"{_english()} has them all.", place),)


def _english() -> str:
    return str(LANGUAGES / "en.yaml")


def _unknown(tag: str, place: Span | None) -> Diagnostic:
    own = f"{tag}.yaml"
    return Diagnostic(
        "error",
        "no-labels",
        f"There are no labels (Contents, Summary, page …) in the language {tag!r}.",
        f"Write one of {', '.join(complete())} (with a country if you like: en-GB); or copy {_english()} beside your"
        f" layout as {own}, translate it, and write `labels: {own}` in the layout (docs/labels.md tells more).",
        place,
    )
