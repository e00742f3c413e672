"""In: a printer. Out: each of its figures as a line to read: what it is, its value with its unit, where it was read."""

from __future__ import annotations

import typing
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from guidepress.base.record import fields, is_record, record
from guidepress.press.printers.figures import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.printers.model import Printer

__all__ = ["ShownFigure", "shown_figures"]

_INCH = 72_000
_MM = _INCH / 25.4
_TYPE = 9_000
"""Below nine points lengths are those of type and rules, which are measured in points."""
_POINTS = 50
"""What is not a multiple of 0.05 pt was not measured in points: a bleed of 3 mm is 8.504 pt."""


@record
class ShownFigure:
    """A figure to read.

    Attributes:
        name: what it is: "papers white inks black pages".
        value: with its unit.
        source: where it was read, on which day, with which grade.
    """

    name: str
    value: str
    source: Source


def shown_figures(printer: Printer) -> tuple[ShownFigure, ...]:
    """List every figure of a printer that has a source, in the order of its file."""
    return tuple(
        each
        for field in fields(printer)
        if field.name not in {"sources", "read_from"}
        for each in _walk(field.name, getattr(printer, field.name))
    )


def _walk(name: str, value: Any) -> Iterator[ShownFigure]:  # noqa: ANN401 - any value of a printer
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(f"{name} {key}", each)
    elif isinstance(value, tuple):
        for number, each in enumerate(value, 1):
            yield from _walk(f"{name} {number}", each)
    elif is_record(value) and not isinstance(value, Source):
        source = getattr(value, "source", None)
        if isinstance(source, Source):
            yield ShownFigure(name, _said(value), source)
        for field in fields(value):
            if field.name != "source" and (source is None or is_record(getattr(value, field.name))):
                yield from _walk(f"{name} {field.name.replace('_', ' ')}", getattr(value, field.name))
            elif isinstance(getattr(value, field.name), dict):
                yield from _walk(f"{name} {field.name}", getattr(value, field.name))


def _said(value: object) -> str:
    """The plain values of a record, each with its name where it has several."""
    said = []
    for field in fields(value):
        each = getattr(value, field.name)
        if (
            field.name in {"id", "source"}
            or is_record(each)
            or isinstance(each, dict)
            or each in {None, "", ()}
        ):
            continue
        text = _text(each, field.hint)
        said.append(text if field.name == "value" else f"{field.name.replace('_', ' ')} {text}")
    return ", ".join(said) or "offered"


def _text(value: object, hint: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return f"{float(value) / _INCH:.6g} in ({float(value) / _MM:.4g} mm) a page"
    if isinstance(value, int) and "length" in typing.get_args(hint):
        return _length(value)
    if isinstance(value, tuple):
        return "; ".join(_said(each) if is_record(each) else str(each) for each in value)
    return str(value)


def _length(mpt: int) -> str:
    if 0 < mpt < _TYPE and mpt % _POINTS == 0:
        return f"{mpt / 1000:g} pt"
    return f"{round(mpt / _INCH, 4):g} in ({round(mpt / _MM, 2):g} mm)"
