"""In: the `page` and `papers` of every file of a layout. Out: one `page` mapping for the paper in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.layout.merge import is_none, merge, pairs_of
from guidepress.layout.papers import PAPERS, paper_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node, YamlFile

__all__ = ["DEFAULT_PAPER", "finish_page", "read_page"]

DEFAULT_PAPER = "letter"


def read_page(sources: Sequence[YamlFile], run: Decoding) -> MappingNode:
    """Lay the pages of all files over each other.

    Within one file, what `papers` says of the paper in use stands over `page`; a nearer file stands over both.

    Args:
        sources: the files, the base first, settings last.
        run: notes papers that there are not.
    """
    tops = [pairs_of(source.root, run) for source in sources]
    pages = [top["page"][1] for top in tops if "page" in top]
    size = _size(pages, run)
    page: Node = MappingNode("", [])
    for top in tops:
        if "page" in top:
            page = merge(page, top["page"][1], run)
        if "papers" in top:
            change = _for_paper(top["papers"][1], size, run)
            page = page if change is None else merge(page, change, run)
    if not isinstance(page, MappingNode):
        run.no_mapping(page)
        page = MappingNode("", [], page.start_mark, page.end_mark)
    pairs = [pair for pair in page.value if not is_none(pair[1])]
    return MappingNode("", pairs, page.start_mark, page.end_mark)


def finish_page(values: dict[str, Any], _node: Node, _run: Decoding) -> None:
    """Add what the paper's name means; one that means nothing was noted when the paper was looked for."""
    try:
        values["width"], values["height"] = paper_size(values.get("size", DEFAULT_PAPER))
    except ValueError:
        values["width"], values["height"] = PAPERS[DEFAULT_PAPER]
    if values.get("landscape"):
        values["width"], values["height"] = sorted((values["width"], values["height"]), reverse=True)


def _size(pages: Sequence[Node], run: Decoding) -> tuple[int, int]:
    """The trim size that the nearest file names, mpt."""
    for page in reversed(pages):
        node = pairs_of(page, run).get("size") if isinstance(page, MappingNode) else None
        if node is not None and isinstance(node[1], ScalarNode):
            return _read_size(node[1], run)
    return PAPERS[DEFAULT_PAPER]


def _read_size(node: ScalarNode, run: Decoding) -> tuple[int, int]:
    try:
        return paper_size(node.value)
    except ValueError as error:
        from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

        run.fault(node, "unknown-paper", f"{error}.", did_you_mean(node.value, PAPERS))
        return PAPERS[DEFAULT_PAPER]


def _for_paper(papers: Node, size: tuple[int, int], run: Decoding) -> Node | None:
    """Find what a file says of one paper."""
    if not isinstance(papers, MappingNode):
        run.no_mapping(papers)
        return None
    found: Node | None = None
    for key, change in pairs_of(papers, run).values():
        if isinstance(key, ScalarNode) and _read_size(key, run) == size:
            found = change
        if not isinstance(change, MappingNode):
            run.no_mapping(change)
    return found if isinstance(found, MappingNode) else None
