"""In: an order for preflight. Out: findings as sentences or data, and the report as a page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress import PreflightJob, load_printer, preflight
from guidepress.base.files import write_whole
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.cli.say import hush_pypdf, say, say_faults, say_json
from guidepress.cli.serving import called, read_input
from guidepress.press.preflight.html import ReportedFile, html_report, reports_data
from guidepress.press.preflight.picture import draw_failing
from guidepress.press.preflight.run import taken_from
from guidepress.press.preflight.said import told

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress import PreflightReport, PressChoice

__all__ = ["PreflightOrder", "preflight_files"]


@record
class PreflightOrder:
    """What `guidepress preflight` was asked for."""

    file: Path
    printer: str
    choice: PressChoice
    cover: Path | None
    html: Path | None
    password: str
    as_json: bool


def preflight_files(order: PreflightOrder) -> int:
    """Hold an interior, and perhaps its cover, against a printer's rules; 0 if no fault is found, else 1.

    Raises:
        FaultsFound: a file cannot be read, or what was ordered is not offered.
    """
    hush_pypdf()
    _hush_fonttools()
    printer = load_printer(order.printer)
    job = PreflightJob(printer, choice=order.choice, password=order.password)
    pdf = read_input(order.file)
    report = preflight(pdf, job, name=called(order.file))
    files = [(pdf, job, report)]
    if order.cover is not None:
        taken = taken_from(pdf, job, name=called(order.file)) if report.pages else None
        spec = None if taken is None else taken.spec
        pages = report.pages
        bound = PreflightJob(printer, spec, order.choice, cover=True, pages=pages, password=order.password)
        cover = read_input(order.cover)
        files.append((cover, bound, preflight(cover, bound, name=called(order.cover))))
    if order.html is not None:
        drawn = [ReportedFile(each, draw_failing(data, of, each)) for data, of, each in files]
        write_whole(order.html, html_report(drawn).encode("utf-8"))
    reports = [each for _, _, each in files]
    if order.as_json:
        say_json(reports_data(reports))
    else:
        for each in reports:
            _say(each)
        if order.html is not None:
            say(str(order.html))
    return 0 if all(each.passed for each in reports) else 1


def _say(report: PreflightReport) -> None:
    """Print a report; what many pages have alike stands on one line."""
    say_faults(told(report), wrote=False)
    for sentence in report.taken:
        say(sentence)
    verdict = "no fault found" if report.passed else counted(len(report.errors), "fault")
    rules, skipped = counted(len(report.checked), "rule"), len(report.not_checked)
    say(
        f"{report.name}: {verdict}, {counted(len(report.warnings), 'warning')}; {counted(report.pages, 'page')} "
        f"checked against {rules} of {report.printer}, {skipped} not checked (--html FILE says which and why)"
    )


def _hush_fonttools() -> None:
    """Keep fontTools' remarks on damaged fonts off the terminal; what cannot be read is said in the report."""
    import logging  # noqa: PLC0415 - few commands need it

    logger = logging.getLogger("fontTools")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
