"""Tickets say what was ordered and of which files, the same for every printer and in each printer's own form."""

from __future__ import annotations

import csv
import io
import json
from hashlib import md5, sha256
from typing import Any

import pytest
from tests.press.orders import ordered, printer
from tests.press.ticket.facts import facts

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.press.printers import printer_names
from guidepress.press.spec import order
from guidepress.press.ticket import make_ticket
from guidepress.press.ticket.lulu import package_choice, package_id

PACKAGE = "0600X0900.BW.STD.PB.060UW444.MXX"


def read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(make_ticket(facts(name)).data)
    return data


@pytest.mark.parametrize("name", printer_names())
def test_every_ticket_binds_cover_and_interior(name: str) -> None:
    ticket = read(name)
    assert ticket["files"]["interior"] == {
        "name": "interior.pdf",
        "bytes": 5,
        "pages": 126,
        "page_inches": [6.0, 9.0],
        "sha256": sha256(b"pages").hexdigest(),
        "md5": md5(b"pages", usedforsecurity=False).hexdigest(),
    }
    assert ticket["files"]["cover"]["sha256"] == sha256(b"cover").hexdigest()
    assert ticket["order"]["pages"] == 126
    assert ticket["order"]["spine_inches"] == 0.2838  # 20.43 pt / 72
    assert (ticket["ticket"], ticket["book"]["isbn"]) == (name, "9780306406157")
    assert ticket["book"]["subjects"] == {"bisac": ["STU004000"], "thema": ["YPCA21"]}
    assert ticket["book"]["languages"] == ["en-GB"]


def test_the_same_facts_give_the_same_bytes() -> None:
    assert make_ticket(facts("lulu")) == make_ticket(facts("lulu"))


def test_lulu_gets_a_print_job_with_a_dotted_package_and_both_spellings_of_the_digest() -> None:
    (item,) = read("lulu")["lulu"]["print_job"]["line_items"]
    form = item["printable_normalization"]
    assert "pod_package_id" not in item  # it belongs inside, or the job is refused
    assert form["pod_package_id"] == PACKAGE
    digest = md5(b"cover", usedforsecurity=False).hexdigest()
    assert form["cover"] == {"source_url": "cover.pdf", "source_md5_sum": digest, "source_md5sum": digest}


def test_what_only_the_orderer_knows_is_listed() -> None:
    lulu = read("lulu")["lulu"]
    assert {"contact_email", "shipping_address.phone_number"} <= set(lulu["to_fill_in"])
    assert set(lulu["print_job"]) == {
        "external_id", "contact_email", "shipping_address", "shipping_level", "production_delay", "line_items",
    }  # fmt: skip


@pytest.mark.parametrize("text", [PACKAGE, "0600X0900BWSTDPB060UW444MXX", PACKAGE.lower()])
def test_a_package_is_read_in_both_forms_and_written_with_dots(text: str) -> None:
    spec = order(printer("lulu"), package_choice(printer("lulu"), text))
    assert (spec.trim.id, spec.paper.id, spec.ink.id, spec.binding.id) == (
        "6x9",
        "white",
        "black",
        "paperback",
    )
    assert package_id(spec) == PACKAGE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0600X0900.BW", '"0600X0900.BW" is no package of Lulu. Write it as 0600X0900.BW.STD'),
        ("0601X0900.BW.STD.PB.060UW444.MXX", 'Lulu has no trim "0601X0900". Known here: 0600X0900'),
        ("0600X0900.BW.STD.LW.060UW444.MXX", 'Lulu has no binding "LW". Known here: PB, CW, CO, SS.'),
    ],
)
def test_a_package_that_is_none(text: str, said: str) -> None:
    with pytest.raises(FaultsFound) as raised:
        package_choice(printer("lulu"), text)
    assert str(raised.value).startswith(f"error: {said}")


def test_what_has_no_code_makes_no_package() -> None:
    spec = ordered("lulu")
    with pytest.raises(FaultsFound, match='names its paper by a code, and "white" has none'):
        package_id(replace(spec, paper=replace(spec.paper, code="")))


def rows(name: str) -> list[list[str]]:
    ((_, data),) = make_ticket(facts(name)).sheets
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_kdp_gets_a_row_a_question() -> None:
    answers = {row[0]: row[1] for row in rows("kdp")}
    assert answers["Book title"] == "Fog: Study Guide"
    assert answers["Trim size"] == "6 x 9 in"
    assert answers["Page count"] == "126"
    assert (answers["Keyword 1"], answers["Keyword 2"]) == ("fog", "work")
    assert answers["Contributors"] == "B. Writer (author); C. Editor (editor)"
    assert answers["Description"] == "'=What it is about."  # no formula


def test_ingramspark_gets_a_row_a_title() -> None:
    columns, values = rows("ingramspark")
    answers = dict(zip(columns, values, strict=True))
    assert (answers["ISBN"], answers["BISAC subjects"], answers["Page count"]) == (
        "9780306406157",
        "STU004000",
        "126",
    )


def test_others_have_no_sheet() -> None:
    assert make_ticket(facts("lulu")).sheets == make_ticket(facts("generic")).sheets == ()
