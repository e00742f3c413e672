"""In: a layout. Out: the files that it was made from and takes type and logo from, none of which may be written over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.layout.font_files import font_file

if TYPE_CHECKING:
    from guidepress.layout.model import Layout

__all__ = ["layout_inputs"]


def layout_inputs(layout: Layout) -> tuple[Path, ...]:
    """List the files of a layout: its own, what it extends, its labels, its fonts and its logo."""
    fonts = (
        Path(family.folder, font_file(file)[0])
        for family in layout.fonts.values()
        for file in family.files.values()
    )
    labels = (Path(each.place.file) for each in layout.own_labels if each.place is not None)
    logo = () if layout.logo is None else (Path(layout.logo.path),)
    return (*map(Path, layout.files), *labels, *fonts, *logo)
