"""The table of limits in the documentation is the one in the code, and each limit holds at its edge and not beyond."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.bind.packs import page_file
from tests.exchange.text.word import par, run, word_file
from tests.export.classes import class_job

from guidepress.base import limits
from guidepress.base.diagnostics import Diagnostic, FaultsFound, Span, so_many
from guidepress.base.lengths import parse_length
from guidepress.base.limits import (
    DEPTH,
    DIAGNOSTICS,
    FILE_BYTES,
    JOB_LAYOUTS,
    LENGTH,
    MULTIPLE,
    NODES,
    NOTE_DEPTH,
    QUESTION_ROWS,
    ROSTER_COLUMNS,
    ROSTER_ROWS,
    WORD,
)
from guidepress.base.yaml import parse_yaml
from guidepress.bind.merge import merge
from guidepress.bind.plan import MergePart, MergePlan
from guidepress.cli import main
from guidepress.exchange.sheets.reading import read_rows
from guidepress.exchange.text.docx import read as docx_reading
from guidepress.export.job import load_job
from guidepress.export.roster.delimited import read_delimited
from guidepress.guide import check_guide

ROW = re.compile(r"^\| .+ \| ([\d,]+) \| `([A-Z_]+)` \|", re.MULTILINE)
HEAD = "format: 1\ntitle: T\nauthor: A\noverview: |-\n"


def code_of(data: bytes) -> str:
    try:
        parse_yaml(data, "a.yaml")
    except FaultsFound as faults:
        return faults.diagnostics[0].code
    return ""


def test_the_documentation_lists_every_limit_with_its_value() -> None:
    table = Path("docs/limits.md").read_text(encoding="utf-8")
    listed = {name: int(value.replace(",", "")) for value, name in ROW.findall(table)}
    assert listed == {name: getattr(limits, name) for name in limits.__all__}


def test_a_file_of_so_many_bytes_is_read_and_of_one_more_is_not() -> None:
    start = b"a: b\n"
    assert code_of(start + b"#" * (FILE_BYTES - len(start))) == ""
    assert code_of(start + b"#" * (FILE_BYTES - len(start) + 1)) == "file-too-large"


def test_values_may_stand_so_deep_and_no_deeper() -> None:
    """The mapping at the top is the first level. Depth is counted where a text has many brackets."""
    filler = "# " + "[" * 2001 + "\n"
    for levels, code in ((DEPTH - 1, ""), (DEPTH, "nesting-too-deep")):
        assert code_of(f"{filler}a: {'[' * levels}{']' * levels}\n".encode()) == code


def test_aliases_may_make_so_many_values_and_no_more() -> None:
    """Ten lists of so many that name the one of nine hundred and some: root, keys and lists themselves are values too."""
    inner = 1_000
    for lists, code in ((NODES // inner - 2, ""), (NODES // inner, "alias-explosion")):
        text = f"a: &a [{', '.join('x' * inner)}]\nb: [{', '.join(['*a'] * (lists - 1))}]\n"
        assert code_of(text.encode()) == code


def test_footnotes_may_stand_so_deep_and_no_deeper() -> None:
    for count, code in ((NOTE_DEPTH, []), (NOTE_DEPTH + 1, ["notes-too-deep"])):
        notes = "".join(f"\n  [^{n}]: {n}{f'[^{n + 1}]' if n < count else ''}" for n in range(1, count + 1))
        found = check_guide((HEAD + "  Text[^1].\n" + notes + "\n").encode())
        assert [each.code for each in found] == code


@pytest.mark.parametrize("key", ["overview", "subtitle"])
def test_a_word_may_have_so_many_letters_and_no_more(key: str) -> None:
    """Texts may be as long as a file; of a text set over lines the word is found as well, and told at its value.

    A space that does not break is a letter of the word that it holds together.
    """
    for text, code in (
        ("a" * WORD + " b", []),
        ("b " + "a" * (WORD + 1), ["word-too-long"]),
        ("b " + "a\u00a0" * (WORD // 2) + " b", []),
        ("b " + "a\u00a0" * (WORD // 2) + "a b", ["word-too-long"]),
    ):
        guide = {"format": 1, "title": "T", "author": "A", "overview": "Text.", key: text}
        found = check_guide(guide)
        assert [each.code for each in found] == code
        assert all(each.span is not None and each.span.keys == key for each in found)


def test_a_length_may_be_so_long_and_no_longer() -> None:
    assert parse_length("200in") == LENGTH
    assert parse_length("-200in") == -LENGTH
    with pytest.raises(ValueError, match="longer than any page"):
        parse_length("200.001in")


def test_files_may_be_filled_up_to_so_many_pages_and_no_more(tmp_path: Path) -> None:
    """A file of one page is filled up with 63 blank ones, on the command line and in a pack alike."""
    part, out = tmp_path / "a.pdf", tmp_path / "o.pdf"
    part.write_bytes(page_file())
    assert merge([MergePart(part, "A")], out, MergePlan(multiple_of=MULTIPLE)).pages == MULTIPLE
    with pytest.raises(FaultsFound, match="no sheet folds into so many"):
        merge([MergePart(part, "A")], out, MergePlan(multiple_of=MULTIPLE + 1))
    pack = tmp_path / "p.yaml"
    for most, code in ((MULTIPLE, 0), (MULTIPLE + 1, 1)):
        pack.write_text(f"format: 1\ntitle: T\nparts: [{{file: a.pdf}}]\nmultiple_of: {most}\n", "utf-8")
        assert main(["pack", str(pack), "-o", str(tmp_path / "q.pdf")]) == code


def test_a_picture_may_have_so_many_pixels_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted before they are decoded: a hundred pixels stand for fifty million here."""
    monkeypatch.setattr("guidepress.page.picture_files.PICTURE_PIXELS", 100)
    guide = tmp_path / "g.yaml"
    guide.write_text(HEAD + "  ![A picture](a.png)\n", "utf-8")
    for size, code in (((10, 10), []), ((101, 1), ["image-too-large"])):
        Image.new("L", size).save(tmp_path / "a.png")
        assert [each.code for each in check_guide(guide)] == code


