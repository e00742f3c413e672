"""In: the bytes of an Excel workbook. Out: its sheets, open to be read; formulas count as the values saved with them."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import FaultsFound, Span, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["opened_sheets"]


@contextmanager
def opened_sheets(data: bytes, name: str) -> Iterator[list[Any]]:  # a read-only sheet has no public type
    """Open a workbook, whose archive has passed the door; what is read in the `with` is what a damaged one may break.

    Args:
        data: all of it.
        name: of the file, for faults.

    Raises:
        FaultsFound: it is no workbook, or damaged.
    """
    import openpyxl  # noqa: PLC0415 - most files are none

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out when it writes is nothing to a reader
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = list(book.worksheets)
            for sheet in sheets:
                sheet.reset_dimensions()  # some programs write down fewer rows than there are
            yield sheets
            book.close()
    except FaultsFound:  # whoever reads has said it
        raise
    except Exception as problem:  # what a damaged workbook makes of openpyxl has no common name
        message = f"The file cannot be read as an Excel workbook: {str(problem) or type(problem).__name__}."
        hint = "Save it again as .xlsx, or as CSV UTF-8."
        raise fault("unreadable-workbook", message, hint, Span(name, 1, 1)) from problem
