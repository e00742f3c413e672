"""XML is parsed without entities, without the network, within bounds."""

from __future__ import annotations

import time

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.doors import LIMITS, parse_xml

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + '%s]>%s<b c="&a11;">&a11;</b>'
)
READS = '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><b>&x;</b>'
CALLS = '<!DOCTYPE b [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><b/>'


def refusal(data: bytes) -> str:
    with pytest.raises(FaultsFound) as found:
        parse_xml(data, "x.xml")
    return str(found.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("bomb", [BOMB % ("", ""), BOMB % ("<!--<b-->", ""), READS, CALLS])
def test_entities_are_refused_at_once(bomb: str, encoding: str) -> None:
    start = time.process_time()
    assert "x.xml:1:1: error: The file declares entities" in refusal(bomb.encode(encoding))
    assert time.process_time() - start < 1


def test_entities_behind_a_tag_in_a_comment_are_refused_too() -> None:
    hidden = "<!--<a>-->" + READS
    assert "declares entities" in refusal(hidden.encode())
    start = time.process_time()
    assert "x.xml:1" in refusal(("<!--<a>-->" + (BOMB % ("", "")).partition("?>")[2]).encode())
    assert time.process_time() - start < 1


def test_the_words_of_an_entity_may_stand_in_a_text() -> None:
    assert (
        parse_xml(b"<q><![CDATA[What is <!ENTITY x 'y'>?]]></q>", "x").root.text == "What is <!ENTITY x 'y'>?"
    )


def test_comments_and_instructions_are_gone_and_places_kept() -> None:
    found = parse_xml(b"<?xml version='1.0'?>\n<!-- a -->\n<q>\n<?x y?><p/>\n</q>", "x.xml")
    assert [each.tag for each in found.root.iter()] == ["q", "p"]
    assert str(found.place(found.root[0])) == "x.xml:4:1"
    assert found.mends == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a>\n<b></a>", "x.xml:2:8: error: This is not well-formed XML: opening and ending tag mismatch"),
        ("<a", "x.xml:1:"),
        ("<a/>\n<b/>", "x.xml:2:1: error: This is not well-formed XML: extra content at the end"),
        (
            "<!DOCTYPE a SYSTEM 'no.dtd'>\n<a>&huh;</a>",
            "x.xml:2:1: error: This is not well-formed XML: entity &huh;",
        ),
        ("<a b='1' b='2'/>", "attribute b redefined"),
        ("\x00\x01", "x.xml:1:"),
        ("", "x.xml:1:"),
        ("<a>" * 400, "x.xml:1:"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_place(text: str, said: str) -> None:
    assert said in refusal(text.encode())
    assert refusal(text.encode()).count("\n") == 0


def test_a_file_of_the_limit_is_taken_and_one_more_is_not() -> None:
    limits = replace(LIMITS, xml=100, tags=4)
    parse_xml(b"<a>" + b"x" * 93 + b"</a>", "x.xml", limits=limits)
    with pytest.raises(FaultsFound, match="more than 100 bytes"):
        parse_xml(b"<a>" + b"x" * 94 + b"</a>", "x.xml", limits=limits)
    parse_xml(b"<a><b></b></a>", "x.xml", limits=limits)
    with pytest.raises(FaultsFound, match="more than 4 tags"):
        parse_xml(b"<a><b></b><c/></a>", "x.xml", limits=limits)
