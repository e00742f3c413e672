"""In: the records, the kinds of section and the stock layouts. Out: the reference of the layout format, Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.lengths import format_length
from guidepress.document.kinds import SECTION_KINDS
from guidepress.document.style import Style
from guidepress.layout.fields import KeyEntry, entries, option_entries
from guidepress.layout.kinds import declared
from guidepress.layout.listing import stock_layouts
from guidepress.layout.load import load_layout
from guidepress.layout.model import (
    Contents,
    Family,
    Fit,
    Floor,
    Furniture,
    Layout,
    Logo,
    MarginColumn,
    Margins,
    PageSpec,
    Sampler,
    SectionSpec,
    Slots,
)
from guidepress.layout.papers import PAPERS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["layout_reference"]

_INTRODUCTION = """\
# Layouts

A layout is one YAML file: the page, the styles, and the order of the sections. It says only what differs from the
layout that it `extends`; every layout stands on `base` in the end.

```yaml
format: 1
extends: study-guide
description: Our reading group's guide, in red and without the quiz
colours: {accent: "#8A1C2B"}
page:
  margins: {inside: 25mm}
styles:
  h2: {size: 13pt, weight: bold}
  pull-quote: {extends: quote-text, size: 16pt, leading: 21pt}
sections:
  quiz: none
  units: {vocabulary: box, checks: false}
```

`guidepress build guide.yaml --layout ours.yaml` uses it; `--paper a4` and `--set page.margins.inside=25mm` change
it for one build.

## How files are laid over each other

- Maps merge key by key; anything else replaces what it covers.
- `none` over a map takes the map away (`margin_column: none`, `head_verso: none`).
- A list of `sections` replaces the order. A map of `sections` changes options of the sections that are there, and
  `none` drops one.
- `papers` says what `page` becomes on a certain paper. Within one file it stands over `page`; a nearer file stands
  over both; `--set` stands over all.
- `switches` are sets of changes with names, and `switch_on: [ink-saver]` makes those changes; `--set
  switch_on=[ink-saver]` does so for one build of any layout.
- A style takes every key from the style that it `extends`, in whatever file that was set.

## How values are written

- Lengths: a number and `pt`, `mm`, `cm`, `in` or `pc`; in styles also `em`, the style's own size. `0` needs no unit.
- Colours: a name from `colours`, or six hexadecimal digits in quotes: `"#0072B2"`. The inks of a press may stand
  after them, cyan, magenta, yellow and black in per cent: `"#0072B2 cmyk 100 50 0 0"`; a formula makes them otherwise.
- Rules and bars: width and colour (`0.5pt accent`), or `none`.
- Shares: per cent (`2%`).

"""


_PLACEHOLDERS = """Its texts may name, in braces,

| name | what it says |
|---|---|
| `{title}` | the guide's title with the edition |
| `{work}` | the title without it |
| `{section}` | the section's title |
| `{unit}` | the heading below the section's that a page begins under, or its first |
| `{theme}` | the theme that leads what stands under that heading: of a sheet on a unit, the unit's first |
| `{folio}` | the number of the page as it is printed, roman in the front matter |
| `{page}` | the number of the page counted from the first, whatever its folio |
| `{pages}` | the count of all pages |
| `{logo}` | the layout's logo, alone at its place |
| `{name}` | a line for the pupil's name, alone at the left: on every page but the first of a test that is handed in |

Of parts between middle dots ("{section} · {unit}"), one that names nothing on a page is left out with its dot.
"""


_LOGO = """The sign of a school or a publisher, on the cover and where heads and feet name it:

    format: 1
    extends: handout
    description: Our handout, with the school's owl
    logo: {file: owl.svg, alt: The owl of Holm School, height: 14pt, cover: foot, cover_height: 14mm}
    furniture:
      head_recto: {right: "{logo}"}
"""


def layout_reference() -> str:
    """Write the reference; every table comes from what the loader itself reads.

    Raises:
        FaultsFound: a stock layout is damaged.
    """
    parts = [
        _INTRODUCTION,
        "## Layouts that come with guidepress\n",
        _table(("layout", "what it is"), ((f"`{name}`", about) for name, about in stock_layouts())),
        "## Top-level keys\n",
        "`format` (always 1), `extends`, `page`, `papers`, `styles`, `sections` and `switches` have parts of their own below.\n",
        _fields(Layout),
        "## page\n",
        _fields(PageSpec),
        "### page.margins\n",
        _fields(Margins),
        "### page.margin_column\n",
        _fields(MarginColumn),
        "### Papers by name\n",
        _papers(),
        "## fonts\n",
        _fields(Family),
        "## furniture\n",
        _fields(Furniture),
        "Each line has\n",
        _fields(Slots),
        _PLACEHOLDERS,
        "## logo\n",
        _LOGO,
        _fields(Logo),
        "## contents\n",
        _fields(Contents),
        "## fit\n",
        _fields(Fit),
        "## sampler\n",
        _fields(Sampler),
        "## floor\n",
        _fields(Floor),
        "## styles\n",
        "Every style may have\n",
        _fields(Style),
        "### Styles of the base layout\n",
        _styles(),
        "## sections\n",
        "Every kind of section has\n",
        _options(SectionSpec),
        *_kinds(),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return (
        "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        + "\n"
    )


def _fields(cls: type[Any]) -> str:
    def row(entry: KeyEntry) -> tuple[str, ...]:
        return (
            f"`{entry.name}`",
            entry.kind,
            entry.default or ("needed" if cls in {Logo, MarginColumn} else "set in `base`"),
            entry.about,
        )

    return _table(("key", "value", "default", "meaning"), map(row, entries(cls)))


def _papers() -> str:
    rows = (
        (f"`{name}`", f"{_inches(width)} x {_inches(height)} in") for name, (width, height) in PAPERS.items()
    )
    return _table(("paper", "size"), rows)


def _inches(length: int) -> str:
    return f"{length / 72_000:.2f}".rstrip("0").rstrip(".")


def _styles() -> str:
    layout = load_layout("base")
    rows = (
        (
            f"`{style.name}`",
            f"{style.font} {style.weight}" + " italic" * style.italic,
            f"{format_length(style.size)[:-2]}/{format_length(style.leading)[:-2]}",
            ", ".join(place.partition(" ")[0] for place in layout.origins[style.name][1:]),
        )
        for style in layout.styles.values()
    )
    return _table(("style", "face", "size/leading, pt", "stands on"), rows)


def _options(cls: type[Any]) -> str:
    rows = ((f"`{entry.name}`", entry.kind, entry.default, entry.about) for entry in option_entries(cls))
    return _table(("option", "value", "default", "meaning"), rows)


def _kinds() -> Iterable[str]:
    for name in SECTION_KINDS:
        kind = declared(name)
        yield f"### {name}\n"
        yield f"{kind.about}.\n"
        if option_entries(kind.options):
            yield _options(kind.options)
