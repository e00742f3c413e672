"""What the second process reads for the first: the same layout and guide, or nothing where there is something to tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidepress import guide, layout, load_guide, load_layout
from guidepress.cli.building import BuildOrder, build_all
from guidepress.cli.reading_ahead import read_ahead
from guidepress.finish import Finisher
from guidepress.labels.shipped import shipped

if TYPE_CHECKING:
    from types import ModuleType

GOOD = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph of text, long enough to be set.\n"


def write(folder: Path, text: str, name: str = "guide.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_layout_and_first_guide_are_those_that_the_words_name(tmp_path: Path) -> None:
    good, other = write(tmp_path, GOOD), write(tmp_path, GOOD, "other.yaml")
    words = [good, other, "-l", "handout", "--paper", "a4", "--set", "page.grid=0"]
    layout, read = read_ahead(words)
    assert layout == load_layout("handout", paper="a4", sets=(("page.grid", "0"),))
    assert isinstance(read, tuple)
    assert read[0] == load_guide(Path(good))
    assert read[1]["en"] == shipped("en")


@pytest.mark.parametrize(
    "words",
    [
        ["-"],
        ["GOOD", "--parts"],
        ["GOOD", "--help"],
        ["GOOD", "--layout", "none"],
        ["GOOD", "--colour"],
        [],
    ],
)
def test_nothing_is_read_where_the_first_process_has_to_tell_of_it(tmp_path: Path, words: list[str]) -> None:
    good = write(tmp_path, GOOD)
    assert list(read_ahead([good if word == "GOOD" else word for word in words])) == []


def test_of_a_guide_with_faults_the_layout_is_read(tmp_path: Path) -> None:
    faulty = write(tmp_path, "format: 1\n", "faulty.yaml")
    assert [list(read_ahead([guide])) for guide in (faulty, str(tmp_path / "missing.yaml"))] == [
        [load_layout("study-guide")]
    ] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="processes do not fork there")
def test_a_build_prints_what_was_read_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    good, out = write(tmp_path, GOOD), tmp_path / "out.pdf"

    def read_and_spoilt() -> list[object]:
        read: list[object] = [*read_ahead([good])]
        Path(good).write_text("no guide any more", encoding="utf-8")
        return read

    finisher = Finisher.start(verifies=False, first=read_and_spoilt)
    assert finisher is not None
    order = BuildOrder(
        (Path(good),), "study-guide", None, (), None, out, verify=False, explain=False, as_json=False
    )
    assert build_all(order, finisher) == 0
    finisher.close()
    assert out.read_bytes().startswith(b"%PDF")


def test_msgspec_is_imported_without_typing_extensions_which_others_may_import() -> None:
    code = (
        "import sys; from guidepress.cli.main import _import_records; _import_records(); "
        "assert 'msgspec' in sys.modules; assert 'typing_extensions' not in sys.modules; import typing_extensions"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_who_is_handed_layout_and_guide_imports_nothing_that_reads_yaml() -> None:
    code = (
        "import sys, guidepress.cli.building, guidepress.pdf.lower; "
        "from guidepress.document.kinds import SECTION_KINDS; from guidepress.layout.kinds import declared; "
        "print(*map(declared, SECTION_KINDS)); assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("room", [guide, layout])
def test_what_reads_is_found_in_its_room_and_nothing_else_is(room: ModuleType) -> None:
    reading = {"load_guide", "check_guide"} if room is guide else {"load_layout", "stock_layouts"}
    assert all(getattr(room, name).__name__ == name for name in reading)
    with pytest.raises(AttributeError, match="has no attribute 'load_book'"):
        room.load_book  # noqa: B018 - that it is asked for is the test
