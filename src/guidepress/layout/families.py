"""In: the families that a layout names. Out: the same with their names and folders; missing files are faults."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.layout.model import Family
from guidepress.layout.page_rules import node_at
from guidepress.layout.stock import font_folder

if TYPE_CHECKING:
    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import MappingNode

__all__ = ["place_families"]


def place_families(families: dict[str, Family], root: MappingNode, run: Decoding) -> dict[str, Family]:
    """Find every family's folder and check that its files are there.

    Args:
        families: as decoded, by name.
        root: the mapping that holds `fonts`, for places.
        run: notes packages that are not installed and files that are not there.
    """
    placed = {}
    for name, family in families.items():
        folder = font_folder(family.package) if family.package else ""
        if family.package and not folder:
            message = f'The font package "{family.package}" is not installed.'
            hint = f"Run: pip install {family.package.replace('_', '-')}"
            run.fault(node_at(root, "fonts", name, "package"), "unknown-font", message, hint)
        elif not family.package:
            folder = str(Path(run.source.span(node_at(root, "fonts", name)).file).parent)
        for face, file in family.files.items():
            if folder and not Path(folder, file).is_file():
                message = f'The font file "{file}" is not in "{folder}".'
                run.fault(
                    node_at(root, "fonts", name, "files", face),
                    "missing-font-file",
                    message,
                    "Check its name.",
                )
        placed[name] = Family(name, family.package, family.files, folder)
    return placed
