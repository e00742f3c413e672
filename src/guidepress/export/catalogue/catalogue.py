"""In: guides and the files that were made of them. Out: the files of a catalogue: `catalogue.pdf`, `index.json`, `index.csv`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.export.catalogue.composing import catalogue_document
from guidepress.export.catalogue.entries import By, collections, entries
from guidepress.export.catalogue.listing import as_csv, as_json
from guidepress.export.job.model import CATALOGUE_FILES
from guidepress.finish import finish_here
from guidepress.layout import load_layout
from guidepress.paginate import paginate
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.export.catalogue.composing import Imprint
    from guidepress.export.catalogue.entries import Collection, Edition, GuideFacts

__all__ = ["make_catalogue"]

_LAYOUT = Path(__file__).with_name("catalogue.yaml")


def make_catalogue(
    made: Iterable[tuple[GuideFacts, Edition]], imprint: Imprint, *, by: By | None = None, paper: str = ""
) -> dict[str, bytes]:
    """Make the files of a catalogue.

    Args:
        made: each file with the guide that it was made of.
        imprint: what the catalogue says of itself.
        by: what its collections have in common; None prints one list.
        paper: of the PDF; "" for Letter.

    Returns:
        The bytes of each file by its name.

    Raises:
        FaultsFound: a title holds letters that no font here has, or the PDF does not hold what it should.
    """
    all_entries = entries(made)
    groups: dict[By, dict[str, list[str]]] = {
        each: _ids(collections(all_entries, each)) for each in get_args(By)
    }
    made_of = (
        _pdf(collections(all_entries, by), imprint, paper),
        as_json(imprint.title, all_entries, groups),
        as_csv(all_entries),
    )
    return dict(zip(CATALOGUE_FILES, made_of, strict=True))


def _ids(groups: tuple[Collection, ...]) -> dict[str, list[str]]:
    return {group.title: [entry.id for entry in group.entries] for group in groups if group.title}


def _pdf(groups: tuple[Collection, ...], imprint: Imprint, paper: str) -> bytes:
    from guidepress.pdf.coded import CodedPages  # noqa: PLC0415 - only the files of a catalogue need the writer
    from guidepress.pdf.lower import lower  # noqa: PLC0415 - likewise
    from guidepress.pdf.text import Coders  # noqa: PLC0415 - likewise
    from guidepress.verify.expectation import expect  # noqa: PLC0415 - likewise

    layout = load_layout(_LAYOUT, paper=paper or None)
    book = paginate(catalogue_document(groups, imprint, layout), layout, Fonts(layout.fonts))
    faults = errors_in(book.diagnostics)
    if faults:
        raise FaultsFound(faults)
    pdf, report = finish_here(lower(book, layout.standards, Coders(), CodedPages()), expect(book))
    if report is not None and not report.passed:
        raise FaultsFound(report.diagnostics)
    return pdf
