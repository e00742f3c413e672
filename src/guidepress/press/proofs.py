"""In: interior and cover as they were written. Out: what preflight says of both, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.press.preflight import PreflightJob, preflight
from guidepress.press.preflight.html import ReportedFile, html_report, reports_data
from guidepress.press.preflight.picture import draw_failing
from guidepress.press.preflight.said import told

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.press.preflight import PreflightReport
    from guidepress.press.spec import PressSpec

__all__ = ["Proofs", "prove"]


@record
class Proofs:
    """What preflight says of an interior and its cover.

    Attributes:
        reports: of the interior, of the cover.
        html: both, as a page with the places marked.
        data: both, as JSON.
    """

    reports: tuple[PreflightReport, ...]
    html: bytes
    data: bytes

    @property
    def passed(self) -> bool:
        """Whether nothing was found that the printer refuses."""
        return all(each.passed for each in self.reports)

    @property
    def said(self) -> str:
        """The verdict, as a sentence."""
        rules = len({each.rule for report in self.reports for each in report.checked})
        errors, warnings = (
            sum(len(found) for found in of)
            for of in ([each.errors for each in self.reports], [each.warnings for each in self.reports])
        )
        verdict = counted(errors, "fault") if errors else "no fault found"
        return (
            f"Checked against {counted(rules, 'rule')} of {self.reports[0].printer}: {verdict}, "
            f"{counted(warnings, 'warning')}; this is no certification."
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, that which several pages have alike once."""
        return tuple(each for report in self.reports for each in told(report))


def prove(spec: PressSpec, files: tuple[tuple[str, bytes], tuple[str, bytes]], pages: int) -> Proofs:
    """Hold an interior and its cover against the printer's rules.

    Args:
        spec: what was ordered.
        files: name and bytes of the interior, and of the cover.
        pages: of the interior.

    Raises:
        FaultsFound: a file cannot be read.
    """
    jobs = PreflightJob(spec.printer, spec), PreflightJob(spec.printer, spec, cover=True, pages=pages)
    drawn = []
    for (name, data), job in zip(files, jobs, strict=True):
        report = preflight(data, job, name=name)
        drawn.append(ReportedFile(report, draw_failing(data, job, report)))
    reports = tuple(each.report for each in drawn)
    text = json.dumps(reports_data(reports), ensure_ascii=False, indent=2) + "\n"
    return Proofs(reports, html_report(drawn).encode(), text.encode())
