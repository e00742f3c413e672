"""In: a layout, or its name or path. Out: the files it is made from, the nearest first, down to the stock base."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.limits import EXTENDS
from guidepress.base.reading import is_file
from guidepress.base.roots import barred, is_path, root_of
from guidepress.base.sources import is_text, read_source
from guidepress.base.yaml import MappingNode, ScalarNode, read_yaml
from guidepress.layout.stock import stock_folder, stock_names

if TYPE_CHECKING:
    from guidepress.base.roots import Root
    from guidepress.base.sources import Readable
    from guidepress.base.yaml import Node, YamlFile

__all__ = ["BASE", "find_layout", "read_chain"]

BASE = "base"
"""What a layout stands on that extends none other; so every style and colour always exists."""


def read_chain(
    layout: Readable, called: str = "layout", wider: Root | Path | None = None
) -> tuple[tuple[YamlFile, ...], Root]:
    """Read a layout and all that it extends.

    Args:
        layout: a stock layout's name; a path (it ends in .yaml or .yml, or holds a slash); or a text or a mapping.
        called: what places in a text or a mapping are said to be in.
        wider: a folder in which what the files name may lie beside the layout's own root.

    Returns:
        The parsed files, the layout itself first, the stock base last; and the root of all that they name.

    Raises:
        FaultsFound: a file is unknown or unreadable, or extends itself in a circle.
    """
    chain: list[YamlFile] = []
    seen: dict[Path, str] = {}
    base = stock_folder() / f"{BASE}.yaml"
    path = None if _is_content(layout) else find_layout(str(layout), Path(), None)
    stock = stock_folder()
    root = root_of(path if path is not None and path.parent != stock else None, wider).wider(stock)
    while True:
        source = read_source(layout, called) if path is None else read_yaml(path)
        chain.append(source)
        if path == base:
            return tuple(chain), root
        if path is not None:
            seen[path.resolve()] = source.file
        node = _value(source.root, "extends")
        if node is None:
            path = base
            continue
        span = source.span(node)
        if not isinstance(node, ScalarNode) or not node.value.strip():
            raise fault("wrong-type", "`extends` must name one layout.", "Write extends: base.", span)
        if len(chain) > EXTENDS:
            message = f"More than {EXTENDS} layouts extend one another in a row."
            raise fault("extends-too-deep", message, "Let this one extend base instead.", span)
        path = find_layout(node.value, Path(source.file).parent, span, root)
        if path.resolve() in seen:
            circle = " extends ".join([*(s.file for s in chain), seen[path.resolve()]])
            hint = "Let one of them extend base instead."
            raise fault(
                "extends-circle", f"These layouts extend each other in a circle: {circle}.", hint, span
            )


def _is_content(layout: Readable) -> bool:
    """Whether this is a layout itself and no name of one."""
    return not isinstance(layout, str | Path) or is_text(layout)


def find_layout(name: str, folder: Path, span: Span | None, root: Root | None = None) -> Path:
    """Find a layout's file; paths are relative to `folder`.

    Raises:
        FaultsFound: there is none of that name, or it lies outside the root; without a span, a path is taken at its
            word.
    """
    if is_path(name):
        path = folder / name
        if span is None:
            return path
        wrong = barred(name, path, root) if root is not None else None
        if wrong is not None:
            raise fault(*wrong, span)
        if is_file(path):
            return path
        raise fault("unknown-layout", f'There is no layout file "{path}".', "Check its name.", span)
    path = stock_folder() / f"{name}.yaml"
    if not is_file(path):
        from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

        hint = did_you_mean(name, stock_names())
        raise fault("unknown-layout", f'There is no layout "{name}".', hint, span)
    return path


def _value(root: MappingNode, key: str) -> Node | None:
    for key_node, value in root.value:
        if isinstance(key_node, ScalarNode) and key_node.value == key:
            found: Node = value
            return found
    return None
