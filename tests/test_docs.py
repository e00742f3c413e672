"""The documents tell the truth: paths named in them exist, and what is made from the models is not stale."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.stock import stock_guide

from guidepress import guide, layout, load_layout
from guidepress.base.roots import root_of
from guidepress.bind.pack_file import load_pack
from guidepress.build import make_book
from guidepress.cli.commands import command, options_of
from guidepress.cli.options import read
from guidepress.export.job import load_job
from guidepress.labels.key_reference import label_reference

ROOT = Path(__file__).parents[1]
EXAMPLES = [
    pytest.param(example, id=f"{name}-{number}")
    for name in ("README.md", "docs/layouts.md", "docs/packs.md")
    for number, example in enumerate(
        re.findall(
            r"^```yaml\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
    )
]
PATH = re.compile(r"`((?:src|docs|guides|layouts|tests|benchmarks)/[\w./-]+)`")


@pytest.mark.parametrize(
    "name",
    ["README.md", "CONTRIBUTING.md", "docs/api.md", "docs/architecture.md", "docs/decisions/README.md"],
)
def test_every_path_named_exists(name: str) -> None:
    named = PATH.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path.rstrip("/")).exists()] == []


def test_every_room_is_in_the_architecture() -> None:
    named = PATH.findall((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
    rooms = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src/guidepress").iterdir()
        if not path.name.startswith("__") and (path.suffix == ".py" or (path / "__init__.py").exists())
    ]
    assert len(rooms) > 15
    assert [room for room in rooms if room not in named] == []


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs/decisions").glob("0*.md")]
    assert pages
    assert [page for page in pages if page not in listed] == []


@pytest.mark.parametrize(
    ("name", "reference"),
    [("guide-format", guide.reference), ("layouts", layout.reference), ("labels", label_reference)],
)
def test_references_are_as_the_models_write_them(name: str, reference: object) -> None:
    assert callable(reference)
    written = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    made = f'python -c "from {reference.__module__} import {getattr(reference, "__name__", "")} as write; print(write())"'
    assert written.rstrip() == reference().rstrip(), f"stale; write it again with: {made}"


def test_the_examples_are_there() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_loads_as_it_stands(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    if "extends:" in example:
        assert layout.load_layout(str(path)).description
    elif "roster:" in example:
        shutil.copytree(ROOT / "guides", tmp_path / "guides")
        shutil.copy(ROOT / "docs/examples/period-3.csv", tmp_path)
        assert load_job(path).roster
    elif "parts:" in example:
        for named in re.findall(r"[\w/-]+\.(?:pdf|yaml)", example):
            (tmp_path / named).parent.mkdir(exist_ok=True)
            (tmp_path / named).touch()
        assert load_pack(path, root_of(path))[0].parts
    else:
        assert guide.load_guide(path).title


JOBS = re.findall(
    r"^```yaml\n(format.*?)^```",
    (ROOT / "docs/export.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


@pytest.mark.parametrize("example", JOBS, ids=range(len(JOBS)))
def test_a_job_of_the_document_loads(example: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "guides", tmp_path / "guides")
    for named in re.findall(r"[\w-]+\.csv", example):
        shutil.copy(ROOT / "docs/examples/period-3.csv", tmp_path / named)
    (tmp_path / "job.yaml").write_text(example.replace("../../", ""), encoding="utf-8")
    loaded = load_job(tmp_path / "job.yaml")
    assert loaded.roster is not None
    assert len(loaded.roster.pupils) == 28


def test_the_job_for_a_first_class_loads_with_a_list_of_names_alone(tmp_path: Path) -> None:
    text = (ROOT / "docs/first-guide.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(format.*?)^```", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "job.yaml").write_text(example.replace(".xlsx", ".csv"), encoding="utf-8")
    (tmp_path / "class-8b.csv").write_text("Name\nAna\nBo\n", encoding="utf-8")
    (tmp_path / "the-gift-of-the-magi.yaml").write_text("format: 1\n", encoding="utf-8")
    loaded = load_job(tmp_path / "job.yaml")
    assert loaded.roster is not None
    assert [pupil.group for pupil in loaded.roster.pupils] == ["8B", "8B"]
    assert [each.paper for each in loaded.job.layouts] == ["a4", "a4"]


def test_the_layout_of_one_kind_of_sheet_prints_that_and_nothing_else(tmp_path: Path) -> None:
    text = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(extends.*?)^```", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "checks.yaml").write_text(example, encoding="utf-8")
    _, book = make_book(stock_guide("a-christmas-carol"), load_layout(str(tmp_path / "checks.yaml")))
    assert {page.section for page in book.pages} == {"reading-checks"}


def test_the_jobs_are_there() -> None:
    assert len(JOBS) == 2


def _lines() -> list[tuple[str, list[str]]]:
    """Every line of the documents that begins with a command, in the words that a shell would hand on."""
    found = []
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        fenced = False
        for line in path.read_text(encoding="utf-8").splitlines():
            fenced ^= line.startswith("```")
            said = re.match(r"(?P<indent> {4})?(?:\$ )?guidepress (?P<words>\w.*)", line)
            if said is None or not (fenced or said["indent"]):
                continue
            words = shlex.split(re.split(r" \|\| | > ", said["words"])[0], comments=True)
            if not any("…" in word and not word.startswith("978") for word in words):
                found.append((path.name, words))
    return found


@pytest.mark.parametrize(
    ("document", "words"), [pytest.param(*each, id=" ".join(each[1])) for each in _lines()]
)
def test_a_command_line_of_a_document_is_one_that_the_command_takes(document: str, words: list[str]) -> None:
    assert document
    asked = command(words[0])
    read(f"guidepress {words[0]}", options_of(words[0]), words[1:], asked.given())


def test_most_documents_have_command_lines() -> None:
    assert len({document for document, _ in _lines()}) >= 12


def test_the_readme_is_short() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert 30 < len(lines) <= 150
