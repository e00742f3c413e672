"""In: the label files that a layout names. Out: the languages in them; files that are missing or wrong are faults."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.labels.checking import read_labels
from guidepress.layout.page_rules import node_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.yaml import MappingNode
    from guidepress.labels.shipped import Language

__all__ = ["read_own_labels"]


def read_own_labels(
    names: Sequence[str], files: Sequence[str], root: MappingNode, run: Decoding
) -> tuple[tuple[Language, ...], tuple[Diagnostic, ...]]:
    """Read a user's own label files.

    Args:
        names: paths, as the layout writes them: beside the layout file that names them.
        files: the layout's files.
        root: the mapping that holds `labels`, for places.
        run: notes files that are not there.

    Returns:
        The languages in order, and the faults in their files.
    """
    node = node_at(root, "labels")
    layout = run.source.span(node).file
    folder = Path(layout).parent if layout in files else Path()  # what is set on the command line is no file
    languages: list[Language] = []
    faults: list[Diagnostic] = []
    for name in names:
        path = folder / name
        if not path.is_file():
            run.fault(node, "no-label-file", f'There is no label file "{path}".', "Check its name.")
            continue
        try:
            language, found = read_labels(path)
        except FaultsFound as unreadable:
            faults.extend(unreadable.diagnostics)
            continue
        faults.extend(found)
        languages.append(language)
    return tuple(languages), tuple(faults)
