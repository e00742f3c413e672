"""In: an order for a printer. Out: its files in their folder, and what is to be known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress import FileWish, PressChoice, PressJob, load_guide, load_printer, order, prepare, read_isbn
from guidepress.base.diagnostics import errors_in, fault
from guidepress.base.files import write_whole
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.cli.printing import spine_width
from guidepress.cli.say import as_data, say, say_faults, say_json
from guidepress.cli.serving import called, guide_source, stem_of
from guidepress.pdf.output_profile import load_output_profile
from guidepress.press.prepare import PREFLIGHT
from guidepress.press.ticket import check_folder
from guidepress.press.ticket.facts import inches
from guidepress.press.ticket.lulu import package_choice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from guidepress import LayoutChoice, Prepared, Printer

__all__ = ["PressOrder", "check_pair", "press_one"]


@record
class PressOrder:
    """What `guidepress press` was asked for; `texts` holds the options that are read here, by their names.

    The magnification of the barcode is per mille; None where none was asked for.
    """

    guide: Path
    printer: str
    texts: Mapping[str, str]
    bleed: bool
    look: LayoutChoice
    magnification: int | None
    files: tuple[str, str, Path | None]
    zones: bool
    digital: bool
    output: Path | None
    as_json: bool


def press_one(asked: PressOrder) -> int:
    """Make the files of an order and write them; returns the exit status, 1 where preflight finds faults.

    With faults the reports alone are written.

    Raises:
        FaultsFound: guide, layout or order have faults; nothing was written.
    """
    printer = load_printer(asked.printer, asked.look.root)
    guide = load_guide(guide_source(asked.guide), name=called(asked.guide), root=asked.look.root)
    standard, condition, icc = asked.files
    isbn = asked.texts["isbn"] or guide.credits.isbn
    job = PressJob(
        guide,
        asked.look,
        order(printer, _choice(asked, printer)),
        read_isbn(isbn) if isbn else None,
        asked.texts["price"],
        FileWish(standard, condition, load_output_profile(icc) if icc else None),
        asked.zones,
        asked.digital,
        asked.magnification,
    )
    if asked.texts["price"] and not isbn:
        message = "A price stands beside a barcode, and there is no ISBN to make one of."
        raise fault("no-isbn", message, "Give the ISBN, or leave the price out.")
    if asked.magnification is not None and not isbn:
        message = "There is no ISBN to make a barcode of, whatever its size."
        raise fault("no-isbn", message, "Give the ISBN, or leave the size out.")
    made = prepare(job)
    folder = asked.output or _folder(asked, printer)
    written = [each for each in made.files if made.proofs.passed or each.name in PREFLIGHT]
    for each in written:
        write_whole(folder / each.name, each.data)
    places = [str(folder / each.name) for each in written]
    if asked.as_json:
        say_json(_as_data(made, places))
    else:
        _tell(made, job, places)
    return 0 if made.proofs.passed else 1


def _folder(asked: PressOrder, printer: Printer) -> Path:
    from pathlib import Path  # noqa: PLC0415 - most orders name their folder

    return Path("output") / f"{stem_of(asked.guide)}-{printer.id}"


def _choice(asked: PressOrder, printer: Printer) -> PressChoice:
    texts = asked.texts
    spine = spine_width(texts["spine"])
    if texts["package"]:
        if printer.ticket != "lulu":
            message = f"{printer.name} has no packages; --package is Lulu's."
            raise fault("wrong-package", message, "Give --trim, --paper, --ink and --binding.")
        return package_choice(printer, texts["package"], bleed=asked.bleed, spine=spine)
    trim = texts["trim"] or asked.look.load().page.size
    return PressChoice(
        trim, texts["paper"], texts["ink"], texts["binding"], texts["finish"], asked.bleed, spine
    )


def _tell(made: Prepared, job: PressJob, places: list[str]) -> None:
    spec, settled = job.spec, made.settled
    errors = errors_in(made.diagnostics)
    for each in made.diagnostics:
        if each not in errors:
            say(str(each))
    say_faults(errors, wrote=False)
    if settled.said:
        say(settled.said)
    words = (spec.trim.id, spec.paper.name, spec.ink.name, spec.binding.name, "bleed" if spec.bleed else "")
    spine = f"spine {inches(made.geometry.spine_width)} in" if made.geometry.spine_width else ""
    say(" · ".join(filter(None, (spec.printer.name, *words, counted(settled.count, "page"), spine))))
    say(made.proofs.said)
    if not made.proofs.passed:
        say("Nothing but the reports was written.")
    for place in places:
        say(place)


def _as_data(made: Prepared, places: list[str]) -> dict[str, object]:
    return {
        "ok": made.proofs.passed,
        "files": places,
        "pages": made.settled.count,
        "spine_inches": inches(made.geometry.spine_width),
        "gutter_rounds": [
            {"inside_inches": inches(each.inside), "pages": each.pages, "asked_inches": inches(each.asked)}
            for each in made.settled.rounds
        ],
        "diagnostics": [as_data(each) for each in made.diagnostics],
    }


def check_pair(folder: Path, *, as_json: bool) -> int:
    """Check that the files of a folder belong together; returns the exit status.

    Raises:
        FaultsFound: they do not.
    """
    right = check_folder(folder)
    if as_json:
        say_json({"ok": True, "right": list(right)})
    else:
        for line in right:
            say(line)
    return 0
