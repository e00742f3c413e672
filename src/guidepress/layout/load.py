"""In: a layout's name or path, a paper, settings. Out: the Layout, or every fault of its files with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.decoding_run import Decoding
from guidepress.base.record import replace
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.layout.assemble import Assembly
from guidepress.layout.chain import read_chain
from guidepress.layout.layers import Layers
from guidepress.layout.merge import pairs_of
from guidepress.layout.page import DEFAULT_PAPER
from guidepress.layout.switches import switched

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.base.roots import Root
    from guidepress.base.sources import Readable
    from guidepress.base.yaml import YamlFile
    from guidepress.layout.model import Layout

__all__ = ["load_layout"]


def load_layout(
    layout: Readable,
    *,
    paper: str | None = None,
    sets: tuple[tuple[str, str], ...] = (),
    name: str = "layout",
    root: Root | Path | None = None,
) -> Layout:
    """Load a layout with all that it extends.

    Args:
        layout: a stock layout's name ("study-guide"); the path of a YAML file; a text, that is bytes or a
            string with line ends; or a mapping of keys and values.
        paper: the paper to use instead of the layout's own ("a4", "6x9", "170mm x 240mm").
        sets: keys joined by dots, and values, laid over everything else (("page.grid", "0")).
        name: what a text or a mapping is called, in messages as well.
        root: a folder in which what the layout names may lie beside its own root (`base/roots.py`).

    Returns:
        The layout, every style resolved, every option filled in.

    Raises:
        FaultsFound: the layout, what it extends or the settings have faults.
    """
    chain, whole = read_chain(layout, name, root)
    places: dict[int, Span] = chain[0].places()
    settings: list[YamlFile] = []
    expressions = [(key, value, f"--set {key}={value}") for key, value in sets]
    if paper is not None:
        expressions.insert(0, ("page.size", paper, f"--paper {paper}"))
    if expressions:
        from guidepress.layout.sets import parse_set  # noqa: PLC0415 - most builds have none

        for key, value, expression in expressions:
            source, marks = parse_set(key, value, expression)
            settings.append(source)
            places.update(marks)
    layers = Layers(chain[0].root, (*settings, *chain), places)
    upwards = tuple(reversed(chain))
    # From the base up to the settings, each laid over the ones before; switches change files, settings change all.
    sources = (*upwards, *switched((*upwards, *settings), layers), *settings)
    names = tuple(source.file for source in chain)
    made = Assembly(Path(names[0]).stem, names, sources, layers, whole).layout()
    return made if paper is None else replace(made, paper=_other(paper, upwards))


def _other(paper: str, sources: tuple[YamlFile, ...]) -> str:
    """The paper that was asked for, unless it is the layout's own."""
    run = Decoding(sources[-1], None)
    own = (dict(pairs_of(each.root, run)).get("page") for each in sources)
    named = (pairs_of(page[1], run).get("size") for page in own if page and isinstance(page[1], MappingNode))
    sizes = [size[1].value for size in named if size and isinstance(size[1], ScalarNode)]
    return "" if paper.casefold() == (sizes[-1] if sizes else DEFAULT_PAPER).casefold() else paper
