"""In: a tool's name, an output and PDF files. Out: the files bound by that tool, as its manual shows it."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def pypdf(output: str, files: list[str]) -> None:
    """Append with pypdf; its tags are dropped."""
    writer = import_module("pypdf").PdfWriter()
    for file in files:
        writer.append(file)
    writer.write(output)


def pikepdf(output: str, files: list[str]) -> None:
    """Append pages with pikepdf; its tags are dropped."""
    tool = import_module("pikepdf")
    made = tool.new()
    for file in files:
        with tool.open(file) as source:
            made.pages.extend(source.pages)
    made.save(output)


def ours(output: str, files: list[str]) -> None:
    """Bind, tags and all."""
    import_module("guidepress.bind.merge").merge(files, Path(output), check=False)


if __name__ == "__main__":
    tool, target, *listed = sys.argv[1:]
    {"pypdf": pypdf, "pikepdf": pikepdf, "guidepress": ours}[tool](target, listed)
