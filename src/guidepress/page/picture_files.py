"""In: the file of a picture that a guide or a layout names. Out: its size, or the fault for one that cannot be used."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.limits import FILE_BYTES, PICTURE_BYTES, PICTURE_PIXELS
from guidepress.base.reading import is_file, names_in
from guidepress.base.roots import barred
from guidepress.page.svg import SvgError, is_drawing, read_svg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidepress.base.diagnostics import Span
    from guidepress.base.roots import Root

__all__ = ["measure_picture"]

_FORMATS = ("PNG", "JPEG")
"""What a PDF can hold as it is, and what every program can write."""

_SHOWN = 80
"""Letters of a path that a message shows: no name is longer than 255 bytes."""

_ORIENTATION, _LYING = 0x0112, range(5, 9)
"""The tag of Exif by which a camera says how it was held, and the values for a picture that is to be turned on its side
(Exif 2.32, 4.6.4)."""


def _too_large(path: str, span: Span) -> Diagnostic:
    most = f"{PICTURE_PIXELS // 1_000_000} million pixels and {PICTURE_BYTES // 1_000_000} MB"
    message = f'The picture "{_cut(path)}" is too large; {most} are the most.'
    hint = "Scale it down; 3000 pixels are enough for a page."
    return Diagnostic("error", "image-too-large", message, hint, span)


def _cut(path: str) -> str:
    """A path as a message shows it."""
    return path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"


def measure_picture(
    file: Path, path: str, span: Span, root: Root, *, seen_from: str
) -> tuple[int, int] | Diagnostic:
    """Measure a picture, to see that it is there and whole.

    Args:
        file: its path.
        path: the same as it is written, for messages.
        span: where it is named.
        root: in which it must lie.
        seen_from: what the file that names it is, "guide" or "layout".

    Returns:
        Width and height in pixels as the camera was held, of a drawing in points; or the fault: no such file, one
        outside the root, no PNG, JPEG or SVG, damaged, too large.
    """
    wrong = None if "\0" in path else barred(path, file, root)
    if wrong is not None:
        return Diagnostic("error", *wrong, span)
    if not is_file(file):
        from guidepress.base.suggest import nearest  # noqa: PLC0415 - only a fault needs it

        like = nearest(file.name, names_in(file.parent))
        hint = f'Did you mean "{like}"?' if like else f"Paths are seen from the folder of the {seen_from}."
        return Diagnostic("error", "missing-image", f'There is no picture "{_cut(path)}".', hint, span)
    return _read(file, path, span)


def _read(file: Path, path: str, span: Span) -> tuple[int, int] | Diagnostic:
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
    return width, height


def _drawing(file: Path, path: str, span: Span) -> tuple[int, int] | Diagnostic:
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
    return width, height


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
