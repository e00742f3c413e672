"""The command line: what it answers to right and to wrong use."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.cli.commands import COMMANDS
from guidepress.finish import Finisher

ROOT = Path(__file__).parents[2]
GOOD = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph.\n"


def write(folder: Path, text: str, name: str = "guide.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in printed] == []


def test_no_words_at_all_get_the_help_but_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands\n  new " in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"guidepress {metadata.version('guidepress')}\n"


def test_help_imports_no_engine() -> None:
    code = (
        "import sys\nfrom guidepress.cli import main\nmain(['--help'])\n"
        "print([m for m in ('yaml','reportlab','pypdf','uharfbuzz') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_wrong_use_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 2
    assert main(["no-such-command"]) == 2
    assert main(["build", "x.yaml", "--set", "nonsense"]) == 2
    assert main(["schema", "nothing"]) == 2
    assert "guide, layout, labels, job, pack or printer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["bild"], "there is no command 'bild'; did you mean build?"),
        (["zzz"], "there is no command 'zzz'; see guidepress --help."),
        (["--versoin"], "there is no option --versoin; did you mean --version?"),
        (["build"], "GUIDE… is missing; see guidepress build --help."),
        (["build", "x.yaml", "--layuot", "quiz"], "there is no option --layuot; did you mean --layout?"),
        (["build", "x.yaml", "--layout"], "--layout needs a value; see guidepress build --help."),
        (["build", "x.yaml", "--layout", "--json"], "--layout needs a value; see guidepress build --help."),
        (["build", "x.yaml", "--json=1"], "--json takes no value; see guidepress build --help."),
        (
            ["build", "x.yaml", "-o", "book.docx"],
            "--output needs a .pdf file or a folder, not book.docx; end a folder's name with a slash.",
        ),
        (
            ["build", "x.yaml", "--set", "nonsense"],
            "--set needs KEY=VALUE, not 'nonsense'; write page.margins.inside=25mm for example.",
        ),
        (["merge", "a.pdf"], "--output is missing; see guidepress merge --help."),
        (
            ["merge", "a.pdf", "-o", "b.pdf", "--multiple-of", "x"],
            "--multiple-of needs a whole number, not 'x'; see",
        ),
        (["stamp"], "FILE.pdf and --text are missing; see guidepress stamp --help."),
        (["stamp", "a.pdf", "-t", "x", "--opacity", "y"], "--opacity needs a number, not 'y'; see"),
        (["trace", "a.yaml", "b.yaml"], "'b.yaml' is one word too many; see guidepress trace --help."),
        (["completion", "tcsh"], "SHELL is bash, zsh or fish, not 'tcsh'; see guidepress completion --help."),
    ],
)
def test_wrong_use_is_one_sentence_with_a_hint(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"guidepress: {sentence}")
    assert len(said.err.splitlines()) == 1


def test_check_prints_faults_like_a_compiler(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write(tmp_path, GOOD + "titel: x\n")
    assert main(["check", guide]) == 1
    assert f"{guide}:6:1: error: " in capsys.readouterr().err


def test_check_speaks_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write(tmp_path, GOOD + "titel: x\n")
    assert main(["check", guide, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is False
    assert (said["diagnostics"][0]["line"], said["diagnostics"][0]["column"]) == (6, 1)


def test_a_good_guide_is_called_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(tmp_path, GOOD)]) == 0
    assert "no errors" in capsys.readouterr().out


def test_check_says_of_a_paper_and_of_settings_what_build_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write(tmp_path, GOOD)
    for words in (["--paper", "60mm x 60mm"], ["--set", "page.margins.top=240mm"]):
        assert main(["build", guide, *words, "-o", str(tmp_path / "o.pdf")]) == 1
        built = capsys.readouterr().err
        assert main(["check", guide, *words]) == 1
        assert capsys.readouterr().err.splitlines()[:-1] == built.splitlines()[:-1]  # the last counts them
        assert "[impossible-margins]" in built
    assert main(["check", guide, "--paper", "a4"]) == 0


def test_layouts_are_listed_with_what_they_are_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layouts", "--json"]) == 0
    listed = {entry["name"]: entry["description"] for entry in json.loads(capsys.readouterr().out)}
    assert {"study-guide", "handout"} <= set(listed)
    assert all(len(description) > 10 for description in listed.values())


def test_the_schemas_are_json_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    for which in ("guide", "layout", "labels"):
        assert main(["schema", which]) == 0
        assert "properties" in json.loads(capsys.readouterr().out)


def test_a_file_that_is_no_pdf_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "hello", "not.pdf")
    missing = str(tmp_path / "missing.pdf")
    assert main(["verify", path, missing]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [f"{path}: not verified", f"{missing}: not verified"]
    found = [line for line in told.err.splitlines() if ": error: " in line]
    assert found[0] == f"{path}: error: The file is not a PDF file. Name PDF files only. [not-a-pdf]"
    assert [line.split(": ")[0] for line in found[1:]] == [missing]
    assert main(["verify", path, "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert [each["file"] for each in result["diagnostics"]] == [path]


def test_an_unknown_standard_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", write(tmp_path, "x", "a.pdf"), "--standard", "ua9"]) == 1
    assert "ua9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["layouts"], 1),  # what it was asked to say is not said
        (["build", "guides/ozymandias.yaml", "--output"], 0),  # the book is written all the same
    ],
)
def test_a_reader_that_goes_away_gets_no_traceback(words: list[str], status: int, tmp_path: Path) -> None:
    words = [*words, str(tmp_path)] if words[-1] == "--output" else words
    code = f"import sys; from guidepress.cli import main; sys.argv[1:] = {words!r}; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (status, b"")


def test_what_another_reader_remarks_of_damage_does_not_reach_the_user(tmp_path: Path) -> None:
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
    (tmp_path / "a.pdf").write_bytes(
        b"%PDF-1.7\n" + objects + b"3 0 obj<</Type/Page/MediaBox[0 0 300 200]>>endobj"
    )
    words = [["verify", "a.pdf"], ["merge", "a.pdf", "-o", "b.pdf"], ["stamp", "a.pdf", "--text", "X"]]
    for each in words:
        code = f"from guidepress.cli import main; raise SystemExit(main({each!r}))"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert [
            line
            for line in done.stderr.splitlines()
            if not line.startswith(("warning: ", "a.pdf: warning: "))
        ] == []


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_stream_that_is_closed_stops_no_book(tmp_path: Path, closed: str) -> None:
    guide = write(tmp_path, GOOD)
    number = {"stdout": 1, "stderr": 2}[closed]
    code = f"import os; os.close({number}); os.execv({sys.executable!r}, {[sys.executable, '-m', 'guidepress', 'build', guide, '-o', str(tmp_path / 'o.pdf')]!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stdout + done.stderr
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")


def test_a_book_is_finished_where_no_process_may_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError(11, "Resource temporarily unavailable")

    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr("os.fork", refused)
    assert Finisher.start(verifies=True) is None
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize(
    ("words", "writes"),
    [
        (["build", "no.yaml"], True),
        (["press", "no.yaml"], True),
        (["press", "no", "--check"], False),
        (["preflight", "no.pdf"], False),
        (["preflight", "no.pdf", "--html", "a.html"], True),
        (["printers", "show", "nobody"], False),
        (["check", "no.yaml", "--layout", "no.yaml"], False),
        (["trace", "no.yaml"], False),
    ],
)
def test_only_what_would_have_written_says_that_nothing_was_written(
    words: list[str], *, writes: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    ends = "1 error; nothing was written." if writes else "1 error"
    assert capsys.readouterr().err.splitlines()[-1] == ends
