"""In: the texts and the cover of a guide. Out: its pictures with their sizes, and faults for those that cannot be used."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.limits import FILE_BYTES, PICTURE_BYTES, PICTURE_PIXELS
from guidepress.base.reading import is_file, names_in
from guidepress.base.roots import outside
from guidepress.guide.markdown import MdImage, inlines_of
from guidepress.guide.model import ImageFile
from guidepress.page.svg import SvgError, is_drawing, read_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.base.roots import Root
    from guidepress.guide.model import Cover, Guide
    from guidepress.guide.rules import Text

__all__ = ["find_images", "picture_files"]

_FORMATS = ("PNG", "JPEG")
"""What a PDF can hold as it is, and what every program can write."""

_SHOWN = 80
"""Letters of a path that a message shows: no name is longer than 255 bytes."""

_ORIENTATION, _LYING = 0x0112, range(5, 9)
"""The tag of Exif by which a camera says how it was held, and the values for a picture that is to be turned on its side
(Exif 2.32, 4.6.4)."""


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
            found = _open(folder / path, path, span, root)
            if isinstance(found, ImageFile):
                images[path] = found
            else:
                faults.append(found)
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


def _too_large(path: str, span: Span) -> Diagnostic:
    most = f"{PICTURE_PIXELS // 1_000_000} million pixels and {PICTURE_BYTES // 1_000_000} MB"
    message = f'The picture "{_cut(path)}" is too large; {most} are the most.'
    hint = "Scale it down; 3000 pixels are enough for a page."
    return Diagnostic("error", "image-too-large", message, hint, span)


def _cut(path: str) -> str:
    """A path as a message shows it."""
    return path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"


def _open(file: Path, path: str, span: Span, root: Root) -> ImageFile | Diagnostic:
    if not root.holds(file) and "\0" not in path:
        return Diagnostic("error", "outside-root", *outside(_cut(path), root), span)
    if not is_file(file):
        from guidepress.base.suggest import nearest  # noqa: PLC0415 - only a fault needs it

        like = nearest(file.name, names_in(file.parent))
        hint = f'Did you mean "{like}"?' if like else "Paths are seen from the folder of the guide."
        return Diagnostic("error", "missing-image", f'There is no picture "{_cut(path)}".', hint, span)
    return _read(file, path, span)


def _read(file: Path, path: str, span: Span) -> ImageFile | Diagnostic:
    """Read a picture that is there, to see that it is whole."""
    if is_drawing(path):
        return _drawing(file, path, span)
    # Pillow takes 40 ms to import, and most guides have no pictures.
    from PIL import Image as Pillow  # noqa: PLC0415 - see above
    from PIL import UnidentifiedImageError  # noqa: PLC0415 - likewise

    try:
        with warnings.catch_warnings(), _whole_pictures():
            # Pillow warns of pictures of more than 89 million pixels, which no page can show.
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(file) as picture:
                kind, (width, height) = picture.format, picture.size
                if width * height > PICTURE_PIXELS or file.stat().st_size > PICTURE_BYTES:
                    return _too_large(path, span)
                if kind in _FORMATS:
                    picture.load()
                    if picture.getexif().get(_ORIENTATION) in _LYING:
                        width, height = height, width
    except UnidentifiedImageError:
        kind, width, height = None, 0, 0
    except (Pillow.DecompressionBombWarning, Pillow.DecompressionBombError):
        return _too_large(path, span)
    except (OSError, SyntaxError, ValueError) as error:
        message = f'The picture "{path}" is damaged: {error}.'
        return Diagnostic("error", "corrupt-image", message, "Export it again.", span)
    if kind not in _FORMATS:
        hint = "Export it as one of these."
        return Diagnostic(
            "error", "corrupt-image", f'The file "{path}" is no PNG, JPEG or SVG picture.', hint, span
        )
    return ImageFile(str(file), width, height)


def _drawing(file: Path, path: str, span: Span) -> ImageFile | Diagnostic:
    """Measure an SVG, in points where a picture has pixels; a fault if something of it would not be printed."""
    try:
        with file.open("rb") as opened:
            drawing = read_svg(opened.read(FILE_BYTES + 1), FILE_BYTES)
    except (SvgError, OSError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else problem
        hint = "Export it with plain lines and areas of one colour, or as PNG of 300 pixels an inch."
        message = f'The drawing "{path}" {said}.'
        return Diagnostic("error", "corrupt-image", message, hint, span)
    width, height = (max(1, round(each / 1000)) for each in (drawing.width, drawing.height))
    return ImageFile(str(file), width, height)


@contextmanager
def _whole_pictures() -> Iterator[None]:
    """Let Pillow refuse cut-off pictures, whatever other libraries of this process have told it."""
    from PIL import ImageFile  # noqa: PLC0415 - only guides with pictures need it

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
