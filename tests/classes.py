"""The public classes of the package, for the glossary.

    python -m tests.classes

writes the table of classes in docs/glossary.md anew.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
GLOSSARY = ROOT / "docs" / "glossary.md"
HEADING = "## Classes\n"


class Declared(NamedTuple):
    """A class as its file declares it."""

    name: str
    file: str
    meaning: str


@cache
def public_classes() -> list[Declared]:
    """All classes at the top of a file whose names do not begin with an underscore, by name."""
    package = ROOT / "src" / "guidepress"
    found = []
    for path in sorted(package.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                meaning = (ast.get_docstring(node) or "").partition("\n\n")[0]
                found.append(
                    Declared(node.name, path.relative_to(package).as_posix(), " ".join(meaning.split()))
                )
    return sorted(found)


def class_table() -> str:
    """The table of the glossary: a row a class."""
    rows = (
        f"| `{each.name}` | `{each.file}` | {each.meaning.replace('|', chr(92) + '|')} |"
        for each in public_classes()
    )
    return "\n".join(("| class | file | what it is |", "|---|---|---|", *rows)) + "\n"


def main() -> None:
    """Write the table anew; what stands above it stays."""
    above = GLOSSARY.read_text(encoding="utf-8").partition(HEADING)[0]
    GLOSSARY.write_text(f"{above}{HEADING}\n{class_table()}", encoding="utf-8")


if __name__ == "__main__":
    main()
