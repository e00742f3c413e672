"""In: what a file does when it is opened. Out: what of it is lost where the file is not opened by itself (12.3.2, 12.6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Malformed
from guidepress.cos.destinations import DestinationIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["opening_lost"]


def opening_lost(file: File, pages: Sequence[int]) -> list[str]:
    """What a pack does not do that a file does when it is opened, each as the end of a sentence.

    To open at the first page is no loss: there the pack's bookmark of the file leads, or the pack itself opens.

    Args:
        file: the file.
        pages: the numbers of its pages.
    """
    try:
        given = file.get(file.root.get("OpenAction"))
        known = DestinationIndex(file, pages, ranked=True)
        if isinstance(given, dict):
            return _actions(file, given, known)
        if known.page_at(given) > 0:
            return ["the page it opens at"]
    except Malformed as problem:
        file.lose(f"what it does when it is opened ({problem})")
    return []


def _actions(file: File, action: Dictionary, known: DestinationIndex) -> list[str]:
    kind = file.word(action.get("S"))
    if kind != "GoTo":
        return [f"what it does when it is opened ({kind or 'an action'})"]
    lost = ["the page it opens at"] if known.page_at(file.get(action.get("D"))) > 0 else []
    return [*lost, "what it does when it is opened (an action after another)"] if action.get("Next") else lost
