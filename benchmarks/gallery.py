"""In: the stock layouts and guides. Out: a contact sheet of every book, and the pictures and text of docs/gallery.md.

    python -m benchmarks.gallery [OUT] [--layout NAME ...] [--guide NAME ...]

Contact sheets go to OUT (output/gallery unless told), one PNG a book; needs the extra `test`. The same tree and the
same versions of pypdfium2 and Pillow give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from benchmarks.pictures import draw, lay_out, palette
from guidepress.base.diagnostics import FaultsFound
from guidepress.build import Tools, build
from guidepress.guide import load_guide
from guidepress.layout import load_layout, stock_layouts
from guidepress.page.items import Anchor, Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PIL import Image

    from guidepress.build import Built
    from guidepress.layout import Layout
    from guidepress.page.book import Page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

SHEET_DPI, SHEET_COLUMNS, SHEET_ROWS = 36, 12, 8
PICTURE_HEIGHT = 520
"""Pixels of a page in docs/gallery.md: text can be told from white space, headings can be read."""
PICTURE_COLOURS = 96
README_DPI, README_COLOURS = 66, 96


class Show(NamedTuple):
    """What the picture of a layout shows.

    Attributes:
        places: rows of places: "cover", "last", a page number, or an anchor; "+" at the end shows the whole spread,
            "+1" the page after.
        guide: the guide that shows the layout best.
        height: of a page, pixels.
    """

    places: tuple[tuple[str, ...], ...]
    guide: str = "a-christmas-carol"
    height: int = PICTURE_HEIGHT


README_GUIDE, README_LAYOUT = "a-christmas-carol", "study-guide"
README = Show((("cover", "unit-the-first-of-the-three-spirits+"), ("characters", "themes+")))

SHOWN = {
    "study-guide": Show((("cover", "contents", "unit-the-first-of-the-three-spirits+"),)),
    "paperback-6x9": Show((("cover", "unit-the-first-of-the-three-spirits+", "character-ebenezer-scrooge"),)),
    "large-print": Show((("cover", "units", "characters", "quotes"),)),
    "giant-print": Show((("cover", "units", "characters", "quotes"),)),
    "dyslexia-friendly": Show((("cover", "units", "characters", "quotes"),)),
    "mobile": Show((("cover", "contents", "units", "units+1", "themes", "quotes"),)),
    "handout": Show((("1", "2"),)),
    "side-by-side": Show((("cover", "units", "units+1", "unit-the-first-of-the-three-spirits"),)),
    "one-page": Show((("1",),), height=760),
    "sampler": Show((("cover", "overview", "units", "characters"),)),
    "teaching-guide": Show((("cover", "units", "questions-2+1", "essays"),)),
    "book-club": Show((("cover", "questions", "characters", "quotes"),)),
    "student-workbook": Show((("cover", "reading-checks", "organizers", "crossword"),)),
    "teacher-workbook": Show((("cover", "reading-checks", "organizers", "crossword"),)),
}
"""Layouts that are not named here show their first page and pages where sections begin, evenly chosen."""

_CHOSEN = 4


_HEAD = """\
# The layouts, as they print

