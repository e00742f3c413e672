"""The examples of docs/api.md: they run as they stand, in order, and a strict type checker has nothing to say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import guidepress

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLES = BLOCK.findall(PAGE)


def test_the_examples_run_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    for number, example in enumerate(EXAMPLES, 1):
        exec(compile(example, f"docs/api.md, example {number}", "exec"), scope)  # noqa: S102 - our own page
    written = {path.name for path in tmp_path.glob("*.pdf")}
    assert written == {"The Raven.pdf", "The Tell-Tale Heart.pdf", "pack.pdf", "booklet.pdf", "copy.pdf"}
    assert isinstance(scope["pdf"], bytes)
    assert scope["pdf"].startswith(b"%PDF-1.7")


def test_the_first_example_has_ten_lines() -> None:
    assert len([line for line in EXAMPLES[0].splitlines() if line]) == 9  # ten with the empty one


def test_the_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    scope: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), scope)  # noqa: S102 - our own page
    assert isinstance(scope["built"], guidepress.Built)


def test_the_examples_are_typed_strictly(tmp_path: Path) -> None:
    script = tmp_path / "examples.py"
    script.write_text("\n".join(EXAMPLES), encoding="utf-8")
    # The project's own settings, strict ones, so that what was checked of the package before need not be again.
    words = [sys.executable, "-m", "mypy", str(script)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_every_public_name_is_on_the_page() -> None:
    # Names that only stand in signatures, and what a printer asks for.
    unsaid = {"Readable", "Severity", "Span", "Diagnostic", "Guide", "Layout", "Built", "LeftOut", "Report"}
    unsaid |= {
        "Isbn",
        "PreflightReport",
        "PressSpec",
        "Printer",
        "Merged",
        "Imposed",
        "Stamped",
        "Creep",
        "PrinterMarks",
        "__version__",
    }
    assert {name for name in guidepress.__all__ if name not in PAGE} <= unsaid
