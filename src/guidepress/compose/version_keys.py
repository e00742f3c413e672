"""In: the versions of a quiz. Out: their keys: side by side where they are several, then each in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.key_entries import key_part
from guidepress.compose.question_kind import type_of
from guidepress.compose.shares import shares
from guidepress.compose.tables import ruled
from guidepress.document.blocks import Break
from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.versions import Version
    from guidepress.document.blocks import Block, Table
    from guidepress.document.inlines import Inline

__all__ = ["version_keys"]

_GRID = 40  # most questions in the table of versions: what fits a page


def version_keys(title: str, versions: tuple[Version, ...], context: Context) -> list[Block]:
    """Set the key of each version; of several, first the table that shows them side by side, each key in one piece.

    A key that no page can hold begins below what stands there, if a third of the page is left.
    """
    if not versions:
        return []
    if len(versions) == 1:
        (only,) = versions
        named = f"{title} · {context.labels.text('version-n', name=only.name)}" if only.name else title
        return key_part(named, only.posed, context)
    blocks: list[Block] = []
    if len(versions[0].posed) <= _GRID:
        blocks.append(context.heading(2, title, "h2", contents=False))
        blocks.append(_side_by_side(versions, context))
    for version in versions:
        full = f"{title} · {context.labels.text('version-n', name=version.name)}"
        first = None if version is versions[0] else versions[0]
        part = key_part(full, version.posed, context, first=first)
        blocks += [Break("room", _room(part, context)), *part]
    return blocks


def _room(part: list[Block], context: Context) -> int:
    """What must be left of a page for a key to begin on it, mpt."""
    page, whole = context.areas.height, context.stood(part)
    return whole.height if whole is not None and whole.height <= page else page // 3


def _side_by_side(versions: tuple[Version, ...], context: Context) -> Table:
    """Set the short answers of all versions in one table, a row a number."""
    labels = context.labels
    heads = ("", *(labels.text("version-n", name=version.name) for version in versions))
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    for same in zip(*(version.posed for version in versions), strict=True):
        texts = [type_of(posed.question).brief(posed, context) for posed in same]
        if any(texts):
            rows.append(((Text(str(same[0].number)),), *((Text(text),) for text in texts)))
    return ruled(context, shares(1, *(4 for _ in versions)), heads, rows)
