"""In: the families that a layout names. Out: the same with their names and folders; missing files are faults."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.reading import is_file
from guidepress.base.record import replace
from guidepress.base.roots import Root, barred
from guidepress.layout.page_rules import node_at
from guidepress.layout.stock import font_folder

if TYPE_CHECKING:
    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import MappingNode
    from guidepress.layout.model import Family

__all__ = ["place_families"]


def place_families(
    families: dict[str, Family], head: MappingNode, run: Decoding, root: Root
) -> dict[str, Family]:
    """Find every family's folder and check that its files are there.

    Args:
        families: as decoded, by name.
        head: the mapping that holds `fonts`, for places.
        run: notes packages that are not installed, and files that are not there or outside the root.
        root: in which files must lie that are of no package; those of a package lie in it.
    """
    return {name: _placed(name, family, head, run, root) for name, family in families.items()}


def _placed(name: str, family: Family, head: MappingNode, run: Decoding, root: Root) -> Family:
    """Find the folder and the files of one family."""
    if family.family:
        return _installed(name, family, head, run)
    folder = font_folder(family.package) if family.package else ""
    if family.package and not folder:
        message = f'The font package "{family.package}" is not installed.'
        sound = family.package.isidentifier()  # else a layout would put words of its own into a command
        hint = f"Run: pip install {family.package.replace('_', '-')}" if sound else "Check its name."
        run.fault(node_at(head, "fonts", name, "package"), "unknown-font", message, hint)
    for face, file in family.files.items():
        place = node_at(head, "fonts", name, "files", face)
        if not family.package:  # beside the file that names it, whichever of the layouts that is
            folder = str(Path(run.source.span(place).file).parent)
        within = Root(()).wider(Path(folder)) if family.package else root
        wrong = barred(file, Path(folder, file), within) if folder else None
        if wrong is not None:
            run.fault(place, *wrong)
        elif folder and not is_file(Path(folder, file)):
            message = f'The font file "{file}" is not in "{folder}".'
            run.fault(place, "missing-font-file", message, "Check its name.")
    return replace(family, name=name, folder=folder)


def _installed(name: str, family: Family, head: MappingNode, run: Decoding) -> Family:
    """Find a family in the system's font folders."""
    from guidepress.layout.system_fonts import faces_of, font_folders, installed  # noqa: PLC0415 - few layouts need it

    place = node_at(head, "fonts", name, "family")
    if family.files or family.package:
        message = "A family that is installed has a name alone."
        run.fault(place, "two-sources", message, "Delete its package and files, or its family.")
    folders = font_folders()
    files = faces_of(family.family, folders)
    if not files:
        from guidepress.base.suggest import nearest  # noqa: PLC0415 - only a fault needs it

        like = nearest(family.family.casefold(), installed(folders))
        looked = ", ".join(map(str, folders)) or "no folder"
        hint = f'Did you mean "{like}"?' if like else f"Install it; guidepress looks in {looked}."
        message = f'No font family "{family.family}" is installed on this computer.'
        run.fault(place, "unknown-font", message, hint)
    return replace(family, name=name, files=files)
