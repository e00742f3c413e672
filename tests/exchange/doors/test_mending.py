"""XML with small slips is mended where nothing can be lost, and each mend is said."""

from __future__ import annotations

import pytest

from guidepress.exchange.doors import parse_xml


@pytest.mark.parametrize(
    ("data", "text", "mend"),
    [
        (b"\n <?xml version='1.0'?><a>x</a>", "x", "1: Spaces stood before the XML declaration."),
        (
            b"<a>\nx&nbsp;y</a>",
            "\nx\xa0y",
            '2: "&nbsp;" is a name of HTML, not of XML: read as its character.',
        ),
        (b"<a>&LT;b</a>", "<b", '1: "&LT;" is a name of HTML, not of XML: read as its character.'),
        (b"<!DOCTYPE a SYSTEM 'x.dtd'><a>\n&eacute;</a>", "\n\xe9", '2: "&eacute;" is a name of HTML'),
        (b"<a>Q & A &amp; &#65;</a>", "Q & A & A", "1: An ampersand that is not escaped was read as itself."),
        (
            b"<a>x<br>\n<img src='y'></a>",
            "x\n",
            "1: <br> is not closed, as in HTML: read as an empty element.",
        ),
        (
            b"<?xml version='1.0'encoding='utf-8'?><a>x</a>",
            "x",
            "1: A space was missing in the XML declaration.",
        ),
        (b"<a><video controls src='x'/>y</a>", "y", '1: "controls" has no value, as in HTML: read as said.'),
        (b"<a>Gr\xf6\xdfe</a>", "Größe", "1: The byte 0xF6 is not UTF-8: the file was read as Windows-1252."),
        (b"<?xml version='1.0' encoding='utf-8'?><a>\x93x\x94</a>", "“x”", "1: The byte 0x93 is not UTF-8"),
    ],
)
def test_a_slip_is_mended_and_said(data: bytes, text: str, mend: str) -> None:
    found = parse_xml(data, "x.xml")
    assert "".join(map(str, found.root.itertext())) == text
    assert f"{found.mends[0].line}: {found.mends[0].what}".startswith(mend)


def test_what_is_mere_text_is_not_mended() -> None:
    found = parse_xml(b"<a><![CDATA[a & b &nbsp; <br>]]>&nbsp;</a>", "x.xml")
    assert found.root.text == "a & b &nbsp; <br>\xa0"
    assert [mend.line for mend in found.mends] == [1]


def test_a_slip_that_stands_often_is_said_once_with_its_first_line() -> None:
    found = parse_xml(b"<a>\nx & y\n& z</a>", "x.xml")
    assert [(mend.line, mend.what) for mend in found.mends] == [
        (2, "An ampersand that is not escaped was read as itself.")
    ]


def test_a_closed_break_stays_as_it_is() -> None:
    assert parse_xml(b"<a>x &amp;<br></br>&copy;</a>", "x.xml").root[0].tag == "br"
