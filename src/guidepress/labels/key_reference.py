"""In: the labels of English and the list of customs. Out: docs/labels.md, which cannot part from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.labels.shape import CUSTOMS
from guidepress.labels.shipped import complete, english_words, languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.labels.shipped import Word

__all__ = ["label_reference"]

_INTRODUCTION = """\
# Labels

What the engine prints of its own (Contents, Summary, "page 12", directions) are labels. Each language has one file of
them; a guide picks it by its `language`. These come with guidepress: {spoken}. These countries change some words of
theirs: {countries}; en.yaml is written as in Britain.

## A word of your own, or a language of your own

Write a file beside your layout, and name it in the layout:

```yaml
format: 1
extends: study-guide
description: Our study guide, with our words
labels: ours.yaml
```

ours.yaml changes words of a language that is there already:

```yaml
format: 1
language: en
words:
  exam: Test
  quiz: Check-up
```

Or it holds a language that guidepress does not have. Copy `src/guidepress/labels/languages/en.yaml` (in an installed
package `guidepress/labels/languages/en.yaml`), write the language's tag, translate the words. What is missing is
printed in English, and one warning names it. `labels: [ours.yaml, danish.yaml]` takes several files; of those for one
language the last has the last word, over whatever comes with guidepress.

`guidepress schema labels` writes the JSON Schema by which an editor completes and checks such a file.

- A text with ": " in it, or beginning with "{{", needs quotes. Write a space before a mark as you type it (French
  "Partie 1 :"); `spaces` says which it becomes.
- A name in braces stands for what is put in. Keep all that the English text has.
- A label that counts has a text for each plural form of the language. `plurals` says which numbers take which form, as
  Unicode CLDR writes its rules (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html);
  a number that no rule takes is `other`. A language without plural forms has `plurals: none` and one text a label.

```yaml
plurals:
  one: i = 1 and v = 0
  few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
words:
  pages:
    one: "{{n}} strana"
    few: "{{n}} strany"
    other: "{{n}} stran"
```

## How pupils are spoken to

A language may have two ways. Its `words` are the usual one; `familiar` or `formal` hold the labels that are said
otherwise in the other. A layout picks with `address: familiar` (or `--set address=familiar`): German then says du.

## Names in sentences

"cómplice de" and "El cura" make "cómplice del cura", "de" and "Émile Zola" make "d’Émile Zola": `small`,
`contractions` and `elided` say how. Where a name would have to be declined (`apart`), it stands after a colon.

## Other keys
"""


def label_reference() -> str:
    """Write the reference; every table comes from what the checker itself reads."""
    whole = ", ".join(complete())
    countries = ", ".join(tag for tag in languages() if tag not in complete())
    english = english_words()
    return "\n".join(
        (
            _INTRODUCTION.format(spoken=whole, countries=countries),
            _table(("key", "what it is"), ((f"`{key}`", custom.about) for key, custom in CUSTOMS.items())),
            "## Labels\n",
            _table(("label", "English"), ((f"`{key}`", _shown(word)) for key, word in english.items())),
        )
    )


def _shown(word: Word) -> str:
    return word if isinstance(word, str) else " / ".join(word.values())


def _table(heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [heads, ("---", "---"), *rows]
    return "".join(f"| {left} | {right.replace('|', chr(92) + '|')} |\n" for left, right in lines)
