"""Reports: as sentences, as data, and as a page of HTML that stands by itself."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.press.orders import printer
from tests.press.preflight.making import Draft, interior_draft

from guidepress.base.diagnostics import FaultsFound
from guidepress.cli.main import main
from guidepress.press.preflight import PreflightJob, preflight
from guidepress.press.preflight.html import ReportedFile, html_report, report_data
from guidepress.press.preflight.picture import draw_failing
from guidepress.press.preflight.said import alike

SVG = "{http://www.w3.org/2000/svg}"


def near_the_edge() -> Draft:
    draft = interior_draft()
    for page in (5, 7, 9):
        draft.pages[page] += b"BT /F 11 Tf 12 400 Td (Near) Tj ET\n"
    return draft


class Parts(HTMLParser):
    """The names of the elements that are open when the page ends, and all attributes that lead somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.leads: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.leads += [value or "" for key, value in attrs if key in {"href", "src"}]
        self.ids += [value or "" for key, value in attrs if key == "id"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_what_pages_have_alike_is_said_once() -> None:
    report = preflight(near_the_edge().write(), PreflightJob(printer("kdp")))
    (group,) = alike(report.findings)
    assert (len(report.findings), group.pages, group.named(2)) == (3, (6, 8, 10), "6, 8 and 1 more")


def test_the_report_is_data() -> None:
    data = report_data(preflight(near_the_edge().write(), PreflightJob(printer("kdp")), name="a.pdf"))
    again = json.loads(json.dumps(data))
    assert (again["file"], again["part"], again["pages"], again["ok"]) == ("a.pdf", "interior", 24, False)
    first = again["findings"][0]
    assert (first["rule"], first["page"], first["severity"]) == ("safety", 6, "error")
    assert len(first["boxes"]) == 4
    assert {"rule", "what", "limit", "source"} <= again["checked"][0].keys()
    assert any(each["rule"] == "total-ink" for each in again["not_checked"])


def test_a_failing_page_is_drawn_with_its_boxes_and_the_place_marked() -> None:
    pdf, job = near_the_edge().write(), PreflightJob(printer("kdp"))
    drawings = draw_failing(pdf, job, preflight(pdf, job), most=2)
    assert [drawing.number for drawing in drawings] == [6, 8]
    root = ET.fromstring(drawings[0].svg)  # noqa: S314 - made here
    outlines = {each.get("id"): each.get("d") for each in root.iter(f"{SVG}path") if each.get("id")}
    used = [each.get("href", "")[1:] for each in root.iter(f"{SVG}use")]
    # "A plain line of type." has 17 letters and the point, "Near" four; spaces leave no ink
    assert len(used) == 18 + 4 - 1
    assert set(used) == outlines.keys()
    assert all((path or "").startswith("M") for path in outlines.values())
    frames = [each for each in root.iter(f"{SVG}rect") if each.get("stroke") == "#b3261e"]
    assert len(frames) == 4
    left = float(frames[0].get("x", ""))
    assert left < 12 < left + float(frames[0].get("width", ""))


def test_the_page_stands_by_itself() -> None:
    pdf, job = near_the_edge().write(), PreflightJob(printer("kdp"))
    report = preflight(pdf, job, name="a <b>.pdf")
    text = html_report([ReportedFile(report, draw_failing(pdf, job, report, most=2))])
    parts = Parts(text)
    assert parts.open == []
    assert len(set(parts.ids)) == len(parts.ids)
    assert all(each.startswith("#") for each in parts.leads)
    assert "a &lt;b&gt;.pdf" in text
    assert "no certification" in text
    assert "1 page more with findings is not drawn" in text
    assert "Amazon KDP says nothing of it" in text  # of the ink limit, among what was not checked


def test_a_locked_file_is_a_finding_and_not_a_failure(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - for this test alone

    plain = tmp_path / "plain.pdf"
    plain.write_bytes(interior_draft().write())
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt("secret", algorithm="AES-256")
    with (tmp_path / "locked.pdf").open("wb") as stream:
        writer.write(stream)
    data = (tmp_path / "locked.pdf").read_bytes()
    report = preflight(data, PreflightJob(printer("kdp")), name="locked.pdf")
    assert [finding.rule for finding in report.findings] == ["encryption"]
    assert len(report.not_checked) > 30
    opened = preflight(data, PreflightJob(printer("kdp"), password="secret"), name="locked.pdf")  # noqa: S106 - of the test
    assert [finding.rule for finding in opened.findings] == ["encryption"]
    assert opened.pages == 24


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(FaultsFound, match="is not a PDF"):
        preflight(b"nothing", PreflightJob(printer("kdp")))


def test_what_steers_a_terminal_is_not_said_raw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "a\x1b[2J.pdf"
    place.write_bytes(near_the_edge().write())
    assert main(["preflight", str(place), "--printer", "kdp"]) == 1
    assert "a\\x1b[2J.pdf, page 6: " in capsys.readouterr().err


def test_the_command_says_it_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(near_the_edge().write())
    report = tmp_path / "report.html"
    assert main(["preflight", str(place), "--printer", "kdp", "--html", str(report)]) == 1
    said = capsys.readouterr()
    assert f"error: {place}, page 6: " in said.err
    assert "(alike on 2 pages more)" in said.err
    assert "Trim 6x9, with bleed: taken from its pages of 441pt x 666pt." in said.out
    assert "3 faults, 0 warnings" in said.out
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_command_ends_with_0_where_nothing_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(interior_draft().write())
    assert main(["preflight", str(place), "--printer", "kdp", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--trim", "6x99"), 'Amazon KDP offers no trim "6x99"'),
        (("--paper", "vellum"), 'offers no paper "vellum"'),
        (("--spine", "thick"), "--spine"),
        (("--printer", "nobody"), 'There is no printer "nobody"'),
        (("--cover", "nowhere.pdf"), "nowhere.pdf cannot be read"),
    ],
)
def test_what_cannot_be_ordered_is_said(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(interior_draft().write())
    # an option that is given twice counts as it was given last
    assert main(["preflight", str(place), "--printer", "kdp", "--trim", "6x9", *words]) == 1
    assert said in capsys.readouterr().err


def test_a_report_is_not_written_over_the_file_that_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "book.pdf"
    place.write_bytes(b"%PDF-1.4")
    assert main(["preflight", str(place), "--html", str(place)]) == 2
    assert "--html needs a file that ends with .html, not " in capsys.readouterr().err
    assert place.read_bytes() == b"%PDF-1.4"
