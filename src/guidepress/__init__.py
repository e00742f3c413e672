"""guidepress: study guides as data in, finished, paginated, accessible PDFs out.

What stands here is the public face; `docs/api.md` shows it at work. Each name is imported when it is first used, so that
`import guidepress` costs next to nothing. Nothing inside the package imports from here, the command line aside.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = (
    False  # type checkers take it for typing's own, whose import would take longer than all else here
)
if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic, FaultsFound, GuidepressError, Severity, Span
    from guidepress.base.sources import Readable
    from guidepress.bind.impose import Imposed, impose
    from guidepress.bind.impose_job import Creep, Job, PrinterMarks
    from guidepress.bind.merge import merge
    from guidepress.bind.plan import Merged, MergePart, MergePlan
    from guidepress.bind.stamp import Stamp, Stamped, stamp
    from guidepress.build import Built, Tools, build
    from guidepress.build import find_faults as check
    from guidepress.document.left_out import LeftOut
    from guidepress.guide.loader import load_guide
    from guidepress.guide.model import Guide
    from guidepress.layout.load import load_layout
    from guidepress.layout.model import Layout
    from guidepress.parts import HandedCopy, Parted, build_parts
    from guidepress.press.design import LayoutChoice
    from guidepress.press.inks import FileWish
    from guidepress.press.isbn import Isbn, read_isbn
    from guidepress.press.preflight import PreflightJob, PreflightReport, preflight
    from guidepress.press.prepare import Prepared, PressFile, PressJob, prepare
    from guidepress.press.printers import Printer, load_printer
    from guidepress.press.spec import PressChoice, PressSpec, order
    from guidepress.verify.report import Report
    from guidepress.verify.standards import StandardsMissing
    from guidepress.verify.verify import verify

__all__ = [
    "Built",
    "Creep",
    "Diagnostic",
    "FaultsFound",
    "FileWish",
    "Guide",
    "GuidepressError",
    "HandedCopy",
    "Imposed",
    "Isbn",
    "Job",
    "Layout",
    "LayoutChoice",
    "LeftOut",
    "MergePart",
    "MergePlan",
    "Merged",
    "Parted",
    "PreflightJob",
    "PreflightReport",
    "Prepared",
    "PressChoice",
    "PressFile",
    "PressJob",
    "PressSpec",
    "Printer",
    "PrinterMarks",
    "Readable",
    "Report",
    "Severity",
    "Span",
    "Stamp",
    "Stamped",
    "StandardsMissing",
    "Tools",
    "__version__",
    "build",
    "build_parts",
    "check",
    "impose",
    "load_guide",
    "load_layout",
    "load_printer",
    "merge",
    "order",
    "preflight",
    "prepare",
    "read_isbn",
    "stamp",
    "verify",
]

__version__ = "0.1.0"

_ROOMS = {
    "base.diagnostics": ("Diagnostic", "FaultsFound", "GuidepressError", "Severity", "Span"),
    "base.sources": ("Readable",),
    "bind.impose": ("Imposed", "impose"),
    "bind.impose_job": ("Creep", "Job", "PrinterMarks"),
    "bind.merge": ("merge",),
    "bind.plan": ("MergePart", "MergePlan", "Merged"),
    "bind.stamp": ("Stamp", "Stamped", "stamp"),
    "build": ("Built", "Tools", "build", "check"),
    "document.left_out": ("LeftOut",),
    "guide.loader": ("load_guide",),
    "guide.model": ("Guide",),
    "layout.load": ("load_layout",),
    "layout.model": ("Layout",),
    "parts": ("HandedCopy", "Parted", "build_parts"),
    "press.design": ("LayoutChoice",),
    "press.inks": ("FileWish",),
    "press.isbn": ("Isbn", "read_isbn"),
    "press.preflight": ("PreflightJob", "PreflightReport", "preflight"),
    "press.prepare": ("Prepared", "PressFile", "PressJob", "prepare"),
    "press.printers": ("Printer", "load_printer"),
    "press.spec": ("PressChoice", "PressSpec", "order"),
    "verify.report": ("Report",),
    "verify.standards": ("StandardsMissing",),
    "verify.verify": ("verify",),
}
"""Where each name comes from; the block for type checkers above says the same, and a test holds them to it."""

_HOMES = {name: room for room, names in _ROOMS.items() for name in names}
_ROOM_NAMES = {"check": "find_faults"}
"""What a name is called in its room, where it is another."""


class _Face(ModuleType):
    """This module. Two rooms, `build` and `verify`, are called as functions of it are.

    Python sets a room as an attribute of its package when it is imported; here the functions keep their names, and the
    rooms are imported by theirs all the same (`from guidepress.build import …`).
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face


if not TYPE_CHECKING:  # a type checker knows every name from above, and should know no others

    def __getattr__(name: str) -> object:
        """Import a name when it is first asked for (PEP 562)."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - a program that asks for nothing needs none

        value = getattr(import_module(f"{__name__}.{home}"), _ROOM_NAMES.get(name, name))
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *__all__})
