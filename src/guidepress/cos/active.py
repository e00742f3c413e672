"""In: an open PDF. Out: what of it acts by itself: scripts, programs to start, what happens when it is opened.

Actions are dictionaries whose S names a kind (ISO 32000-1, 12.6.4). Those that only lead somewhere (GoTo, URI) are none of
these; what a file does by itself, without a reader's click, is (OpenAction, AA, scripts by name).
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from guidepress.cos.values import Malformed, Name, Ref, Stream

if TYPE_CHECKING:
    from guidepress.cos.file import File
    from guidepress.cos.values import Object, Value

__all__ = ["active_content", "passive"]

_ACTING = {
    "JavaScript": "JavaScript",
    "Launch": "programs to start",
    "ImportData": "data to fetch",
    "SubmitForm": "forms to send",
    "Rendition": "films or sounds",
    "Movie": "films or sounds",
    "Sound": "films or sounds",
    "RichMediaExecute": "films or sounds",
}
"""Kinds of actions, and what a sentence calls them."""

_LEADING = frozenset({"GoTo", "GoToR", "GoToE", "URI", "Named", "Thread"})


def active_content(file: File) -> list[str]:
    """What a file holds that acts, each kind once with its number, as parts of a sentence."""
    found: Counter[str] = Counter()
    for number in file.numbers():
        with suppress(Malformed, RecursionError):
            _count(file, file.get(Ref(number)), found)
    with suppress(Malformed):
        if "JavaScript" in file.dictionary(file.root.get("Names")):
            found["JavaScript"] += 0 if found["JavaScript"] else 1
        opening = file.get(file.root.get("OpenAction"))
        if isinstance(opening, dict) and file.word(opening.get("S")) not in _LEADING:
            found["what it does when it is opened"] += 1
    return [f"{what} ({count})" for what, count in sorted(found.items()) if count]


def _count(file: File, value: Object | Value, found: Counter[str]) -> None:
    if isinstance(value, Stream):
        value = value.entries
    if isinstance(value, dict):
        kind = value.get("S")
        if isinstance(kind, Name) and str(kind) in _ACTING:
            found[_ACTING[str(kind)]] += 1
        if value.get("AA") is not None:
            found["what happens by itself (AA)"] += 1
        for each in value.values():
            _count(file, each, found)
    elif isinstance(value, list):
        for each in value:
            _count(file, each, found)


def passive(file: File, number: int) -> Object | None:
    """An object without what acts; None where it has nothing of the kind.

    Args:
        file: the file.
        number: the object's.

    Raises:
        Malformed: it cannot be read.
    """
    value = file.get(Ref(number))
    if not isinstance(value, dict | list):
        return None
    made = _without(file, value, root=isinstance(file.trailer.get("Root"), Ref) and value is file.root)
    return made if made != value else None


def _without(file: File, value: Value, *, root: bool = False) -> Value:
    """A value without actions that act, what they are named by included."""
    if isinstance(value, list):
        return [_without(file, each) for each in value]
    if not isinstance(value, dict):
        return value
    if _acts(file, value):
        return {}
    kept = {
        key: _without(file, each)
        for key, each in value.items()
        if key != "AA" and not (key in {"A", "PA", "Next", "OpenAction"} and _acts(file, file.get(each)))
    }
    if root and isinstance(kept.get("Names"), dict | Ref):
        names = {key: each for key, each in file.dictionary(kept["Names"]).items() if key != "JavaScript"}
        kept["Names"] = _without(file, names)
    return kept


def _acts(file: File, value: Object | Value) -> bool:
    return isinstance(value, dict) and file.word(value.get("S")) in _ACTING
