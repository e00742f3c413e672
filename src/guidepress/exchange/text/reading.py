"""In: the paths of files or folders. Out: each file read, by what it is; one function a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.exchange.doors import expect, read_file, read_text
from guidepress.exchange.text.docx import read_docx
from guidepress.exchange.text.html import read_html
from guidepress.exchange.text.markdown_file import looks_like_markdown, read_markdown_text
from guidepress.exchange.text.page_text import read_page_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from guidepress.exchange.doors import FileKind
    from guidepress.exchange.text.source import SourceText

__all__ = ["read_sources"]

WANTED = "a text, Markdown, a web page or a Word file"

_MOST = 500
"""Files of a folder; a work of more chapters has not been written."""


def _text(data: bytes, path: Path, encoding: str) -> SourceText:
    text = read_text(data, str(path), encoding)
    if path.suffix.lower() in _MARKDOWN or looks_like_markdown(text):
        return read_markdown_text(text, path)
    return read_page_text(text, path.name)


def _page(data: bytes, path: Path, encoding: str) -> SourceText:
    if path.suffix.lower() in _MARKDOWN:  # Markdown may begin with a piece of HTML
        return read_markdown_text(read_text(data, str(path), encoding), path)
    return read_html(data, path, encoding)


def _xml(data: bytes, path: Path, encoding: str) -> SourceText:
    if path.suffix.lower() in _TEXTS:  # a text may begin with a sign that XML begins with
        return _text(data, path, encoding)
    if b"<html" not in data[:4096].lower():
        raise fault(
            "wrong-format", f"{path} is an XML file, not {WANTED}.", "Questions have readers of their own."
        )
    return _page(data, path, encoding)


def _json(data: bytes, path: Path, encoding: str) -> SourceText:
    if path.suffix.lower() in _TEXTS:  # likewise
        return _text(data, path, encoding)
    raise fault(
        "wrong-format", f"{path} is a JSON file, not {WANTED}.", "Call it .txt if it is to be read as a text."
    )


_MARKDOWN = (".md", ".markdown")
_TEXTS = (".txt", ".text", *_MARKDOWN)

READERS: dict[FileKind, Callable[[bytes, Path, str], SourceText]] = {
    "text": _text,
    "html": _page,
    "xml": _xml,
    "json": _json,
    "docx": read_docx,
}
"""By what a file is."""

SUFFIXES = (*_TEXTS, ".html", ".htm", ".xhtml", ".docx")
"""Names of the files of a folder that are read; others are passed over."""


def read_sources(paths: Iterable[Path], encoding: str = "") -> tuple[SourceText, ...]:
    """Read files.

    Args:
        paths: files; of a folder, its files in the order of their names, numbers counted as such.
        encoding: of text files; "" finds it out.

    Raises:
        FaultsFound: one of them cannot be read, or is of a kind that has no text.
    """
    return tuple(_read(path, encoding) for path in _files(paths))


def _read(path: Path, encoding: str) -> SourceText:
    data = read_file(path)
    kind = expect(data, str(path), tuple(READERS), WANTED)
    if kind == "text" and path.suffix.lower() == ".docx":
        raise fault(
            "wrong-format", f"{path} is a text, not a Word file.", "Call it .txt if it is to be read as one."
        )
    source = READERS[kind](data, path, encoding)
    if not source.blocks:
        raise fault("nothing-to-import", f"{path} holds no text.", "Look whether it is the right file.")
    return source


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(
            (
                each
                for each in path.iterdir()
                if each.suffix.lower() in SUFFIXES and not each.name.startswith((".", "~$"))
            ),
            key=lambda each: [
                int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", each.name.casefold())
            ],
        )
        if not found:
            message = f'The folder "{path}" holds no file that can be imported.'
            raise fault("nothing-to-import", message, f"It would have to be {WANTED}.")
        if len(found) > _MOST:
            message = f'The folder "{path}" holds {len(found)} files.'
            raise fault(
                "too-many-files",
                message,
                f"A guide is made of {_MOST} at most; name those that belong to it.",
            )
        yield from found