def test_a_picture_file_may_have_so_many_bytes_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = tmp_path / "g.yaml"
    guide.write_text(HEAD + "  ![A picture](a.png)\n", "utf-8")
    Image.new("L", (10, 10)).save(tmp_path / "a.png")
    size = (tmp_path / "a.png").stat().st_size
    for most, code in ((size, []), (size - 1, ["image-too-large"])):
        monkeypatch.setattr("guidepress.page.picture_files.PICTURE_BYTES", most)
        assert [each.code for each in check_guide(guide)] == code


@pytest.mark.parametrize(
    "line",
    [
        "schedule: {sessions: %s}" % ("9" * 90_000),
        "questions: [{type: short_answer, prompt: Why?, points: %s}]" % ("9" * 90_000),
        "sections: [{title: A, text: '[](#%s)'}]" % ("x" * 90_000),
        "language: %s" % ("x" * 90_000),
        "sections: [{title: A, text: 'a[^%s]'}]" % ("x" * 90_000),
        "credits: {date: %s}" % ("word " * 90_000),
    ],
)  # fmt: skip
def test_a_value_that_is_wrong_is_told_in_few_letters(line: str) -> None:
    """A sentence has 1,000 letters at most, with its hint, its place and its code 2,200; none speaks of Python."""
    (first, *_) = check_guide(f"{HEAD}  Text.\n{line}\n".encode())
    assert 20 < len(str(first)) < 2200
    assert "sys." not in str(first)


def test_so_many_faults_are_told_of_a_file_and_the_rest_is_counted() -> None:
    def found(count: int, file: str) -> list[Diagnostic]:
        return [Diagnostic("error", "x", "A fault.", "", Span(file, line, 1)) for line in range(1, count + 1)]

    assert so_many(found(DIAGNOSTICS, "a")) == tuple(found(DIAGNOSTICS, "a"))
    made = so_many(found(DIAGNOSTICS + 1234, "a") + found(3, "b"))
    assert len(made) == DIAGNOSTICS + 3 + 1
    assert str(made[-1]) == "a:1:1: error: And 1,234 more. Mend those above first. [and-more]"
    assert FaultsFound(found(DIAGNOSTICS + 7, "a")).diagnostics[-1].message == "And 7 more."


def _codes(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except FaultsFound as faults:
        return [each.code for each in faults.diagnostics]
    return []


@pytest.mark.parametrize(
    ("rows", "columns", "codes"),
    [
        (ROSTER_ROWS, 1, []),
        (ROSTER_ROWS + 1, 1, ["sheet-too-large"]),
        (2, ROSTER_COLUMNS, []),
        (2, ROSTER_COLUMNS + 1, ["sheet-too-large"]),
    ],
)
def test_a_table_of_pupils_may_be_so_large_and_no_larger(rows: int, columns: int, codes: list[str]) -> None:
    text = ",".join(["Name"] * columns) + "\n" + ("Ann" + ",x" * (columns - 1) + "\n") * (rows - 1)
    assert _codes(lambda: read_delimited(text.encode(), "r.csv")) == codes


def test_a_table_of_questions_may_have_so_many_rows_and_no_more() -> None:
    for rows, codes in ((QUESTION_ROWS, []), (QUESTION_ROWS + 1, ["file-too-large"])):
        assert _codes(lambda count=rows: read_rows("q.csv", b"a,b\n" * count)) == codes  # type: ignore[misc] # the count of each


def test_a_row_of_a_table_of_questions_that_goes_on_for_ever_is_refused_not_cut() -> None:
    # The last of a hundred cells is read; what stands in the next one would be lost.
    assert len(read_rows("q.csv", b"a" + b",b" * 99 + b",,\n")[0].cells) == 100
    assert _codes(lambda: read_rows("q.csv", b"a" + b",b" * 100 + b"\n")) == ["file-too-large"]


def test_a_word_file_may_have_so_many_paragraphs_and_runs_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten and twenty stand for 20,000 and 50,000 here."""
    monkeypatch.setattr(docx_reading, "DOCX_PARAGRAPHS", 10)
    monkeypatch.setattr(docx_reading, "DOCX_RUNS", 20)
    for body, codes in (
        (par("A text.") * 10, []),
        (par("A text.") * 11, ["file-too-large"]),
        (f"<w:p>{run('a ') * 20}</w:p>", []),
        (f"<w:p>{run('a ') * 21}</w:p>", ["file-too-large"]),
    ):
        assert _codes(lambda text=body: docx_reading.word_paragraphs(word_file(text), "x.docx")) == codes  # type: ignore[misc] # the text of each


def test_a_job_may_have_so_many_layouts_and_no_more(tmp_path: Path) -> None:
    job = class_job(tmp_path)
    for count, codes in ((JOB_LAYOUTS, []), (JOB_LAYOUTS + 9, ["too-many-layouts"])):
        job.write_text(
            f"format: 1\nguides: heart.yaml\nlayouts: [{', '.join(['one-page'] * count)}]\n", "utf-8"
        )
        assert _codes(lambda: load_job(job)) == codes
