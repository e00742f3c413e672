"""In: a pack file. Out: the pack: its guides built where that is needed, its parts bound in order, with dividers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.files import refuse_inputs, write_whole
from guidepress.base.record import record
from guidepress.base.roots import is_path, root_of
from guidepress.bind.front import Front
from guidepress.bind.merge import merge
from guidepress.bind.pack_file import load_pack
from guidepress.bind.plan import MergePart, MergePlan
from guidepress.build import Tools, build
from guidepress.guide import load_guide
from guidepress.guide.images import picture_files
from guidepress.layout.inputs import layout_inputs

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.roots import Root
    from guidepress.bind.pack_model import Pack, PackItem
    from guidepress.bind.plan import Merged, Progress
    from guidepress.layout import Layout

__all__ = ["Packed", "make_pack"]


@record
class Packed:
    """A pack that was written, and the PDFs of guides that were built for it."""

    merged: Merged
    built: tuple[Path, ...]


def make_pack(
    path: Path,
    output: Path | None = None,
    *,
    rebuild: bool = False,
    check: bool = True,
    progress: Progress | None = None,
    root: Path | None = None,
) -> Packed:
    """Make the pack that a file describes.

    Args:
        path: the pack file.
        output: where to write the pack; None takes what the file says.
        rebuild: build all guides anew, also those whose PDF is newer than they are.
        check: verify what is built, and the pack.
        progress: called before each guide that is built, and before each part that is bound.
        root: a folder in which what the pack names may lie beside its own root (`base/roots.py`).

    Raises:
        FaultsFound: the file has faults, or one of its guides; or a part cannot be bound, or a file that is to be
            written is one of those that are read.
    """
    whole = root_of(path, root)
    pack, layouts = load_pack(path, whole)
    output = output or path.parent / (pack.output or f"{path.stem}.pdf")
    workshop = _Workshop(pack, path, layouts, whole)
    workshop.hold_apart(output)
    stale = [
        item for item in dict.fromkeys(pack.parts) if item.guide and (rebuild or workshop.is_stale(item))
    ]
    for number, item in enumerate(stale, 1):
        if progress is not None:
            progress(number, len(stale), item.guide)
        workshop.build(item, check=check)
    plan = MergePlan(
        pack.title,
        pack.labels,
        contents=pack.contents,
        cover=pack.cover,
        each_on_recto=pack.each_on_recto,
        multiple_of=pack.multiple_of,
        layout=workshop.layout_name,
    )
    parts = [workshop.part(item) for item in pack.parts]
    merged = merge(parts, output, plan, progress=progress, check=check)
    return Packed(merged, tuple(dict.fromkeys(workshop.place(item) for item in stale)))


class _Workshop:
    """Builds guides and dividers; the faces of a layout are opened once."""

    def __init__(self, pack: Pack, path: Path, layouts: dict[tuple[str, str], Layout], root: Root) -> None:
        self._pack = pack
        self._path = path
        self._folder = path.parent
        self._layouts = layouts
        self._root = root
        self._tools: dict[tuple[str, str], Tools] = {}
        self._front: Front | None = None

    def hold_apart(self, output: Path) -> None:
        """Refuse to write the pack, or the PDF of a guide, over a file that is read.

        Raises:
            FaultsFound: one is to be written so.
        """
        items = [item for item in self._pack.parts if not item.divider]
        read = [self._path, *(self._folder / (item.guide or item.file) for item in items)]
        read += [file for layout in self._layouts.values() for file in layout_inputs(layout)]
        built = dict.fromkeys(self.place(item) for item in items if item.guide)
        for place in (output, *built):
            refuse_inputs(place, read)
        refuse_inputs(output, built, "where the PDF of one of its guides is kept")

    @property
    def layout_name(self) -> str:
        """The pack's layout: its name, or the path of its file."""
        name = self._pack.layout
        return str(self._folder / name) if is_path(name) else name

    def place(self, item: PackItem) -> Path:
        """Where a guide's PDF lies: told apart by layout and paper, so that a pack may hold a guide twice."""
        layout, paper = self._key(item)
        words = [(self._folder / item.guide).stem]
        words += [(self._folder / layout).stem] if layout != "study-guide" else []
        words += [paper.replace(" ", "")] if paper else []
        return self._folder / self._pack.built / f"{'-'.join(words)}.pdf"

    def is_stale(self, item: PackItem) -> bool:
        """Whether a guide's PDF is missing, or older than the guide or a file of its layout."""
        place = self.place(item)
        if not place.exists():
            return True
        made = place.stat().st_mtime_ns
        layout = self._layouts[self._key(item)]
        sources = [self._folder / item.guide, *map(type(self._folder), layout.files)]
        return any(source.exists() and source.stat().st_mtime_ns > made for source in sources)

    def build(self, item: PackItem, *, check: bool) -> None:
        """Build a guide into its place."""
        key = self._key(item)
        layout = self._layouts[key]
        tools = self._tools.setdefault(key, Tools(layout))
        guide = load_guide(self._folder / item.guide, root=self._root)
        built = build(guide, layout, tools=tools, check=check)
        refuse_inputs(self.place(item), picture_files(guide))
        write_whole(self.place(item), built.pdf)

    def part(self, item: PackItem) -> MergePart:
        """A part for the binder."""
        if item.divider:
            return MergePart(
                self._folder / "divider.pdf", item.divider, data=self._divider(item.divider), leads=True
            )
        path = self.place(item) if item.guide else self._folder / item.file
        return MergePart(path, item.title, item.password)

    def _divider(self, title: str) -> bytes:
        if self._front is None:
            page = self._layouts[self._pack.layout, self._pack.paper].page
            self._front = Front(self.layout_name, (page.width / 1000, page.height / 1000), "en")
        return self._front.divider(title)

    def _key(self, item: PackItem) -> tuple[str, str]:
        return item.layout or self._pack.layout, item.paper or self._pack.paper
