"""In: a page of an open PDF. Out: its annotations as a printer sees them: which are printed, and as what (12.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.cos import Ref, Stream
from guidepress.cos.text import text_of

if TYPE_CHECKING:
    from guidepress.cos import File, Value
    from guidepress.cos.pages import PageObject
    from guidepress.cos.values import Dictionary

__all__ = ["Annotation", "annotations_of", "field_name", "inherited", "numbers_of"]

_HIDDEN, _PRINT, _NO_VIEW = 2, 4, 32
"""Flags (table 165)."""
_NO_INK = frozenset({"Link", "Popup"})
"""Kinds that lead somewhere or belong to another; without an appearance they show nothing on paper."""
_DEEPEST = 50
"""Most fields above one another."""


@record
class Annotation:
    """An annotation of a page.

    Attributes:
        entries: its dictionary.
        kind: "Widget", "Highlight".
        prints: its flags let it be printed.
        look: the stream that shows it in its state, by reference; None where it has none.
        rectangle: where it stands, page space: left, bottom, right, top; () where it does not say.
    """

    entries: Dictionary
    kind: str
    prints: bool
    look: Ref | None
    rectangle: tuple[float, ...]

    @property
    def shows(self) -> bool:
        """Whether a reader would draw something for it, with an appearance or without."""
        left, bottom, right, top = self.rectangle or (0.0, 0.0, 0.0, 0.0)
        return right > left and top > bottom and (self.look is not None or self.kind not in _NO_INK)


def annotations_of(file: File, page: PageObject) -> tuple[Annotation, ...]:
    """Read a page's annotations; hidden ones are left out."""
    found = (file.dictionary(each) for each in file.array(page.entries.get("Annots")))
    return tuple(
        _annotation(file, entries)
        for entries in found
        if entries and not file.integer(entries.get("F")) & (_HIDDEN | _NO_VIEW)
    )


def _annotation(file: File, entries: Dictionary) -> Annotation:
    kind = file.word(entries.get("Subtype")) or "unknown"
    rectangle = numbers_of(file, entries.get("Rect"), 4)
    if rectangle:
        x0, y0, x1, y1 = rectangle
        rectangle = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    prints = bool(file.integer(entries.get("F")) & _PRINT)
    return Annotation(entries, kind, prints, None if kind == "Popup" else _look(file, entries), rectangle)


def _look(file: File, entries: Dictionary) -> Ref | None:
    """The normal appearance, in the state that the annotation is in (12.5.5)."""
    normal = file.dictionary(entries.get("AP")).get("N")
    states = file.get(normal)
    if isinstance(states, dict):
        state = file.word(entries.get("AS")) or file.word(inherited(file, entries, "V")) or "Off"
        normal = states.get(state)
    return normal if isinstance(normal, Ref) and isinstance(file.get(normal), Stream) else None


def inherited(file: File, entries: Dictionary, key: str) -> Value:
    """What a field says, or one above it (12.7.3.2)."""
    for _ in range(_DEEPEST):
        if entries.get(key) is not None:
            return entries[key]
        entries = file.dictionary(entries.get("Parent"))
    return None


def field_name(file: File, entries: Dictionary) -> str:
    """A field's full name: those above it first, dots between them."""
    names: list[str] = []
    for _ in range(_DEEPEST):
        if not entries:
            break
        names.append(text_of(file.get(entries.get("T"))))
        entries = file.dictionary(entries.get("Parent"))
    return ".".join(name for name in reversed(names) if name)


def numbers_of(file: File, value: Value, count: int) -> tuple[float, ...]:
    """So many numbers of an array; () where it has not as many."""
    listed = [file.get(each) for each in file.array(value)[:count]]
    numbers = [float(each) for each in listed if isinstance(each, int | float)]
    return tuple(numbers) if len(numbers) == count else ()
