"""In: a guide file, a text or a mapping. Out: the Guide, or every fault of it in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, Span, errors_in, so_many
from guidepress.base.record import replace
from guidepress.base.roots import root_of
from guidepress.base.scripts import unset_scripts
from guidepress.base.sources import is_text, read_source
from guidepress.guide.decoder import decode_guide
from guidepress.guide.images import find_images
from guidepress.guide.rules import check_rules, read_texts

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.roots import Root
    from guidepress.base.sources import Readable
    from guidepress.base.yaml import YamlFile
    from guidepress.guide.model import Guide

__all__ = ["check_guide", "load_guide"]


def load_guide(
    source: Readable, *, name: str = "guide", folder: Path | None = None, root: Root | Path | None = None
) -> Guide:
    """Load one guide.

    Args:
        source: the path of a file; a text, that is bytes or a string with line ends; or a mapping of keys and values.
        name: what places in a text or a mapping are said to be in; a file goes by its path.
        folder: from which the paths of pictures are seen; None for the file's own, or the one at work.
        root: a folder in which pictures may lie beside the guide's own root (`base/roots.py`).

    Returns:
        The guide, checked. Its `diagnostics` hold the warnings.

    Raises:
        FaultsFound: the source cannot be read or breaks the format; all its diagnostics, in its order. In files and
            texts their places are lines and columns, in mappings the keys that lead to a value.
    """
    guide, found = _inspect(read_source(source, name), *_places(source, folder, root))
    if guide is None or errors_in(found):
        raise FaultsFound(found)
    return guide


def check_guide(
    source: Readable, *, name: str = "guide", folder: Path | None = None, root: Root | Path | None = None
) -> tuple[Diagnostic, ...]:
    """Find all faults and warnings of one guide, in its order; empty if there are none.

    Args:
        source: the guide, as `load_guide` takes it.
        name: likewise.
        folder: likewise.
        root: likewise.
    """
    try:
        read = read_source(source, name)
    except FaultsFound as faults:
        return faults.diagnostics
    return _inspect(read, *_places(source, folder, root))[1]


def _places(source: Readable, folder: Path | None, root: Root | Path | None) -> tuple[Path, Root]:
    """The folder from which a guide's pictures are seen, and the root in which they must lie."""
    own = Path(source) if isinstance(source, str | Path) and not is_text(source) else None
    seen = folder if folder is not None else own.parent if own is not None else Path()
    return seen, root_of(own if folder is None else seen / "guide", root)


def _inspect(source: YamlFile, folder: Path, root: Root) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    guide, names, faults = decode_guide(source)
    if guide is None:
        return None, so_many(faults)
    texts = read_texts(names.texts)
    images, missing = find_images(guide.cover, texts, folder, root)
    found = (*source.slips(), *unset_scripts(source), *faults, *missing, *check_rules(guide, names, texts))
    first = Span(source.file, 0, 0)
    in_order = so_many(sorted(dict.fromkeys(found), key=lambda fault: source.order(fault.span or first)))
    if images or in_order:
        guide = replace(guide, images=images, diagnostics=in_order)
    return guide, in_order
