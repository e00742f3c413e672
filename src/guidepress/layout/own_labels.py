"""In: the label files that a layout names. Out: the languages in them; files that are missing or wrong are faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.reading import is_file
from guidepress.base.roots import barred
from guidepress.labels.checking import read_labels
from guidepress.layout.page_rules import node_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.roots import Root
    from guidepress.base.yaml import MappingNode
    from guidepress.labels.shipped import Language

__all__ = ["read_own_labels"]


def read_own_labels(
    named: Sequence[tuple[str, Path]], head: MappingNode, run: Decoding, root: Root
) -> tuple[tuple[Language, ...], tuple[Diagnostic, ...]]:
    """Read a user's own label files.

    Args:
        named: as the layout writes them, and their paths: beside the layout file that names them.
        head: the mapping that holds `labels`, for places.
        run: notes files that are not there, or outside the root.
        root: in which they must lie.

    Returns:
        The languages in order, and the faults in their files.
    """
    node = node_at(head, "labels")
    languages: list[Language] = []
    faults: list[Diagnostic] = []
    for name, path in named:
        wrong = barred(name, path, root)
        if wrong is not None:
            run.fault(node, *wrong)
            continue
        if not is_file(path):
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
