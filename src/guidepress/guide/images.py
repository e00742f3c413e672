"""In: the texts and the cover of a guide. Out: its pictures with their sizes, and faults for those that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.guide.markdown import MdImage, inlines_of
from guidepress.guide.model import ImageFile
from guidepress.page.picture_files import measure_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.base.roots import Root
    from guidepress.guide.model import Cover, Guide
    from guidepress.guide.rules import Text

__all__ = ["find_images", "picture_files"]


def find_images(
    cover: Cover | None, texts: Iterable[Text], folder: Path, root: Root
) -> tuple[dict[str, ImageFile], tuple[Diagnostic, ...]]:
    """Open every picture that a guide names.

    Args:
        cover: the guide's cover.
        texts: the parsed text fields.
        folder: the guide's folder, from which paths are seen.
        root: in which all pictures must lie.

    Returns:
        The pictures by their path as written, and the faults: no alt text, no such file, one outside the root, no
        PNG, JPEG or SVG, damaged, too large.
    """
    images: dict[str, ImageFile] = {}
    faults: list[Diagnostic] = []
    for path, alt, span in _named(cover, texts):
        if not alt.strip():
            message = f'The picture "{path}" has no alt text.'
            hint = "Say in a sentence what it shows, for readers who cannot see it."
            faults.append(Diagnostic("error", "no-alt", message, hint, span))
        if path not in images:
            found = measure_picture(folder / path, path, span, root, seen_from="guide")
            if isinstance(found, Diagnostic):
                faults.append(found)
            else:
                images[path] = ImageFile(str(folder / path), *found)
    return images, tuple(faults)


def picture_files(guide: Guide) -> tuple[Path, ...]:
    """The files of a guide's pictures."""
    return tuple(Path(image.path) for image in guide.images.values())


def _named(cover: Cover | None, texts: Iterable[Text]) -> Iterator[tuple[str, str, Span]]:
    """Path, alt text and place of each picture."""
    if cover is not None and cover.image:
        yield cover.image, cover.alt, cover.span
    for field, document in texts:
        for blocks in (document.blocks, *(note.blocks for note in document.notes)):
            for inline in inlines_of(blocks):
                if isinstance(inline, MdImage):
                    yield inline.path, inline.alt, field.at(inline.offset)
