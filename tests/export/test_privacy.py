"""What a run writes names no pupil where it was not asked for: not in names of files, logs, journals, metadata, codes, faults."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from tests.export.classes import class_job, codes_on, texts_of

from guidepress.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB = "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\nfiles: both\nkeys: true\n"
PUPILS = (
    ("Zebulon Quackenbush", "ZX-774411"),
    ("Ottoline Vandersloot", "ZX-882255"),
    ("Jörg Pfefferkörn", "ZX-993366"),
)
SECRETS = tuple(word for name, number in PUPILS for word in (*name.split(), number))
KEY = "The sound grows."
"""The answer of the guide's last question."""


def roster(*rows: str) -> str:
    return "\n".join(("Name,Number,Class,Seat", *rows, ""))


WHOLE = roster(*(f"{name},{number},7b,{seat}" for seat, (name, number) in enumerate(PUPILS, 1)))


def told(secrets: tuple[str, ...], text: str) -> list[str]:
    """Which secrets a text holds, whatever its capitals."""
    plain = text.casefold()
    return [each for each in secrets if each.casefold() in plain]


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - objects of a PDF have no static shape
    """The texts within an object of a PDF; what it refers to is an object of its own."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        items = [("", each) for each in value] if isinstance(value, pikepdf.Array) else [*value.items()]
        for key, each in items:
            yield key
            yield from () if getattr(each, "is_indirect", False) else strings(each)


def beside_pages(path: Path) -> str:
    """All that a PDF says apart from what stands on its pages: metadata, outline, tags, names; and the codes on them."""
    found: list[str] = []
    with pikepdf.open(path) as pdf:
        for each in pdf.objects:
            found += strings(each)
            if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/Metadata":
                found.append(each.read_bytes().decode("utf-8"))
    found += (code for codes in codes_on(path.read_bytes(), 150) for code in codes)
    return "\n".join(found)


def written(path: Path) -> str:
    """What a file says: a PDF beside its pages, a journal in its rows, all else as it lies."""
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        return beside_pages(path)
    said = [data.decode("utf-8", "replace")]
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as journal:
            said += journal.iterdump()
    return "\n".join(said)


def export(job: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return main(["export", str(job), "--output", str(job.parent / "out"), "--log", "json"])


def leaks(folder: Path, secrets: tuple[str, ...]) -> dict[str, list[str]]:
    """Files below a folder that tell a secret, by what they say or by their names; `codes.csv` is there to tell."""
    paths = [each for each in folder.rglob("*") if each.name != "codes.csv"]
    said = {each: f"{each.relative_to(folder)}\n{written(each) if each.is_file() else ''}" for each in paths}
    return {each.name: found for each, text in said.items() if (found := told(secrets, text))}


@pytest.mark.parametrize("asked", ["[name, class, code]", "[code]"])
def test_names_and_numbers_are_told_on_pages_that_ask_for_them_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], asked: str
) -> None:
    job = class_job(tmp_path, f"{JOB}personalise: {asked}\n", WHOLE)
    assert export(job, tmp_path / "cache", monkeypatch) == 0
    said = capfd.readouterr()
    assert told((*SECRETS, KEY), said.out + said.err) == []
    assert "volume" in said.err  # the log is there
    assert leaks(tmp_path / "out", (*SECRETS, KEY)) == {}
    assert leaks(tmp_path / "cache", SECRETS) == {}
    out = tmp_path / "out"
    pages = {each: "\n".join(texts_of(each.read_bytes())) for each in out.rglob("*.pdf")}
    named = {word for text in pages.values() for word in told(SECRETS, text)}
    assert named == ({word for name, _ in PUPILS for word in name.split()} if "name" in asked else set())
    assert {"key" in each.stem for each, text in pages.items() if KEY in text} == {True}
    assert told(SECRETS, (out / "codes.csv").read_text("utf-8-sig")) == list(SECRETS)


def test_a_job_that_is_saved_and_a_run_by_options_name_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class_job(tmp_path, "", WHOLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    words = [
        "--roster",
        "class.csv",
        "-l",
        "exam",
        "--save-job",
        "out/saved.yaml",
        "-o",
        "out",
        "--log",
        "json",
    ]
    Path("out").mkdir()
    assert main(["export", "heart.yaml", *words]) == 0
    said = capfd.readouterr()
    assert told((*SECRETS, KEY), said.out + said.err) == []
    assert leaks(tmp_path / "out", SECRETS) == {}
    assert Path("out/saved.yaml").exists()


FAULTS = {
    "twins": ("Zebulon Quackenbush,ZX-774411,7b,1", "Zebulon Quackenbush,ZX-774411,7b,1"),
    "one number": ("Zebulon Quackenbush,ZX-774411,7b,1", "Ottoline Vandersloot,ZX-774411,7b,2"),
    "long": (f"Zebulon {'Quackenbush ' * 12},ZX-774411,7b,1",),
    "too long for its line": (f"Zebulon {'Quackenbush' * 9},ZX-774411,7b,1",),
    "ragged": ("Zebulon Quackenbush,ZX-774411,7b,1,Vandersloot",),
    "quoted": ('"Zebulon Quackenbush,ZX-774411,7b,1',),
    "letters": ("王小明 Quackenbush,ZX-774411,7b,1",),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_pupil_is_told_by_the_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], fault: str
) -> None:
    secrets = (*SECRETS, *"王小明", "U+738B", "U+5C0F", "U+660E")
    job = class_job(tmp_path, JOB, roster(*FAULTS[fault]))
    code = export(job, tmp_path / "cache", monkeypatch)
    said = capfd.readouterr()
    assert told(secrets, said.out + said.err) == []
    assert leaks(tmp_path / "out", secrets) == {}
    if code:
        assert "class.csv:2:" in said.err


def test_characters_that_no_font_has_are_told_by_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    job = class_job(tmp_path, JOB, roster("Ana 王小,ZX-774411,7b,1"))
    assert export(job, tmp_path / "cache", monkeypatch) == 1
    said = " ".join(capfd.readouterr().err.split())
    assert "class.csv:2:" in said
    assert "No font has characters 5 and 6 of the name or class of this row." in said
