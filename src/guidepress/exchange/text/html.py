"""In: a web page, or Markdown made one. Out: its text in blocks, without what belongs to the site around it."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from guidepress.base.diagnostics import Span, fault
from guidepress.base.record import replace
from guidepress.exchange.doors import read_file, read_text
from guidepress.exchange.report import Guess, Loss
from guidepress.exchange.text.furniture import furniture_mark, is_count, strip_of
from guidepress.exchange.text.html_blocks import HtmlReader
from guidepress.exchange.text.html_notes import take_notes
from guidepress.exchange.text.inference import with_headings
from guidepress.exchange.text.pictures import PictureBox
from guidepress.exchange.text.source import SourceBlock, SourceText
from guidepress.guide.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

    from guidepress.guide.markdown import MdInline

__all__ = ["read_html", "read_page"]

_CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s%]+)")
_HEAD = 2048
"""Bytes in which a page names its encoding (HTML, 4.2.5.5: 1024)."""

_SITE = "the page's own, not the guide's"


def read_html(data: bytes, path: Path, encoding: str) -> SourceText:
    """Read a web page.

    Args:
        data: all of it.
        path: where it is; pictures beside it are taken, none is fetched.
        encoding: what its owner says; "" for what the page says.

    Raises:
        FaultsFound: it is no text, or in an encoding that cannot be told.
    """
    named = _CHARSET.search(data[:_HEAD])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    said = named[1].decode("ascii", "ignore") if named and not marked else ""
    text = read_text(data, str(path), encoding or said)
    return read_page(text, path, "web page", {})


def read_page(text: str, path: Path, form: str, notes: Mapping[str, str]) -> SourceText:
    """Read the text of a page.

    Args:
        text: HTML.
        path: the file it is of.
        form: what that is, in words.
        notes: HTML of footnotes, by name, that marks in the text name ("[^1]").
    """
    root = _parsed(text, str(path))
    pictures = PictureBox(slug(path.stem) or "picture")
    reader = HtmlReader(
        lambda source, alt, place: _picture(source, alt, place, path, pictures), frozenset(notes)
    )
    own = take_notes(root, reader.note)
    body, losses = _without_site(root)
    blocks = reader.blocks(body)
    written = {name: reader.note(_parsed(note, str(path))) for name, note in notes.items()}
    said = _said(root, blocks)
    kept, more, guesses = _without_furniture(blocks, said)
    if not any(block.kind == "heading" for block in kept):
        kept = list(with_headings(kept))
    return SourceText(
        path.name,
        form,
        tuple(kept),
        notes={**own, **written},
        pictures=tuple(pictures.pictures),
        said=said,
        guesses=(*guesses, *pictures.guesses),
        losses=(*losses, *more, *reader.losses, *pictures.losses),
    )


def _parsed(text: str, file: str) -> HtmlElement:
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]", "", text)
    clean = re.sub(r"^\s*<\?xml[^>]*\?>", "", clean)  # lxml refuses text that declares an encoding
    try:
        root = html.document_fromstring(clean or "<p></p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.document_fromstring("<p></p>", parser=parser)
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        message = "The page has elements nested more than 250 deep, as no page of use has."
        raise fault("unsafe-page", message, "Use no file that you do not know.", Span(file, 1, 1))
    return root


def _without_site(root: HtmlElement) -> tuple[HtmlElement, list[Loss]]:
    """Find the text of a page, and name what stands around it."""
    losses: list[Loss] = []
    for element in [*root.iter("nav"), *root.xpath("//*[@role='navigation' or @role='search']")]:
        losses += _left(element, "navigation")
    found = next(
        (each for each in (*root.iter("main"), *root.xpath("//*[@role='main']"), *root.iter("article"))), None
    )
    body = next(root.iter("body"), root)
    if found is None:
        for element in list(body.iter("footer")):
            losses += _left(element, "foot of the page")
        return body, losses
    several = [
        each
        for each in body.iter("article")
        if found.tag == "article" and each.getparent() is found.getparent()
    ]
    if len(several) > 1 and found.getparent() is not None:
        return found.getparent(), losses
    for element in list(body.iter()):
        parent = element.getparent()
        if parent is not None and found not in [element, *element.iter(), *element.iterancestors()]:
            losses += _left(element, "around the text")
    return found, losses


def _left(element: HtmlElement, what: str) -> Iterator[Loss]:
    for inner in list(element.iter("script", "style", "noscript", "template")):
        inner.drop_tree()
    words = " ".join(element.text_content().split())
    if element.getparent() is not None:
        element.drop_tree()
    if words:
        yield Loss("", f"{what}: {words}", _SITE)


def _said(root: HtmlElement, blocks: Iterable[SourceBlock]) -> dict[str, str]:
    """What a page says of itself: its language, and its title where no heading is one."""
    said = {}
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language):
        said["language"] = language
    title = " ".join((root.findtext(".//head/title") or "").split())
    if title and not any(block.kind == "heading" and block.level == 1 for block in blocks):
        said["filed_title"] = title
    return said


def _without_furniture(
    blocks: Iterable[SourceBlock], said: dict[str, str]
) -> tuple[list[SourceBlock], list[Loss], list[Guess]]:
    """Leave out lines that sites print; read the strip of the work."""
    kept: list[SourceBlock] = []
    losses: list[Loss] = []
    guesses: list[Guess] = []
    rest = False
    for number, block in enumerate(blocks, 1):
        place = f"paragraph {number}"
        mark = furniture_mark(block.plain) if block.kind in {"paragraph", "heading"} else ""
        if rest or mark:
            losses.append(Loss(place, block.plain, _SITE))
            rest = rest or mark.endswith("¶")
        elif block.kind == "paragraph" and is_count(block.plain):
            losses.append(Loss(place, block.plain, "pages and time are counted anew"))
        elif block.kind == "paragraph" and strip_of(block.plain):
            said.update(strip_of(block.plain))
            guesses.append(Guess(place, "title strip", block.plain))
        else:
            kept.append(replace(block, number=number))
    return kept, losses, guesses


def _picture(source: str, alt: str, place: str, path: Path, pictures: PictureBox) -> MdInline:
    """A picture from the page itself or from a file beside it."""
    shown = source if len(source) <= 80 else f"{source[:80]}…"
    return pictures.inline(_bytes(source, path), alt, place, source=shown)


def _bytes(source: str, path: Path) -> bytes | None:
    inside = _DATA.fullmatch(source.strip())
    if inside:
        try:
            return base64.b64decode(unquote(inside["data"]))
        except (binascii.Error, ValueError):
            return None
    try:
        parts = urlsplit(source)
        name = Path(unquote(parts.path))
        if parts.scheme or parts.netloc or name.is_absolute() or ".." in name.parts or not name.parts:
            return None
        file = path.parent / name
        return read_file(file) if file.is_file() else None
    except (OSError, ValueError):
        return None
