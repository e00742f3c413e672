"""Whatever is given, one sentence says what is wrong, nothing is left behind, and no file makes it hang."""

from __future__ import annotations

import contextlib
import io
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bind.packs import guide, page_file, raw_pdf
from tests.examples import so_many
from tests.pdf.conftest import Hand

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.merge import merge
from guidepress.bind.plan import MergePart, MergePlan

HAND = Hand()
GOOD = guide(HAND, "Good", 2)


def refused(folder: Path, data: bytes, plan: MergePlan | None = None) -> str:
    """Bind a good file and this one; returns the one sentence, and holds the folder to be as it was."""
    with pytest.raises(FaultsFound) as caught:
        merge(
            [MergePart(Path("good.pdf"), data=GOOD), MergePart(Path("bad.pdf"), data=data)],
            folder / "pack.pdf",
            plan,
        )
    assert list(folder.iterdir()) == []
    (diagnostic,) = caught.value.diagnostics
    assert "\n" not in diagnostic.message
    return diagnostic.message


def test_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    assert refused(tmp_path, b"PK\3\4 a zip") == "bad.pdf is not a PDF file."
    assert refused(tmp_path, b"") == "bad.pdf is not a PDF file."


def test_a_truncated_file(tmp_path: Path) -> None:
    # Its first objects are its catalog and its pages' list; the pages come later.
    assert refused(tmp_path, GOOD[:300]).startswith("bad.pdf cannot be bound: it has no pages")


def test_a_wrong_password_and_none(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(GOOD))
    writer.encrypt("right", algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    needed = "bad.pdf is encrypted, and the password is needed."
    wrong = "bad.pdf is encrypted, and the password does not open it."
    assert refused(tmp_path, locked.getvalue()) == needed
    assert refused(tmp_path, locked.getvalue(), MergePlan(passwords=("left", "up"))) == wrong


@pytest.mark.parametrize("pages", [b"<</Type/Pages/Count 0/Kids[]>>", b"null", b"[]", b"<</Kids 9 0 R>>"])
def test_no_pages(tmp_path: Path, pages: bytes) -> None:
    message = refused(tmp_path, raw_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: pages}))
    assert message == "bad.pdf cannot be bound: it has no pages."


def test_the_output_is_one_of_the_inputs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(GOOD)
    (tmp_path / "b.pdf").symlink_to(path)
    with pytest.raises(FaultsFound, match=r"b\.pdf is one of the files to be bound"):
        merge([path], tmp_path / "b.pdf")
    assert path.read_bytes() == GOOD


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match=r"none\.pdf cannot be read: no such file or directory"):
        merge([tmp_path / "none.pdf"], tmp_path / "pack.pdf")


def test_nothing_to_bind(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match="There is nothing to bind"):
        merge([], tmp_path / "pack.pdf")


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for the end of the disk: writing fails half-way."""
    (tmp_path / "a.pdf").write_bytes(GOOD)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    # -B: no module is compiled to a file that would end half-way too.
    words = [sys.executable, "-B", "-m", "guidepress", "merge", "a.pdf", "a.pdf", "-o", "pack.pdf"]
    done = subprocess.run(words, cwd=tmp_path, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pack.pdf cannot be written: file too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_bookmarks_and_names_that_go_in_circles_end(tmp_path: Path) -> None:
    catalog = b"/Outlines 4 0 R/Names<</Dests 6 0 R>>/PageLabels 7 0 R"
    more = {
        4: b"<</First 5 0 R/Last 5 0 R>>",
        5: b"<</Title(a)/Parent 4 0 R/Next 5 0 R/First 5 0 R>>",
        6: b"<</Kids[6 0 R 6 0 R]>>",
        7: b"<</Kids[7 0 R]/Nums[0 7 0 R]>>",
    }
    merged = merge(
        [MergePart(Path("a.pdf"), data=page_file(catalog, more=more))], tmp_path / "pack.pdf", check=False
    )
    assert merged.pages == 1


def test_objects_deep_inside_one_another_are_bound(tmp_path: Path) -> None:
    more = {number: b"[%d 0 R]" % (number + 1) for number in range(4, 9000)}
    data = page_file(page=b"/Group 4 0 R", more={**more, 9000: b"1"})
    assert merge([MergePart(Path("a.pdf"), data=data)], tmp_path / "pack.pdf").pages == 1


def test_brackets_deep_inside_one_another_are_refused(tmp_path: Path) -> None:
    message = refused(tmp_path, page_file(page=b"/Group " + b"[" * 900 + b"]" * 900))
    assert message == "bad.pdf is damaged or incomplete: its objects lie too deep inside one another."


SEEDS = (
    GOOD,
    page_file(
        b"/Outlines 4 0 R", b"/Annots[5 0 R]", {4: b"<</First 4 0 R>>", 5: b"<</Subtype/Link/P 3 0 R>>"}
    ),
)
"""Small files, so that a change hits something that matters."""


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good file with bytes changed, cut out, repeated, or numbers exchanged."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        kind = draw(st.sampled_from(["byte", "cut", "repeat", "number", "end"]))
        if kind == "byte":
            data[at] = draw(st.sampled_from(b"0159<>[]()/R% \n\0\xffabn"))
        elif kind == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif kind == "repeat":
            data[at:at] = data[at : at + draw(st.integers(1, 40))]
        elif kind == "number":
            digits = [index for index, byte in enumerate(data) if 48 <= byte <= 57]
            data[draw(st.sampled_from(digits))] = draw(st.integers(48, 57))
        else:
            del data[max(at, 20) :]
        if len(data) < 20:
            break
    return bytes(data)


@settings(
    max_examples=so_many(150), deadline=5000, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(data=mutated())
def test_broken_files_are_bound_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    output = tmp_path_factory.getbasetemp() / "fuzzed.pdf"
    output.unlink(missing_ok=True)
    pages = 0
    with contextlib.suppress(FaultsFound):
        pages = merge([MergePart(Path("bad.pdf"), data=data)], output).pages
    assert output.exists() == (pages > 0)
