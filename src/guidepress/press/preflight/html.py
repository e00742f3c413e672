"""In: reports and drawings of failing pages. Out: one page of HTML that stands by itself, and the same as data."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.press.preflight.said import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.press.preflight.model import PreflightFinding, PreflightReport
    from guidepress.press.preflight.picture import DrawnPage

__all__ = ["ReportedFile", "html_report", "report_data", "reports_data"]

_STYLE = """
body{font:16px/1.45 Georgia,serif;color:#222;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;margin-bottom:.2rem}h2{font-size:1.3rem;margin-top:2.2rem;border-top:1px solid #999;padding-top:.8rem}
h3{font-size:1.05rem;margin-bottom:.3rem}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid #ddd}
.verdict{font-size:1.1rem;padding:.6rem .9rem;border-left:.4rem solid #1b7a3d;background:#f0f6f1}
.verdict.bad{border-color:#b3261e;background:#faf0ef}.tag{font-weight:bold}.error{color:#b3261e}.warning{color:#8a5a00}
.limit,.source{color:#555;font-size:.88rem}figure{display:inline-block;width:46%;margin:0 2% 1.5rem 0;vertical-align:top}
figure svg{width:100%;height:auto;background:#e9e9e6}figcaption{font-size:.88rem}
@media print{figure{break-inside:avoid}}
"""
_PAGES_NAMED = 12


@record
class ReportedFile:
    """A report with the drawings of its pages."""

    report: PreflightReport
    drawings: tuple[DrawnPage, ...] = ()


def report_data(report: PreflightReport) -> dict[str, object]:
    """A report as plain values, for programs; lengths are points."""
    return {
        "file": report.name,
        "printer": report.printer,
        "part": "cover" if report.cover else "interior",
        "pages": report.pages,
        "ok": report.passed,
        "taken": list(report.taken),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "page": finding.page or None,
                "message": finding.message,
                "limit": finding.limit.text,
                "source": finding.limit.source,
                "advice": finding.advice,
                "boxes": [[round(edge, 2) for edge in box] for box in finding.boxes],
            }
            for finding in report.findings
        ],
        "checked": [
            {"rule": each.rule, "what": each.title, "limit": each.limit.text, "source": each.limit.source}
            for each in report.checked
        ],
        "not_checked": [
            {"rule": each.rule or None, "what": each.what, "reason": each.reason}
            for each in report.not_checked
        ],
    }


def reports_data(reports: Sequence[PreflightReport]) -> dict[str, object]:
    """Reports of files that belong together, as plain values."""
    return {"ok": all(each.passed for each in reports), "files": [report_data(each) for each in reports]}


def html_report(files: Sequence[ReportedFile]) -> str:
    """Write the page.

    Args:
        files: an interior, a cover, or both.
    """
    printer = files[0].report.printer if files else ""
    title = f"Preflight for {printer}"
    body = "".join(_file(each) for each in files)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>{escape(title)}</h1><p>Checked against the rules listed below, as far as it says. This is no "
        f"certification, and the printer has the last word.</p>{body}</body></html>\n"
    )


def _file(each: ReportedFile) -> str:
    report = each.report
    kind = "Cover" if report.cover else "Interior"
    pages = counted(report.pages, "page")
    parts = [f"<h2>{kind}: {escape(report.name)}, {pages}</h2>", _verdict(report)]
    if report.taken:
        parts.append(f"<p>{' '.join(map(escape, report.taken))}</p>")
    if report.findings:
        parts.append(
            "<h3>What was found</h3><table><tr><th></th><th>Pages</th><th>Found</th><th>To do</th></tr>"
        )
        parts += _findings(report.findings)
        parts.append("</table>")
    if each.drawings:
        parts.append(f"<h3>Where it was found</h3>{_KEY}")
        parts += (_figure(drawing, report.findings) for drawing in each.drawings)
        failing = {finding.page for finding in report.findings if finding.page}
        rest = len(failing) - len(each.drawings)
        if rest > 0:
            parts.append(
                f"<p>{counted(rest, 'page')} more with findings {'is' if rest == 1 else 'are'} not drawn.</p>"
            )
    parts.append(_checked(report))
    parts.append(_not_checked(report))
    return "".join(parts)


_KEY = (
    '<p class="limit">Black: where it is cut. Blue, dashed: to where ink runs over. Green, dotted: the margin. '
    "Red and yellow: what was found. Pictures are grey fields.</p>"
)


def _verdict(report: PreflightReport) -> str:
    errors, warnings = counted(len(report.errors), "fault"), counted(len(report.warnings), "warning")
    if report.passed:
        return f'<p class="verdict">No fault was found; {warnings}.</p>'
    return f'<p class="verdict bad">{errors}, {warnings}.</p>'


def _findings(findings: Sequence[PreflightFinding]) -> Iterator[str]:
    """A row for each thing found; one that many pages have alike stands once."""
    for group in alike(findings):
        first = group.first
        on_first = f"On page {first.page}: " if len(group.pages) > 1 else ""
        yield (
            f'<tr><td class="tag {first.severity}">{first.severity}</td><td>{group.named(_PAGES_NAMED)}</td>'
            f"<td>{on_first}{escape(first.message)} "
            f'<div class="limit">{escape(first.rule)}: {escape(first.limit.text)}</div></td>'
            f"<td>{escape(first.advice)}</td></tr>"
        )


def _figure(drawing: DrawnPage, findings: Sequence[PreflightFinding]) -> str:
    said = [
        f'<span class="{finding.severity}">{escape(finding.message)}</span>'
        for finding in findings
        if finding.page == drawing.number
    ]
    more = f" {drawing.left_out} marks are not drawn." if drawing.left_out else ""
    return f"<figure>{drawing.svg}<figcaption>Page {drawing.number}. {' '.join(said)}{more}</figcaption></figure>"


def _checked(report: PreflightReport) -> str:
    rows = "".join(
        f'<tr><td>{escape(each.title)}</td><td>{escape(each.limit.text)}</td><td class="source">{escape(each.limit.source)}</td></tr>'
        for each in report.checked
    )
    return f"<h3>What was checked</h3><table><tr><th>Rule</th><th>Limit</th><th>Who says so</th></tr>{rows}</table>"


def _not_checked(report: PreflightReport) -> str:
    if not report.not_checked:
        return ""
    rows = "".join(
        f"<tr><td>{escape(each.what)}</td><td>{escape(each.reason)}</td></tr>" for each in report.not_checked
    )
    return f"<h3>What was not checked</h3><table><tr><th>Rule or place</th><th>Why</th></tr>{rows}</table>"
