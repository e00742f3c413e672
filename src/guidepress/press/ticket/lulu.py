"""In: the facts of an order. Out: a print job as Lulu's API takes it, and what only the orderer can add.

A package is written with dots, "0600X0900.BW.STD.PB.060UW444.MXX": trim, ink and quality, binding, paper, finish with
an X for no linen and an X for no foil. The older form, 27 letters without dots, is read and never written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.press.spec import PressChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec
    from guidepress.press.ticket.facts import FileFacts, TicketFacts

__all__ = ["lulu", "package_choice", "package_id"]

_PLAIN = "XX"
"""No linen, no foil: what the covers of cloth have in the last two letters."""

_OLD = re.compile(r"(\d{4}X\d{4})([A-Z]{2})([A-Z]{3})([A-Z]{2})(\d{3}[A-Z]{2}\d{3})([A-Z]{3})")
_DOTTED = re.compile(r"(\d{4}X\d{4})\.([A-Z]{2})\.([A-Z]{3})\.([A-Z]{2})\.(\d{3}[A-Z]{2}\d{3})\.([A-Z]{3})")

_SHIPPING = ("name", "street1", "city", "country_code", "postcode", "phone_number")
"""What an address must have; Lulu prints nothing without a telephone number."""

_DELAY = 60
"""Minutes until production begins, the API's own least and usual: an order can be taken back as long."""


def package_id(spec: PressSpec) -> str:
    """Write the package of an order, with dots.

    Raises:
        FaultsFound: something that was ordered has no code.
    """
    parts = {
        "trim": (spec.trim.id, spec.trim.code),
        "ink": (spec.ink.id, spec.ink.code),
        "binding": (spec.binding.id, spec.binding.code),
        "paper": (spec.paper.id, spec.paper.code),
        "finish": (spec.finish.id, spec.finish.code),
    }
    for what, (name, code) in parts.items():
        if not code:
            message = f'A package of {spec.printer.name} names its {what} by a code, and "{name}" has none.'
            raise fault("no-code", message, "Add the code to the printer's file, or choose another.")
    return ".".join(code for _, code in parts.values()) + _PLAIN


def package_choice(
    printer: Printer, text: str, *, bleed: bool = False, spine: int | None = None
) -> PressChoice:
    """Read a package, with dots or in the older form.

    Args:
        printer: whose package it is.
        text: the package.
        bleed: whether the interior has bleed, which no package says.
        spine: as the printer's template says, likewise.

    Raises:
        FaultsFound: it is no package, or names what the printer does not offer.
    """
    plain = text.strip().upper()
    match = _DOTTED.fullmatch(plain) or _OLD.fullmatch(plain)
    if match is None:
        hint = "Write it as 0600X0900.BW.STD.PB.060UW444.MXX."
        raise fault("wrong-package", f'"{text}" is no package of {printer.name}.', hint)
    trim, ink, quality, binding, paper, finish = match.groups()
    return PressChoice(
        _named(printer, "trim", trim, printer.trims),
        _named(printer, "paper", paper, printer.papers),
        _named(printer, "ink", f"{ink}.{quality}", printer.inks),
        _named(printer, "binding", binding, printer.bindings),
        _named(printer, "finish", finish[0], printer.finishes),
        bleed,
        spine,
    )


def _named(printer: Printer, what: str, code: str, offered: Mapping[str, object]) -> str:
    found = [key for key, each in offered.items() if getattr(each, "code", "") == code]
    if not found:
        known = ", ".join(getattr(each, "code", "") for each in offered.values())
        raise fault("wrong-package", f'{printer.name} has no {what} "{code}".', f"Known here: {known}.")
    return found[0]


def lulu(facts: TicketFacts) -> dict[str, object]:
    """Write a print job; addresses, copies and the places of the files are for the orderer to fill in."""
    name = facts.isbn.digits if facts.isbn else facts.interior.sha256[:16]
    item: dict[str, object] = {
        "external_id": name,
        "title": facts.metadata.title,
        "quantity": 1,
        "printable_normalization": {
            "pod_package_id": package_id(facts.spec),
            "interior": _source(facts.interior),
            "cover": _source(facts.cover),
        },
    }
    job: dict[str, object] = {
        "external_id": name,
        "contact_email": "",
        "shipping_address": dict.fromkeys(_SHIPPING, ""),
        "shipping_level": "MAIL",
        "production_delay": _DELAY,
        "line_items": [item],
    }
    return {
        "print_job": job,
        "to_fill_in": [
            "contact_email",
            *(f"shipping_address.{each}" for each in _SHIPPING),
            "line_items[0].quantity",
            "line_items[0].printable_normalization.interior.source_url",
            "line_items[0].printable_normalization.cover.source_url",
        ],
    }


def _source(file: FileFacts) -> dict[str, object]:
    """A file as it is fetched: its digest in both spellings, since the one that is documented is not the one that is read."""
    return {"source_url": file.name, "source_md5_sum": file.md5, "source_md5sum": file.md5}
