"""Orders from printers, for tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from guidepress.press.printers import Printer, load_printer
from guidepress.press.spec import PressChoice, PressSpec, order

known = cache(load_printer)


def printer(name: str) -> Printer:
    """A printer, read once."""
    return known(name)


def ordered(name: str, trim: str = "6x9", **choice: Any) -> PressSpec:  # noqa: ANN401 - any field of a choice
    """What a user orders from a printer."""
    return order(printer(name), PressChoice(trim, **choice))