Each shows a guide that comes with guidepress. `python -m benchmarks.gallery` draws these pictures, and a contact
sheet of every guide in every layout beside them.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what is asked for, and write docs/gallery.md."""
    guides = {path.stem: path for path in sorted((ROOT / "guides").glob("*.yaml"))}
    layouts = dict(stock_layouts())
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "output" / "gallery")
    parser.add_argument("--layout", nargs="+", choices=layouts, default=list(layouts))
    parser.add_argument("--guide", nargs="+", choices=guides, default=list(guides))
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in asked.layout:
        layout = load_layout(name)
        tools, show = Tools(layout), SHOWN.get(name, Show(()))
        for guide in asked.guide:
            try:
                built = build(load_guide(guides[guide]), layout, tools=tools)
            except FaultsFound as refused:
                if guide == show.guide:
                    raise
                print(f"{name} {guide}: {refused}")  # a layout that is made for other guides
                continue
            document = pypdfium2.PdfDocument(built.pdf)
            save(contact_sheet(document), asked.out / f"{name}-{guide}.png", PICTURE_COLOURS)
            if guide == show.guide:
                save(picture(document, built, layout, show), IMAGES / f"{name}.png", PICTURE_COLOURS)
            if guide == README_GUIDE and name == README_LAYOUT:
                save(
                    picture(document, built, layout, README, dpi=README_DPI),
                    IMAGES / "carol.png",
                    README_COLOURS,
                )
    (ROOT / "docs" / "gallery.md").write_text(gallery(layouts.items()), encoding="utf-8")
    return 0


def save(drawn: Image.Image, path: Path, colours: int) -> None:
    """Write a picture with few colours, and say where it is."""
    palette(drawn, colours).save(path, optimize=True)
    print(f"{path} {path.stat().st_size // 1000} kB")


def contact_sheet(document: pypdfium2.PdfDocument) -> Image.Image:
    """The pages of a book in rows; of a long book, evenly chosen ones."""
    numbers = _evenly(range(1, len(document) + 1), SHEET_COLUMNS * SHEET_ROWS)
    pages = draw(document, numbers, SHEET_DPI)
    rows = [pages[start : start + SHEET_COLUMNS] for start in range(0, len(pages), SHEET_COLUMNS)]
    return lay_out([[[page] for page in row] for row in rows], 8)


def picture(
    document: pypdfium2.PdfDocument, built: Built, layout: Layout, show: Show, *, dpi: float = 0
) -> Image.Image:
    """The pages that show a layout; at `dpi`, or as high as a picture of the gallery."""
    places = show.places or (_sections(built),)
    dpi = dpi or show.height * 72_000 / layout.page.height
    return lay_out(
        [[draw(document, _numbers(place, built, layout), dpi) for place in row] for row in places], 18
    )


def gallery(layouts: Iterable[tuple[str, str]]) -> str:
    """The text of docs/gallery.md."""
    parts = [_HEAD]
    for name, description in layouts:
        if not (IMAGES / f"{name}.png").is_file():
            continue
        guide = SHOWN.get(name, Show(())).guide
        parts.append(
            f"## {name}\n\n{description.removesuffix('.')}.\n\n![Pages of the layout {name}](images/{name}.png)\n"
        )
        parts.append(f"    guidepress build guides/{guide}.yaml --layout {name}\n")
    return "\n".join(parts)


def _numbers(place: str, built: Built, layout: Layout) -> tuple[int, ...]:
    """The numbers of the pages of one place, counted from 1."""
    name, _, more = place.partition("+")
    pages = built.book.pages
    if name == "cover":
        number = 1
    elif name == "last":
        number = len(pages)
    elif name.isdigit():
        number = int(name)
    else:
        number = next(page.number for page in pages if name in set(_anchors(page.frames)))
    if more:
        return (number + int(more),)
    if place.endswith("+") and layout.page.mirrored:
        left = number - (number - pages[0].cover) % 2  # the page after the cover is a recto
        return tuple(facing for facing in (left, left + 1) if 1 <= facing <= len(pages))
    return (number,)


def _sections(built: Built) -> tuple[str, ...]:
    starts = [1, *[page.number for page, before in _pairs(built) if page.section != before.section]]
    return tuple(str(number) for number in _evenly(list(dict.fromkeys(starts)), _CHOSEN))


def _pairs(built: Built) -> Iterator[tuple[Page, Page]]:
    return zip(built.book.pages[1:], built.book.pages, strict=False)


def _evenly(numbers: Sequence[int], most: int) -> list[int]:
    """At most so many of the numbers, the first among them, evenly spread."""
    count = min(most, len(numbers))
    return [numbers[place * len(numbers) // count] for place in range(count)]


def _anchors(items: Iterable[object]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Frame):
            yield from _anchors(item.items)
        elif isinstance(item, Anchor):
            yield item.name


if __name__ == "__main__":
    raise SystemExit(main())
