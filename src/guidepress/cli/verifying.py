"""In: PDF files. Out: what a reader will meet in them, and veraPDF's verdict where it is asked for."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guidepress import Diagnostic, FaultsFound, Span, verify
from guidepress.base.diagnostics import errors_in, fault
from guidepress.base.record import replace
from guidepress.cli.options import STANDARD
from guidepress.cli.say import as_data, hush_pypdf, say, say_faults, say_json
from guidepress.cli.serving import called, read_input
from guidepress.verify.standards import PROFILES, validate

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["verify_all"]


def verify_all(files: tuple[Path, ...], standards: tuple[str, ...], password: str, *, as_json: bool) -> int:
    """Verify files; 0 if all hold, else 1.

    Raises:
        FaultsFound: a standard has no such name.
    """
    hush_pypdf()
    for name in standards:
        if name not in PROFILES:
            message = f"There is no standard {name!r}."
            hint = f"The standards are {', '.join(PROFILES)}."
            raise fault("unknown-standard", message, hint)
    results = [_verify_one(file, standards, password, quiet=as_json) for file in files]
    good = all(result["ok"] for result in results)
    if as_json:
        say_json({"ok": good, "results": [dict(result) for result in results]})
    return 0 if good else 1


def _verify_one(file: Path, standards: tuple[str, ...], password: str, *, quiet: bool) -> dict[str, object]:
    found: list[Diagnostic] = []
    pages = 0
    claims: tuple[str, ...] = ()
    opened = False
    try:
        pdf = read_input(file)
        report = verify(pdf, password=password)
        opened, pages, claims = True, report.pages, report.claims
        found.extend(report.diagnostics)
    except FaultsFound as faults:
        found.extend(faults.diagnostics)
    else:
        for name in standards:
            found.extend(_judge(file, pdf, name))
    found = [each if each.span else replace(each, span=Span(called(file), 0, 0)) for each in found]
    ok = not errors_in(found)
    if not quiet:
        say_faults(found, wrote=False)
        judged = f"; veraPDF: {', '.join(standards)} passed" if ok and standards else ""
        summary = f"{pages} pages; claims {' and '.join(claims) or 'no standard'}{judged}"
        said = f"{'holds' if ok else 'does not hold'}; {summary}" if opened else "not verified"
        say(f"{called(file)}: {said}")
    return {
        "file": called(file),
        "ok": ok,
        "pages": pages,
        "claims": list(claims),
        "diagnostics": list(map(as_data, found)),
    }


def _judge(file: Path, pdf: bytes, standard: str) -> list[Diagnostic]:
    with _on_disk(file, pdf) as path:
        verdict = next(validate([path], standard))
    return [
        Diagnostic("error", f"{standard}-{clause}", f"{message} ({times} times, first at {place}).")
        for clause, times, message, place in verdict.faults
    ]


@contextmanager
def _on_disk(file: Path, pdf: bytes) -> Iterator[Path]:
    """Put what came by standard input in a file, since veraPDF opens files only."""
    if file != STANDARD:
        yield file
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.pdf"
        path.write_bytes(pdf)
        yield path
