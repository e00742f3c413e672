"""The house is kept: functions and files stay short, and what is longer has a reason."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    path.relative_to(ROOT).as_posix(): path
    for room in ("src", "tests", "benchmarks")
    for path in sorted((ROOT / room).rglob("*.py"))
}
FUNCTION_LINES, PARAMETERS, FILE_LINES = 50, 6, 400

LONG_FUNCTIONS = {
    "tests/compose/test_random.py guides": "a guide of any content, a field after the other",
    "tests/pdf/everything.py everything": "one book that holds all a writer must write, as data",
}
MANY_PARAMETERS: dict[str, str] = {}
LONG_FILES: dict[str, str] = {}
MIRRORED = (
    "bind",
    "bind/orders",
    "page",
    "paginate",
    "paginate/tables",
    "pdf",
    "sample",
    "standard",
    "typeset",
    "verify",
)
"""Rooms in which each module that has logic has its own file of tests."""


class Function(NamedTuple):
    """Where a function stands, its lines and its parameters."""

    name: str
    lines: int
    parameters: int


@cache
def functions() -> list[Function]:
    return [
        Function(f"{name} {node.name}", length(node), parameters(node))
        for name, path in FILES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many values a caller may give."""
    given = node.args
    listed = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return sum(each.arg not in {"self", "cls"} for each in listed)


def test_all_rooms_are_looked_at() -> None:
    assert {name.partition("/")[0] for name in FILES} == {"src", "tests", "benchmarks"}
    assert len(functions()) > 2500


def test_functions_are_short() -> None:
    found = {each.name for each in functions() if each.lines > FUNCTION_LINES}
    assert found == LONG_FUNCTIONS.keys()


def test_functions_take_few_parameters() -> None:
    found = {each.name for each in functions() if each.parameters > PARAMETERS}
    assert found == MANY_PARAMETERS.keys()


def test_files_are_short() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in FILES.items()}
    assert {name for name, lines in lengths.items() if lines > FILE_LINES} == LONG_FILES.keys()


def has_logic(path: Path) -> bool:
    """Whether a module has a function or a method; one without is records, constants or a list of names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


@pytest.mark.parametrize("room", MIRRORED)
def test_tests_stand_where_the_code_stands(room: str) -> None:
    modules = [path for path in sorted((ROOT / "src/guidepress" / room).glob("*.py")) if has_logic(path)]
    assert modules
    missing = [path.name for path in modules if not (ROOT / "tests" / room / f"test_{path.name}").is_file()]
    assert missing == []
