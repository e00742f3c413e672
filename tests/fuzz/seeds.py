"""Sound files that are to be damaged, each made or read once."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image

from guidepress.layout import stock_layouts

__all__ = ["guides", "layout_names", "pictures"]

ROOT = Path(__file__).parents[2]


@cache
def guides() -> dict[str, str]:
    """The stock guides and the fullest test case, by name."""
    files = (*sorted((ROOT / "guides").glob("*.yaml")), ROOT / "tests/guide/cases/everything.yaml")
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


@cache
def layout_names() -> tuple[str, ...]:
    """The stock layouts."""
    return tuple(name for name, _ in stock_layouts() if name != "base")


@cache
def pictures() -> dict[str, bytes]:
    """Small pictures of each kind, by a name that says which."""
    found: dict[str, bytes] = {}
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "I;16"):
        found[f"{mode.replace(';', '')}.png"] = _saved(Image.new(mode, (40, 30)), "PNG")
    for mode in ("L", "RGB", "CMYK"):
        found[f"{mode}.jpg"] = _saved(Image.new(mode, (40, 30)), "JPEG")
    turned = Image.new("RGB", (40, 30))
    exif = turned.getexif()
    exif[0x0112] = 6
    stream = io.BytesIO()
    turned.save(stream, "JPEG", exif=exif)
    found["turned.jpg"] = stream.getvalue()
    return found


def _saved(picture: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form)
    return stream.getvalue()
