"""In: a class of thirty. Out: how long its sets take and how large they are, beside the same done by overlaying pages.

    python -m benchmarks.classset

Told are the volume of thirty copies of the Carol's workbook and of its exam in four versions, after the book itself has
been composed, the thirty files for single pupils, and the workbook merged thirty times with names laid over it by pypdf.
"""

from __future__ import annotations

import io
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from benchmarks.workload import GUIDES
from guidepress.export.job import load_job
from guidepress.export.making import Bench, make
from guidepress.export.plan import plan

_PUPILS = 30


def main() -> int:
    """Print the table."""
    with TemporaryDirectory() as folder:
        rows = "\n".join(f"Pupil {number:02},9C,{number}" for number in range(1, _PUPILS + 1))
        Path(folder, "class.csv").write_text(f"Name,Class,Seat\n{rows}\n", encoding="utf-8")
        workbook = _volume(Path(folder), "workbook", "layouts: student-workbook", "")
        _volume(Path(folder), "exam", "layouts: {layout: exam, versions: 4, seed: 7}", "")
        _volume(Path(folder), "singles", "layouts: student-workbook", "files: copies\n")
        _overlaid(workbook)
    return 0


def _volume(folder: Path, name: str, layouts: str, more: str) -> bytes:
    """Make a class set twice, tell the second time, which knows the composed book, and return one copy's file."""
    job = folder / f"{name}.yaml"
    said = f"format: 1\nguides: {GUIDES / 'a-christmas-carol.yaml'}\n{layouts}\nroster: class.csv\n"
    job.write_text(f"{said}cover_sheets: false\nkeys: false\n{more}", encoding="utf-8")
    (unit,) = plan(load_job(job, GUIDES)).units()
    bench = Bench()
    started = time.perf_counter()
    make(unit, bench)
    first = time.perf_counter() - started
    started, worked = time.perf_counter(), time.process_time()
    made = make(unit, bench)
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    one_job = folder / f"{name}-one.yaml"
    one_job.write_text(
        f"format: 1\nguides: {GUIDES / 'a-christmas-carol.yaml'}\n{layouts}\n", encoding="utf-8"
    )
    (alone,) = make(next(iter(plan(load_job(one_job, GUIDES)).units())), bench)
    size = sum(len(each.data) for each in made)
    pages = sum(each.pages for each in made)
    print(
        f"{name}: {len(made)} files, {pages} pages, first {first:.2f} s, then {seconds:.2f} s "
        f"({work:.2f} s of a processor); {size / 1e6:.2f} MB, "
        f"{size / len(alone.data):.2f} x one book",
        flush=True,
    )
    return alone.data


def _overlaid(book: bytes) -> None:
    """Merge a book thirty times with pypdf, a name laid over each first page."""
    started = time.perf_counter()
    writer = PdfWriter()
    for number in range(1, _PUPILS + 1):
        over = io.BytesIO()
        canvas = Canvas(over)
        canvas.drawString(72, 760, f"Pupil {number:02}")
        canvas.save()
        first = len(writer.pages)
        writer.append(PdfReader(io.BytesIO(book)))
        writer.pages[first].merge_page(PdfReader(over).pages[0])
    out = io.BytesIO()
    writer.write(out)
    seconds, size = time.perf_counter() - started, len(out.getvalue())
    print(f"pypdf overlay: {seconds:.2f} s; {size / 1e6:.2f} MB, {size / len(book):.2f} x one book")


if __name__ == "__main__":
    raise SystemExit(main())
