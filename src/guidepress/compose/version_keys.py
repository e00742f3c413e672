"""In: the versions of a quiz. Out: their keys: side by side where they are several, then each in full; or each by itself."""

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

__all__ = ["keys_apart", "version_keys"]

_GRID = 40  # most questions in the table of versions: what fits a page


def version_keys(title: str, versions: tuple[Version, ...], context: Context) -> list[Block]:
    """Set the key of each version; of several, first the table that shows them side by side, each key in one piece.

    A key that no page can hold begins below what stands there, if a third of the page is left.
    """
    if not versions:
        return []
    if len(versions) == 1:
        (only,) = versions
        return key_part(_named(title, only, context), only.posed, context)
    blocks = _compared(title, versions, context)
    for version in versions:
        first = None if version is versions[0] else versions[0]
        part = key_part(_named(title, version, context), version.posed, context, first=first)
        blocks += [Break("room", _room(part, context)), *part]
    return blocks


def keys_apart(
    title: str, versions: tuple[Version, ...], context: Context
) -> tuple[list[Block], dict[str, list[Block]]]:
    """Set the key of each version so that it needs no other: what takes words is said in each.

    Returns:
        The table of all versions, and by their names the keys; no keys where there are no versions to be told apart.
    """
    if not any(version.name for version in versions):
        return version_keys(title, versions, context), {}
    keys: dict[str, list[Block]] = {}
    for version in versions:
        context.answered.clear()
        keys[version.name] = key_part(_named(title, version, context), version.posed, context)
    context.answered.clear()
    return (_compared(title, versions, context) if len(versions) > 1 else []), keys


def _named(title: str, version: Version, context: Context) -> str:
    return f"{title} · {context.labels.text('version-n', name=version.name)}" if version.name else title


def _compared(title: str, versions: tuple[Version, ...], context: Context) -> list[Block]:
    """Set all versions side by side under the title, if a page holds the table."""
    if len(versions[0].posed) > _GRID:
        return []
    return [context.heading(2, title, "h2", contents=False), _side_by_side(versions, context)]


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
