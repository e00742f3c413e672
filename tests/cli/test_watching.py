"""`guidepress watch`: a book after every save, a line for each, the last good one while there are faults."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader

from guidepress.cli import main, watching
from guidepress.cli.building import BuildOrder
from guidepress.cli.watching import watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guidepress.cli.saves import Saves

GOOD = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph of text, long enough to be set.\n"


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "g.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def watched(
    guide: Path,
    *edits: Callable[[], object],
    layout: str = "handout",
    shows: bool = False,
    check: bool = False,
) -> int:
    """Watch a guide while edits are made, one after each build, each followed by a wait for its save."""
    left = list(edits)

    def wait(saves: Saves) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()
        assert saves.wait()

    order = BuildOrder(
        (guide,), layout, None, (), None, guide.with_suffix(".pdf"), check, explain=False, as_json=False
    )
    return watch(order, shows=shows, wait=wait)


def test_every_save_is_built_and_said(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    books: list[bytes] = []

    def edit(text: str) -> None:
        books.append(guide.with_suffix(".pdf").read_bytes())
        guide.write_text(GOOD.replace("One", text), "utf-8")

    assert watched(guide, lambda: edit("Two"), lambda: edit("One"), check=True) == 0
    books.append(guide.with_suffix(".pdf").read_bytes())
    assert books[0] == books[2] != books[1]
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 3
    assert all(line.startswith(f"1 page · {guide.with_suffix('.pdf')} · ") for line in said)
    assert all(line.endswith(" s, verified") for line in said)


def test_with_faults_the_last_good_book_stays(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place, kept = guide.with_suffix(".pdf"), []

    def mend() -> None:
        kept.append(place.read_bytes())
        guide.write_text(GOOD, "utf-8")

    assert watched(guide, lambda: guide.write_text(f"{GOOD}colour: red\n", "utf-8"), mend) == 0
    first, fault, count, last = capsys.readouterr().out.splitlines()
    assert fault.startswith(f"{guide}:6:1: error: There is no key")
    assert count == f"1 error; {place} stays as it was."
    assert kept == [place.read_bytes()]
    assert first.rpartition(" · ")[0] == last.rpartition(" · ")[0]


def test_a_guide_that_is_faulty_from_the_first_is_waited_for(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide.unlink()
    assert watched(guide, lambda: guide.write_text(GOOD, "utf-8")) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "1 error; nothing was written."
    assert said[2].startswith("1 page · ")


def test_layouts_labels_and_pictures_are_watched_too(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = guide.parent
    ours, school, picture = folder / "ours.yaml", folder / "school.yaml", folder / "p.png"
    ours.write_text("extends: ./school.yaml\n", "utf-8")
    school.write_text("extends: handout\n", "utf-8")
    guide.write_text(GOOD + "  \n  ![A spot](p.png)\n", "utf-8")
    sizes: list[int] = []

    def edit(change: Callable[[], object]) -> Callable[[], None]:
        def change_now() -> None:
            sizes.append(
                len(guide.with_suffix(".pdf").read_bytes()) if guide.with_suffix(".pdf").exists() else 0
            )
            change()

        return change_now

    assert (
        watched(
            guide,
            edit(lambda: Image.new("RGB", (40, 40), "red").save(picture)),
            edit(lambda: school.write_text("extends: handout\npage: {size: a4}\n", "utf-8")),
            edit(lambda: Image.effect_noise((40, 40), 90).save(picture)),
            layout=str(ours),
        )
        == 0
    )
    said = capsys.readouterr().out.splitlines()
    assert 'There is no picture "p.png"' in said[0]
    assert [line.split(" · ")[0] for line in said[2:]] == ["1 page"] * 3
    assert sizes[0] == 0
    assert len(guide.with_suffix(".pdf").read_bytes()) > sizes[2] + 500  # noise is no one colour


def test_a_layout_that_was_edited_sets_the_next_book(guide: Path) -> None:
    ours, place = guide.parent / "ours.yaml", guide.with_suffix(".pdf")
    ours.write_text("extends: handout\n", "utf-8")
    sizes: list[float] = []

    def widen() -> None:
        sizes.append(float(PdfReader(place).pages[0].mediabox.width))
        ours.write_text("extends: handout\npage: {size: a4}\n", "utf-8")

    assert watched(guide, widen, layout=str(ours)) == 0
    assert [*sizes, round(float(PdfReader(place).pages[0].mediabox.width))] == [612, 595]  # Letter, A4


def test_the_book_is_opened_once(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(watching, "_show", shown.append)
    assert watched(guide, lambda: guide.write_text(GOOD + " \n", "utf-8"), shows=True) == 0
    assert shown == [guide.with_suffix(".pdf")]


def test_where_nothing_opens_a_file_a_line_says_so(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(watching, "_OPENERS", {sys.platform: "no-such-program"})
    assert watched(guide, shows=True) == 0
    place = guide.with_suffix(".pdf")
    assert capsys.readouterr().err == f"guidepress: nothing here opens {place}; open it yourself.\n"


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "-"]) == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are a thing of Unix")
def test_the_user_ends_it_without_a_word(guide: Path) -> None:
    # Tests that run in the background of a shell are begun with that signal ignored, and their children too.
    heed = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.executable, sys.argv[1:])"
    watch = [sys.executable, "-m", "guidepress", "watch", str(guide), "-l", "handout", "-o", "out.pdf"]
    command = [sys.executable, "-c", heed, *watch]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("1 page · out.pdf · ")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")
