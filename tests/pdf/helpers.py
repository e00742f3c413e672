"""Ways to look into a written file."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pypdfium2

__all__ = ["content", "open_pdf", "read_text", "tag_tree", "text_of"]


def open_pdf(data: bytes) -> Any:  # noqa: ANN401 - objects of a PDF have no static shape
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def content(data: bytes, page: int = 0) -> str:
    """The operators of a page."""
    return str(open_pdf(data).pages[page]["/Contents"].get_data().decode("latin-1"))


def text_of(data: bytes, page: int = 0) -> str:
    """The text of a page as pdfium extracts it, lines ended by a line feed."""
    document = pypdfium2.PdfDocument(data)
    text_page = document[page].get_textpage()
    text = str(text_page.get_text_range()).replace("\r\n", "\n")
    document.close()
    return text


def read_text(data: bytes, page: int = 0) -> str:
    """The text of a page as pypdf extracts it."""
    return str(open_pdf(data).pages[page].extract_text())


def tag_tree(data: bytes) -> str:
    """The structure as text: an element a line, indented; content as page:mark, annotations as their address."""
    reader = open_pdf(data)
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages, 1)}
    lines: list[str] = []

    def walk(element: Any, depth: int, home: int, parent: int) -> None:  # noqa: ANN401 - pypdf's objects
        element = element.get_object()
        if isinstance(element, int):
            lines[parent] += f" {home}:{element}"
            return
        if "/Pg" in element:
            home = pages[element.raw_get("/Pg").idnum]
        if element.get("/Type") == "/MCR":
            lines[parent] += f" {home}:{element['/MCID']}"
        elif element.get("/Type") == "/OBJR":
            annotation = element["/Obj"]
            lines[parent] += f" {home}->{annotation.get('/Dest') or annotation['/A']['/URI']}"
        else:
            own = len(lines)
            lines.append("  " * depth + element["/S"][1:])
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                walk(kid, depth + 1, home, own)

    root: Any = reader.trailer["/Root"]
    walk(root["/StructTreeRoot"]["/K"], 0, 0, 0)
    return "\n".join(lines)
