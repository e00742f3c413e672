"""No file imports what imports it: not at the top, not for its types alone, not within a function."""

from __future__ import annotations

import ast
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
MODULES = {
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SRC / "guidepress").rglob("*.py"))
}


def imports(text: str) -> set[str]:
    """The modules of ours that a source imports, wherever it does; `from room import file` is the file."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) or {node.module}
    return found & MODULES.keys()


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules each of which leads to every other of its group."""
    reached = {name: _reach(graph, name) for name in graph}
    groups = {
        tuple(sorted(other for other in reached[name] if name in reached[other]))
        for name in graph
        if name in reached[name]
    }
    return sorted(list(group) for group in groups)


def _reach(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_a_circle_is_found_and_a_line_is_none() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d"}, "e": {"a"}}
    assert circles(graph) == [["b", "c"], ["d"]]


def test_imports_for_types_and_within_functions_count() -> None:
    text = (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from guidepress.page.book import Book\n"
        "def f():\n    from guidepress.base import lengths\n"
    )
    assert imports(text) == {"guidepress.page.book", "guidepress.base.lengths"}


def test_no_file_leads_back_to_itself() -> None:
    assert len(MODULES) > 250
    graph = {name: imports(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
    assert circles(graph) == []
