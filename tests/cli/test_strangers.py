"""Files of strangers: nothing is read or written outside, no file that is read is written over, nothing is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from tests.bind.packs import page_file

from guidepress.base.files import write_whole
from guidepress.cli import main

GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  {}\n"
FOREIGN = "secret.png"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder at work, with a picture in it; beside it one with a picture that is nobody's business."""
    work = tmp_path / "work"
    for name, place in ((FOREIGN, tmp_path / "home"), ("own picture.png", work / "images"), ("ü.png", work)):
        place.mkdir(exist_ok=True, parents=True)
        Image.new("RGB", (8, 8)).save(place / name)
    (work / "guides").mkdir()
    monkeypatch.chdir(work)
    return work


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, bytes | None]:
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None
        for each in sorted(folder.rglob("*"))
    }


def refused(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must write nothing; returns the one sentence that it says."""
    before = everything(folder)
    capsys.readouterr()
    assert main(words) in {1, 2}
    assert everything(folder) == before
    said = capsys.readouterr().err
    assert said.count("Traceback") == 0
    return said


# reading


@pytest.mark.parametrize("name", ["../../home/secret.png", "{home}/secret.png", "../away/secret.png"])
def test_a_guide_names_no_picture_outside(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    home = project.parent / "home"
    (project / "away").symlink_to(home)
    guide = write(project / "guides/g.yaml", GUIDE.format(f"![A picture]({name.format(home=home)})"))
    said = refused(["build", str(guide)], project.parent, capsys)
    assert "[outside-root]" in said
    assert main(["build", str(guide), "--root", str(home)]) == 0


def test_a_hint_names_no_file_of_a_foreign_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write(project / "guides/g.yaml", GUIDE.format("![A picture](../../home/secrat.png)"))
    assert FOREIGN not in refused(["check", str(guide)], project.parent, capsys)


@pytest.mark.parametrize(
    "name", ["../images/own%20picture.png", "<../images/own picture.png>", "../ü.png", "../%C3%BC.png"]
)
def test_pictures_of_the_project_are_found_by_any_way_to_write_their_names(project: Path, name: str) -> None:
    guide = write(project / "guides/g.yaml", GUIDE.format(f"![A picture]({name})"))
    assert main(["check", str(guide)]) == 0


def test_a_guide_from_elsewhere_reads_below_its_own_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = project.parent / "mail"
    guide = write(elsewhere / "g.yaml", GUIDE.format("![A picture](../work/ü.png)"))
    assert "[outside-root]" in refused(["check", str(guide)], project.parent, capsys)
    Image.new("RGB", (8, 8)).save(elsewhere / "a.png")
    assert main(["check", str(write(guide, GUIDE.format("![A picture](a.png)")))]) == 0


def test_a_layout_extends_and_reads_nothing_outside(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = project.parent / "home"
    write(home / "x.yaml", "format: 1\nextends: study-guide\n")
    (home / "x.ttf").write_bytes(b"")
    guide = write(project / "g.yaml", GUIDE.format("Text."))
    for text in (
        "extends: ../home/x.yaml",
        f"extends: {home}/x.yaml",
        "extends: study-guide\nlabels: [../home/x.yaml]",
        "extends: study-guide\nfonts: {serif: {package: '', files: {regular: ../home/x.ttf}}}",
        "extends: study-guide\nfonts: {serif: {package: PIL, files: {regular: ../../../../../etc/hostname}}}",
    ):
        layout = write(project / "l.yaml", f"format: 1\n{text}\n")
        said = refused(["build", str(guide), "-l", str(layout)], project.parent, capsys)
        assert "[outside-root]" in said or "no font package" in said or "[unknown-font]" in said, said


def test_a_pack_reads_and_writes_nothing_outside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = project.parent / "home"
    write(home / "h.yaml", GUIDE.format("Text."))
    for name in ("l.yaml", "l"):
        write(home / name, "format: 1\nextends: study-guide\n")
    (home / "a.pdf").write_bytes(page_file())
    write(project / "g.yaml", GUIDE.format("Text."))
    for text in (
        "parts: [../home/h.yaml]",
        "parts: [../home/a.pdf]",
        "parts: [g.yaml]\nlayout: ../home/l.yaml",
        f"parts: [g.yaml]\nlayout: {home}/l",
        "parts: [{guide: g.yaml, layout: ../home/l}]",
        "parts: [g.yaml]\noutput: ../home/new/p.pdf",
        "parts: [g.yaml]\nbuilt: ../home",
        f"parts: [g.yaml]\noutput: {home}/p.pdf",
    ):
        pack = write(project / "p.yaml", f"format: 1\ntitle: P\n{text}\n")
        assert "[outside-root]" in refused(["pack", str(pack)], project.parent, capsys), text


def test_a_job_reads_and_writes_nothing_outside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = project.parent / "home"
    write(home / "h.yaml", GUIDE.format("Text."))
    write(home / "class.csv", "Name\nA. Pupil\n")
    write(project / "g.yaml", GUIDE.format("Text."))
    for text in (
        "guides: [../home/h.yaml]",
        "guides: ['../home/*.yaml']",
        "guides: [g.yaml]\nroster: ../home/class.csv",
        "guides: [g.yaml]\noutput: ../home/out",
        "guides: [g.yaml]\nlayouts: [../home/h.yaml]",
        f"guides: [g.yaml]\nlayouts: [{home}/h.yaml]",
        "guides: [g.yaml]\nlayouts: [../home/class.csv]",
        "guides: [g.yaml]\npress: {printer: ../home/class.csv}",
        f"guides: [g.yaml]\npress: {{printer: {home}/class.csv}}",
    ):
        job = write(project / "j.yaml", f"format: 1\n{text}\n")
        assert "[outside-root]" in refused(["export", str(job)], project.parent, capsys), text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pack", "parts: [g.yaml]\noutput: file://{home}/p.pdf"),
        ("pack", "parts: [g.yaml]\nbuilt: s3://bucket/x"),
        ("pack", "parts: ['https://a.example/b.pdf']"),
        ("pack", "parts: [g.yaml]\nlayout: https://a.example/l.yaml"),
        ("export", "guides: g.yaml\noutput: s3://bucket/x"),
        ("export", "guides: g.yaml\nroster: file://{home}/class.csv"),
        ("export", "guides: g.yaml\nlayouts: ['https://a.example/l']"),
        ("export", "guides: g.yaml\npress: {{printer: generic, icc: 'file://{home}/x.icc'}}"),
        ("export", "guides: g.yaml\npress: {{printer: 'file://{home}/x.yaml'}}"),
        ("build", "extends: file://{home}/l.yaml"),
        ("build", "extends: study-guide\nlabels: ['https://a.example/de.yaml']"),
        ("build", "extends: study-guide\nlogo: {{file: 'https://a.example/l.png'}}"),
        (
            "build",
            "extends: study-guide\nfonts: {{serif: {{files: {{regular: 'https://a.example/a.ttf'}}}}}}",
        ),
        ("printers", "extends: https://a.example/p.yaml"),
    ],
)
def test_an_address_is_no_path_and_makes_no_folder(
    project: Path, capsys: pytest.CaptureFixture[str], kind: str, text: str
) -> None:
    write(project / "g.yaml", GUIDE.format("Text."))
    title = "title: P\n" if kind == "pack" else ""
    file = write(project / "f.yaml", f"format: 1\n{title}{text.format(home=project.parent / 'home')}\n")
    words = {"build": ["build", "g.yaml", "-l"], "printers": ["printers", "show"]}.get(kind, [kind])
    said = refused([*words, str(file)], project.parent, capsys)
    assert re.search(r"f\.yaml:\d+:\d+: error: \S+ is an address, where only the path .*\[address\]", said), (
        said
    )


@pytest.mark.parametrize("name", [".guidepress", ".guidepress/parts"])
def test_no_link_within_an_output_leads_an_export_out_of_it(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """What is left of a run that was killed is removed first: through a link it would be anybody's files."""
    home = project.parent / "home"
    write(home / "parts/mine.txt", "mine")
    link = project / "out" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(home)
    write(project / "g.yaml", GUIDE.format("Text."))
    job = write(project / "j.yaml", "format: 1\nguides: g.yaml\noutput: out\n")
    before = everything(home)
    assert main(["export", str(job), "--workers", "1", "--no-cache"]) == 1
    assert everything(home) == before
    assert "where nothing is written" in "".join(capsys.readouterr())


def test_a_home_folder_as_shells_write_it_is_no_path(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project / "g.yaml", GUIDE.format("Text."))
    job = write(project / "j.yaml", "format: 1\nguides: g.yaml\noutput: ~/books\n")
    assert "j.yaml:3:9: error: " in (said := refused(["export", str(job)], project.parent, capsys))
    assert "[home-folder]" in said


@pytest.mark.parametrize(
    "words", [["build", "g.yaml"], ["quiz", "g.yaml", "--to", "gift"], ["import", "a.md"], ["new"]]
)
def test_no_output_but_that_of_an_export_is_an_address(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    write(project / "g.yaml", GUIDE.format("Text."))
    write(project / "a.md", "Text.")
    said = refused([*words, "-o", "file:///tmp/o.pdf"], project.parent, capsys)
    assert "not the address file:///tmp/o.pdf" in said


@pytest.mark.parametrize(
    "address",
    [
        "file://{home}/h.yaml",
        "file://{home}/*.yaml",
        "local://{home}/h.yaml",
        "FILE://{home}/h.yaml",
        "simplecache::file://{home}/h.yaml",
        "zip://h.yaml::{home}/h.zip",
        "memory://x::file://{home}/h.yaml",
        "git://{home}:h.yaml",
    ],
)
def test_a_job_opens_no_file_of_this_machine_by_an_address(
    project: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    """Whatever its protocol is, what it may name lies below its root, and there a path leads."""
    home = project.parent / "home"
    write(home / "h.yaml", GUIDE.format("Text."))
    job = write(project / "j.yaml", f"format: 1\nguides: ['{address.format(home=home)}']\n")
    assert "[outside-root]" in refused(["export", str(job)], project.parent, capsys)


def test_a_job_does_not_look_into_a_printer_outside(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """That it lies outside is all that is said: what is wrong within it would show what it holds."""
    home = project.parent / "home"
    write(home / "x.yaml", "format: 1\nwords: private\n")
    write(project / "g.yaml", GUIDE.format("Text."))
    for press in (
        f"printer: {home}/x.yaml",
        f"printer: kdp, icc: {home}/secret.png",
        "printer: ../home/x.yaml",
    ):
        job = write(project / "j.yaml", f"format: 1\nguides: [g.yaml]\npress: {{{press}}}\n")
        said = refused(["export", str(job)], project.parent, capsys)
        assert said.count("error:") == said.count("[outside-root]") == 1


def test_a_hint_never_says_a_command_that_a_layout_has_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write(project / "g.yaml", GUIDE.format("Text."))
    for package, shown in (
        ("font_of_mine", True),
        ("--index-url http://127.0.0.1 evil", False),
        ("../home", False),
    ):
        fonts = f"fonts: {{serif: {{package: '{package}', files: {{regular: a.ttf}}}}}}"
        layout = write(project / "l.yaml", f"format: 1\nextends: study-guide\n{fonts}\n")
        said = refused(["build", str(guide), "-l", str(layout)], project.parent, capsys)
        assert ("pip install" in said) == shown


def test_names_of_pupils_and_patterns_lead_nowhere(project: Path) -> None:
    """Marks of folders in them become dashes: all files lie in the job's folder."""
    home = project.parent / "home"
    before = everything(home)
    write(project / "g.yaml", GUIDE.format("Text."))
    write(project / "c.csv", f"Name,Class\n../../home/x,../home\n{home}/y,/etc\n")
    name = "'../../home/{name}-{class}-{code}'"
    text = f"guides: g.yaml\nlayouts: one-page\nroster: c.csv\nfiles: copies\nname: {name}\n"
    job = write(project / "j.yaml", f"format: 1\n{text}")
    assert main(["export", str(job)]) == 0
    assert everything(home) == before
    assert {each.parent for each in project.parent.rglob("*.pdf")} == {project / "j"}


@pytest.mark.parametrize(
    "command", ["verify", "merge", "impose", "stamp", "check", "build", "pack", "export"]
)
def test_devices_and_pipes_are_refused(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    os.mkfifo(project / "pipe")
    for name, kind in (("/dev/zero", "a device"), ("pipe", "a pipe")):
        words = [command, name, *{"merge": ["-o", "x.pdf"], "stamp": ["-t", "x"]}.get(command, [])]
        capsys.readouterr()
        assert main(words) == 1
        printed = capsys.readouterr()
        assert f"it is {kind}" in printed.err + printed.out
        assert not (project / "x.pdf").exists()


# writing


def test_an_output_is_never_an_input(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write(project / "g.yaml", GUIDE.format("![A picture](ü.png)"))
    layout = write(project / "l.yaml", "format: 1\nextends: study-guide\n")
    for name in ("g.yaml", "l.yaml", "ü.png"):
        place = project / f"{Path(name).stem}-link.pdf"
        place.symlink_to(name)
        said = refused(["build", str(guide), "-l", str(layout), "-o", str(place)], project, capsys)
        assert "[output-is-input]" in said
    pack = write(project / "p.yaml", "format: 1\ntitle: P\nparts: [g.yaml]\noutput: g.yaml\n")
    assert "[wrong-suffix]" in refused(["pack", str(pack)], project, capsys)


@pytest.mark.parametrize("name", ["x.docx", "x.yaml", "x.mp4", "x.png"])
def test_an_output_has_the_suffix_of_its_format(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    guide = write(project / "g.yaml", GUIDE.format("Text."))
    assert "needs a .pdf file" in refused(["build", str(guide), "-o", name], project, capsys)


def test_what_a_killed_writer_left_is_removed_and_what_another_writes_is_not(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom guidepress.base.files import open_whole\n"
        "with open_whole(Path(sys.argv[1])) as stream:\n"
        "    stream.write(b'half')\n    stream.flush()\n    print('open', flush=True)\n    time.sleep(60)\n"
    )
    place = tmp_path / "book.pdf"
    for ending in (signal.SIGKILL, signal.SIGTERM):
        writer = subprocess.Popen([sys.executable, "-c", code, str(place)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        write_whole(tmp_path / "other.pdf", b"whole")
        assert len(list(tmp_path.glob(".guidepress-*"))) == 1
        writer.send_signal(ending)
        writer.wait()
        writer.stdout.close()
        assert not place.exists()
        write_whole(tmp_path / "other.pdf", b"whole")
        assert [each.name for each in tmp_path.iterdir()] == ["other.pdf"]


WRITERS = {
    "merge": ["merge", "0.pdf", "1.pdf", "2.pdf"],
    "stamp": ["stamp", "0.pdf", "--text", "Draft"],
    "impose": ["impose", "0.pdf", "--up", "2"],
}


@pytest.mark.parametrize("writer", WRITERS)
def test_a_command_that_is_killed_leaves_nothing_after_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: str
) -> None:
    """Five cuts between the start and the end of a run, whose length is measured first."""
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        (tmp_path / f"{number}.pdf").write_bytes(page_file())
    words = [sys.executable, "-m", "guidepress", *WRITERS[writer], "-o", str(tmp_path / "out/o.pdf")]
    before = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True)
    whole, took = (tmp_path / "out/o.pdf").read_bytes(), time.perf_counter() - before
    for cut in range(5):
        (tmp_path / "out/o.pdf").unlink(missing_ok=True)
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(took * (cut + 1) / 6)
            run.kill()
        if (tmp_path / "out/o.pdf").exists():
            assert (tmp_path / "out/o.pdf").read_bytes() == whole
    subprocess.run(words, check=True, capture_output=True)
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["o.pdf"]
