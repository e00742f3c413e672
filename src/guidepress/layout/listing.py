"""In: the stock folder. Out: the stock layouts by name, each with its line of description."""

from __future__ import annotations

from guidepress.base.yaml import MappingNode, ScalarNode, read_yaml
from guidepress.layout.chain import BASE
from guidepress.layout.stock import stock_folder, stock_names

__all__ = ["stock_layouts"]


def stock_layouts() -> tuple[tuple[str, str], ...]:
    """List the layouts that guidepress ships, the base that they stand on left out.

    Returns:
        Name and description of each, in alphabetical order.

    Raises:
        FaultsFound: one of the files is damaged.
    """
    listed = []
    for name in stock_names():
        if name != BASE:
            root = read_yaml(stock_folder() / f"{name}.yaml").root
            listed.append((name, _description(root)))
    return tuple(listed)


def _description(root: MappingNode) -> str:
    for key, value in root.value:
        if isinstance(value, ScalarNode) and key.value == "description":
            text: str = value.value
            return text
    return ""
