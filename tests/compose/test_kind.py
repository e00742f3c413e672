"""A kind of section is one file: what other files would have to know of it is asked of the kind."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from guidepress.compose import sections
from guidepress.compose.kind import Kind, NoOptions, kind_of, ordered
from guidepress.compose.sections.quiz import KIND as QUIZ
from guidepress.document.kinds import SECTION_KINDS, SectionKind
from guidepress.layout import load_layout
from guidepress.layout.fields import option_entries
from guidepress.layout.kinds import declared
from guidepress.layout.model import SectionSpec
from guidepress.layout.options import option_places
from guidepress.layout.sections import common_options

SOURCE = Path(__file__).parents[2] / "src" / "guidepress"
KINDS = Path(sections.__path__[0])
LIST = SOURCE / "document" / "kinds.py"
KEYS = {
    "layout/assemble.py": {"contents"},  # a key of layouts, beside `sections`
    "guide/decoder.py": {"overview", "plot", "units"},  # keys of guides: one of them there must be
    # keys of guides again, and names that Word and question packages give to what is theirs
    "exchange/quiz/packages/reading.py": {"quiz"},
    "exchange/text/assembly.py": {"contents", "units"},
    "exchange/text/docx/read.py": {"contents"},
    "exchange/text/docx/story.py": {"contents"},
    "exchange/text/headings.py": {"units"},
    "exchange/text/inference.py": {"units"},
    "exchange/text/page_text.py": {"overview"},
    "exchange/text/starting.py": {"units"},
    "exchange/text/units.py": {"vocabulary"},
}
"""Words that are no kinds where they stand."""


def file_of(kind: SectionKind) -> Path:
    return KINDS / f"{kind.replace('-', '_')}.py"


def test_each_kind_of_the_list_is_a_file_and_each_file_is_in_the_list() -> None:
    assert {file_of(kind) for kind in SECTION_KINDS} == set(KINDS.glob("*.py")) - {KINDS / "__init__.py"}
    assert len(SECTION_KINDS) == len(set(SECTION_KINDS))


@pytest.mark.parametrize("kind", SECTION_KINDS)
def test_a_kind_declares_itself_under_its_name_and_explains_each_option(kind: SectionKind) -> None:
    found = declared(kind)
    assert isinstance(found, Kind)
    assert found.name == kind
    assert found.about
    assert found.options() == found.options()  # every option has a default
    entries = option_entries(found.options)
    assert [entry.name for entry in entries] == list(option_places(found.options))
    assert all(entry.about.endswith(".") and entry.default for entry in entries)
    assert not {entry.name for entry in entries} & common_options().keys()


def test_an_entry_knows_its_kind_and_a_layout_its_entries_of_one() -> None:
    layout = load_layout("exam")
    (spec,) = ordered(layout, QUIZ)
    assert kind_of(spec) is QUIZ
    assert spec.options.pick.use == ("exam",)
    assert kind_of(SectionSpec("plot", NoOptions())).name == "plot"


def _compared(tree: ast.AST) -> set[str]:
    """The texts that a file compares something with, or looks for it in."""
    return {
        constant.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    }


def _written(tree: ast.AST) -> set[str]:
    """The texts of a file that can be nothing but the name of a kind: those with a hyphen."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and "-" in value}


def test_no_file_but_its_own_and_the_list_names_a_kind() -> None:
    naming: dict[str, set[SectionKind]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words = (_compared(tree) | _written(tree)) - KEYS.get(name, set())
        kinds = {kind for kind in SECTION_KINDS if kind in words and path not in {LIST, file_of(kind)}}
        if kinds:
            naming[name] = kinds
    assert naming == {}


def test_the_loader_imports_only_what_a_layout_names() -> None:
    code = (
        "import sys; from guidepress.layout import load_layout; load_layout('quiz'); "
        "print(*sorted(name for name in sys.modules if name.startswith('guidepress.compose.sections.')))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "guidepress.compose.sections.quiz" in said.split()
    assert "guidepress.compose.sections.crossword" not in said
