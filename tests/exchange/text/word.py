"""Word files made here, part by part, as small as they can be."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.exchange.text.brought import Bit

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    links: str = "",
    main: str = "word/document.xml",
    *,
    strict: bool = False,
) -> bytes:
    """Make a file.

    Args:
        body: the inside of `w:body`.
        parts: the inside of other parts by their short name ("styles"), or bytes by their path.
        links: more relationships of the text.
        main: the name of the part with the text.
        strict: in the strict edition of ISO 29500.
    """
    folder = main.rpartition("/")[0]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(
            "_rels/.rels", f'<R><Relationship Id="a" Type="{KINDS}/officeDocument" Target="{main}"/></R>'
        )
        spaces = SPACES.replace(W, STRICT) if strict else SPACES
        made.writestr(main, f"<w:document {spaces}><w:body>{body}</w:body></w:document>")
        rels = links
        for name, inside in (parts or {}).items():
            if isinstance(inside, bytes):
                made.writestr(name, inside)
                continue
            root = {"footnotes": "footnotes", "comments": "comments", "header1": "hdr"}.get(name, name)
            made.writestr(f"{folder}/{name}.xml", f"<w:{root} {SPACES}>{inside}</w:{root}>")
            rels += f'<Relationship Id="x{name}" Type="{KINDS}/{name.rstrip("1")}" Target="{name}.xml"/>'
        made.writestr(f"{folder}/_rels/{main.rpartition('/')[2]}.rels", f"<R>{rels}</R>")
    return out.getvalue()


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*runs: str, style: str = "", more: str = "") -> str:
    """A paragraph; a run without a tag is plain words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def listed(text: str, number: int = 1, depth: int = 0) -> str:
    return par(run(text), more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{cell if cell.startswith('<') else par(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "-")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def as_word(bits: list[Bit]) -> bytes:
    """The blocks of a text as a Word file."""
    made = []
    for bit in bits:
        if bit.kind == "heading":
            made.append(par(run(bit.texts[0]), style=f"Heading{bit.level}"))
        elif bit.kind in {"list", "numbered"}:
            made += [listed(text, 2 if bit.kind == "list" else 1) for text in bit.texts]
        elif bit.kind == "table":
            made.append(
                table(
                    tuple(par(run(each)) for each in bit.texts[:2]),
                    tuple(par(run(each)) for each in bit.texts[2:]),
                )
            )
        else:
            first, _, rest = bit.texts[0].partition(" ")
            made.append(
                par(run(f"{first} ", "<w:b/>"), run(rest), style="Quote" if bit.kind == "quote" else "")
            )
    return word_file("".join(made), {"numbering": LISTS})
