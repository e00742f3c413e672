"""In: the path of a pack file (YAML). Out: the Pack it describes, or every fault of it with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.decoding import Decoder, Rejected
from guidepress.base.diagnostics import FaultsFound, errors_in, fault
from guidepress.base.limits import DIGITS, MULTIPLE
from guidepress.base.reading import is_file
from guidepress.base.roots import barred, is_path
from guidepress.base.yaml import read_yaml
from guidepress.base.yaml_nodes import child_of
from guidepress.bind.pack_model import Pack, PackItem
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.decoding import Decoding
    from guidepress.base.roots import Root
    from guidepress.base.yaml import Node, ScalarNode
    from guidepress.layout import Layout

__all__ = ["load_pack"]

_GUIDES = (".yaml", ".yml")


class _Context:
    """What the hooks know: the pack's folder, the root of what it names, the layouts loaded so far."""

    def __init__(self, folder: Path, root: Root) -> None:
        self.folder = folder
        self.root = root
        self.layouts: dict[tuple[str, str], Layout] = {}

    def layout(self, name: str, paper: str) -> Layout:
        """Load a layout once."""
        key = name, paper
        if key not in self.layouts:
            known = str(self.folder / name) if is_path(name) else name
            wrong = barred(name, self.folder / name, self.root) if is_path(name) else None
            if wrong is not None:
                raise fault(*wrong)
            self.layouts[key] = load_layout(known, paper=paper or None, root=self.root)
        return self.layouts[key]


def load_pack(path: Path, root: Root) -> tuple[Pack, dict[tuple[str, str], Layout]]:
    """Load a pack file.

    Args:
        path: the file.
        root: in which all must lie that it names, to be read or written.

    Returns:
        The pack, and the layouts of its guides by (layout, paper).

    Raises:
        FaultsFound: the file breaks the format, or names a file or layout that is not there or outside the root; in
            file order.
    """
    source = read_yaml(path)
    context = _Context(path.parent, root)
    decoded = Decoder({int: _whole}, {PackItem: _finish_item, Pack: _finish_pack}).decode(
        Pack, source, context
    )
    if decoded.record is None or errors_in(decoded.faults):
        raise FaultsFound(decoded.faults)
    return decoded.record, context.layouts


def _whole(node: ScalarNode, _run: Decoding) -> int:
    if (
        node.value.isascii()
        and len(node.value) <= DIGITS
        and node.value.isdigit()
        and 1 <= int(node.value) <= MULTIPLE
    ):
        return int(node.value)
    raise Rejected(
        "wrong-value", f'"{node.value}" is no number of pages from 1 to {MULTIPLE}.', "Use 2 or 4."
    )


def _finish_item(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Take a file that ends in .yaml for a guide; hold that one of the three is given, and that it is there."""
    if str(values.get("file", "")).lower().endswith(_GUIDES):
        values["guide"] = values.pop("file")
    given = [key for key in ("file", "guide", "divider") if values.get(key)]
    if len(given) != 1:
        message = "A part is a guide, a file or a divider" + (", not several of them." if given else ".")
        run.fault(node, "wrong-part", message, "Write one of the three keys.")
        return
    if given[0] == "divider":
        return
    name, context = str(values[given[0]]), _context(run)
    place = child_of(node, "file", "guide")
    wrong = barred(name, context.folder / name, context.root)
    if wrong is not None:
        run.fault(place, *wrong)
    elif not is_file(context.folder / name):
        run.fault(place, "file-not-found", f'There is no file "{name}".', "Check its name.")


def _finish_pack(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Load the layouts, so that a name that is wrong is told before anything is built."""
    _check_outputs(values, node, run)
    parts = values.get("parts")
    layout, paper = str(values.get("layout", "study-guide")), str(values.get("paper", ""))
    wanted = {(layout, paper): child_of(node, "layout", "paper")}
    nodes = child_of(node, "parts")
    for item, place in zip(parts if isinstance(parts, tuple) else (), nodes.value, strict=False):
        if isinstance(item, PackItem) and item.guide:
            wanted.setdefault(
                (item.layout or layout, item.paper or paper), child_of(place, "layout", "paper")
            )
    for (name, size), place in wanted.items():
        try:
            _context(run).layout(name, size)
        except FaultsFound as faults:
            first = faults.diagnostics[0]
            run.fault(place, first.code, first.message, first.hint)
    if isinstance(parts, tuple) and not parts:
        run.fault(nodes, "no-parts", "The pack has no parts.", "List guides or PDF files.")


def _check_outputs(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Hold that what the pack writes is a PDF, and lies below the root."""
    context = _context(run)
    output = str(values.get("output", ""))
    if output and not output.lower().endswith(".pdf"):
        message = f'"{output}" is no name of a PDF file.'
        run.fault(child_of(node, "output"), "wrong-suffix", message, "Let it end in .pdf.")
    for key in ("output", "built"):
        name = str(values.get(key, ""))
        wrong = barred(name, context.folder / name, context.root) if name else None
        if wrong is not None:
            run.fault(child_of(node, key), *wrong)


def _context(run: Decoding) -> _Context:
    context = run.context
    if not isinstance(context, _Context):
        raise Rejected("no-context", "A pack is decoded with its folder.")
    return context
