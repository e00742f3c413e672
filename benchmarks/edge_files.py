"""In: a folder. Out: Word files, tables and jobs that stand at a limit, and the command that meets each.

Makers are called by `benchmarks.edges`.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from guidepress.base.limits import (
    DOCX_PARAGRAPHS,
    DOCX_RUNS,
    JOB_LAYOUTS,
    QUESTION_ROWS,
    ROSTER_COLUMNS,
    ROSTER_ROWS,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["FILES"]

_GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: A text.\n"
_NAMED = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_NAMED}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_LINKS = (
    f'<Relationships xmlns="{_NAMED}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_NAMED}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def _word(folder: Path, body: str) -> tuple[str, ...]:
    """A Word file with this body."""
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _LINKS)
        head = f'<w:document xmlns:w="{_NAMED}/wordprocessingml/2006/main"><w:body>'
        archive.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
    return ("import", "a.docx", "-o", "g.yaml")


def _run(words: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _paragraphs(folder: Path) -> tuple[str, ...]:
    return _word(
        folder, "".join(f"<w:p>{_run(f'A paragraph of words {n}.')}</w:p>" for n in range(DOCX_PARAGRAPHS))
    )


def _runs(folder: Path) -> tuple[str, ...]:
    """One paragraph in which every second word is emphasised."""
    looks = ("", "<w:rPr><w:i/></w:rPr>")
    return _word(folder, f"<w:p>{''.join(_run(f'w{n} ', looks[n % 2]) for n in range(DOCX_RUNS))}</w:p>")


def _pupils(folder: Path) -> tuple[str, ...]:
    """Each in a class of its own: the plan of a job sorts them."""
    rows = "".join(f"Pupil Number{n},{n % 1000}\n" for n in range(ROSTER_ROWS - 1))
    (folder / "r.csv").write_text(f"Name,Class\n{rows}", "utf-8")
    (folder / "g.yaml").write_text(_GUIDE, "utf-8")
    job = "format: 1\nguides: g.yaml\nlayouts: [one-page]\nroster: r.csv\n"
    (folder / "j.yaml").write_text(job, "utf-8")
    return ("export", "j.yaml", "--plan")


def _columns(folder: Path) -> tuple[str, ...]:
    heads = ",".join(f"column {n}" for n in range(ROSTER_COLUMNS - 1))
    rows = "".join(f"Pupil Number{n}{',x' * (ROSTER_COLUMNS - 1)}\n" for n in range(500))
    (folder / "r.csv").write_text(f"Name,{heads}\n{rows}", "utf-8")
    return ("roster", "r.csv")


def _questions(folder: Path) -> tuple[str, ...]:
    rows = "".join(f"What is {n}?,A{n},A{n},B,C\n" for n in range(QUESTION_ROWS - 1))
    (folder / "q.csv").write_text(f"question,answer,option 1,option 2,option 3\n{rows}", "utf-8")
    (folder / "g.yaml").write_text(_GUIDE, "utf-8")
    return ("import", "q.csv", "--into", "g.yaml")


def _layouts(folder: Path) -> tuple[str, ...]:
    (folder / "g.yaml").write_text(_GUIDE, "utf-8")
    for number in range(JOB_LAYOUTS):
        (folder / f"l{number}.yaml").write_text("format: 1\nextends: study-guide\n", "utf-8")
    names = ", ".join(f"l{number}.yaml" for number in range(JOB_LAYOUTS))
    (folder / "j.yaml").write_text(f"format: 1\nguides: g.yaml\nlayouts: [{names}]\n", "utf-8")
    return ("export", "j.yaml", "--plan")


FILES: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "DOCX_PARAGRAPHS": _paragraphs,
    "DOCX_RUNS": _runs,
    "ROSTER_ROWS": _pupils,
    "ROSTER_COLUMNS": _columns,
    "QUESTION_ROWS": _questions,
    "JOB_LAYOUTS": _layouts,
}
"""A maker for each limit, by the limit's name."""
