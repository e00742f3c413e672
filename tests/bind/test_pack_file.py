"""A pack file builds what is missing, binds it in order, and has its faults told with their places."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.bind.packs import guide, page_file, spoken, the_outline
from tests.pdf.conftest import Hand

from guidepress.base.diagnostics import FaultsFound
from guidepress.cli import main
from guidepress.pack import make_pack

GUIDE = "format: 1\ntitle: {}\nauthor: A. Author\noverview: |-\n  One paragraph on {}.\n"

PACK = """format: 1
title: Year 9
contents: true
parts:
  - first.yaml
  - divider: Letters
  - file: letter.pdf
    title: A letter home
  - guide: second.yaml
    layout: handout
    paper: a5
"""


def folder_of(tmp_path: Path, pack: str = PACK) -> Path:
    for name in ("first", "second"):
        (tmp_path / f"{name}.yaml").write_text(GUIDE.format(name.title(), name), encoding="utf-8")
    (tmp_path / "letter.pdf").write_bytes(guide(Hand(), "Letter", 1))
    path = tmp_path / "pack.yaml"
    path.write_text(pack, encoding="utf-8")
    return path


def test_guides_files_and_dividers_are_bound_in_order(tmp_path: Path) -> None:
    packed = make_pack(folder_of(tmp_path))
    assert packed.merged.path == tmp_path / "pack.pdf"
    assert [path.name for path in packed.built] == ["first.pdf", "second-handout-a5.pdf"]
    assert packed.merged.claims == ("PDF/UA-1", "PDF/A-2a")
    assert packed.merged.diagnostics == ()
    pack = packed.merged.path.read_bytes()
    top = [(depth, title) for depth, title, _ in the_outline(pack) if depth == 1 or title == "A letter home"]
    assert top == [(1, "Contents"), (1, "First: Study Guide"), (1, "Letters"), (2, "A letter home")]
    said = spoken(pack).partition("A letter home")[2]  # after the contents
    places = [said.index(words) for words in ("on first", "Letters", "A page of Letter", "on second")]
    assert places == sorted(places)


def test_only_what_is_missing_or_stale_is_built(tmp_path: Path) -> None:
    path = folder_of(tmp_path)
    make_pack(path)
    assert make_pack(path).built == ()
    later = (tmp_path / "output/first.pdf").stat().st_mtime_ns + 10**9
    os.utime(tmp_path / "first.yaml", ns=(later, later))
    assert [built.name for built in make_pack(path).built] == ["first.pdf"]
    assert len(make_pack(path, rebuild=True).built) == 2


def test_the_same_pack_gives_the_same_bytes(tmp_path: Path) -> None:
    path = folder_of(tmp_path)
    first = make_pack(path).merged.path.read_bytes()
    assert make_pack(path, rebuild=True).merged.path.read_bytes() == first


FAULTY = """format: 1
titel: Bad
contents: maybe
multiple_of: 0
parts:
  - none.yaml
  - divider: x
    file: letter.pdf
  - guide: first.yaml
    layout: handuot
  - {}
"""


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound) as caught:
        make_pack(folder_of(tmp_path, FAULTY))
    told = [(each.span.line, each.span.column, each.code) for each in caught.value.diagnostics if each.span]
    assert told == [
        (1, 1, "missing-key"),
        (2, 1, "unknown-key"),
        (3, 11, "wrong-type"),
        (4, 14, "wrong-value"),
        (6, 5, "file-not-found"),
        (7, 5, "wrong-part"),
        (10, 13, "unknown-layout"),
        (11, 5, "wrong-part"),
    ]
    assert not (tmp_path / "output").exists()


def test_an_empty_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match=r"pack\.yaml:3:8: error: The pack has no parts"):
        make_pack(folder_of(tmp_path, "format: 1\ntitle: T\nparts: []\n"))


def test_a_pack_does_not_overwrite_its_file(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PACK)
    for name, code in (("pack.yaml", "wrong-suffix"), ("first.pdf", "output-is-input")):
        path.write_text(PACK + f"output: {name}\n", encoding="utf-8")
        (tmp_path / "first.pdf").unlink(missing_ok=True)
        (tmp_path / "first.pdf").symlink_to("first.yaml")
        with pytest.raises(FaultsFound) as raised:
            make_pack(path)
        assert [each.code for each in raised.value.diagnostics] == [code]
    assert (tmp_path / "first.yaml").read_text(encoding="utf-8").startswith("format: 1")


def test_the_command_line_makes_packs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder_of(tmp_path)
    assert main(["pack", str(path), "-o", str(tmp_path / "other.pdf")]) == 0
    told = capsys.readouterr().out
    assert f"built {tmp_path / 'output/first.pdf'}" in told
    assert "PDF/UA-1 and PDF/A-2a" in told
    assert (tmp_path / "other.pdf").exists()


def test_the_command_line_merges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = folder_of(tmp_path).with_name("letter.pdf")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(page_file())
    words = ["merge", str(letter), str(scan), "-o", str(tmp_path / "m.pdf"), "--multiple-of", "2"]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "The pack is not PDF/UA-1: scan.pdf is not tagged." in told
    assert "2 parts · 4 pages, 2 of them blank on purpose" in told
    assert main([*words, "--labels", "roman"]) == 1
    assert "There are no page labels 'roman'." in capsys.readouterr().err
