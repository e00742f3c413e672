"""In: a unit that a printer gets, and its guide. Out: what `prepare` is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.pdf.output_profile import load_output_profile
from guidepress.press.design import LayoutChoice
from guidepress.press.inks import FileWish
from guidepress.press.isbn import read_isbn
from guidepress.press.prepare import PressJob
from guidepress.press.printers import load_printer
from guidepress.press.spec import PressChoice, order

if TYPE_CHECKING:
    from guidepress.export.job import JobPress
    from guidepress.export.units import WorkUnit
    from guidepress.guide import Guide

__all__ = ["press_job"]


def press_job(unit: WorkUnit, press: JobPress, guide: Guide) -> PressJob:
    """Make the order of a unit.

    Raises:
        FaultsFound: what is ordered is not offered together, or the guide's own ISBN is none.
    """
    look = LayoutChoice(unit.layout.layout, tuple(unit.layout.sets.items()))
    choice = PressChoice(
        press.trim or look.load().page.size, press.paper, press.ink, press.binding, press.finish, press.bleed
    )
    isbn = next(iter(press.isbns.values()), guide.credits.isbn)
    return PressJob(
        guide,
        look,
        order(load_printer(press.printer), choice),
        read_isbn(isbn) if isbn else None,
        press.price if isbn else "",
        FileWish(
            press.standard, press.condition, load_output_profile(Path(press.icc)) if press.icc else None
        ),
        press.zones,
        press.digital,
    )
