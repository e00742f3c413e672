"""In: the bytes of a file. Out: what it really is, whatever its name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from guidepress.base.diagnostics import fault
from guidepress.exchange.doors.archives import open_archive

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["FILE_KINDS", "FileKind", "expect", "kind_of"]

FileKind: TypeAlias = Literal[
    "docx", "xlsx", "pptx", "opendocument", "epub", "h5p", "package", "anki", "zip",
    "old-office", "pdf", "rtf", "sqlite", "gzip", "picture",
    "html", "xml", "json", "text", "binary",
]  # fmt: skip
"""What readers tell apart; "package" is an archive with an imsmanifest.xml."""

FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)

_WORDS: dict[FileKind, str] = {
    "docx": "a Word file",
    "xlsx": "an Excel workbook",
    "pptx": "a PowerPoint file",
    "opendocument": "an OpenDocument file",
    "epub": "an EPUB",
    "h5p": "an H5P package",
    "package": "a QTI or Common Cartridge package",
    "anki": "an Anki package",
    "zip": "a ZIP archive",
    "old-office": "an Office file of before 2007, or one with a password",
    "pdf": "a PDF",
    "rtf": "an RTF file",
    "sqlite": "a SQLite database",
    "gzip": "a gzip archive",
    "picture": "a picture",
    "html": "a web page",
    "xml": "an XML file",
    "json": "a JSON file",
    "text": "a text",
    "binary": "no file that guidepress knows",
}

_SIGNS: tuple[tuple[bytes, FileKind], ...] = (
    (b"\xd0\xcf\x11\xe0", "old-office"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
"""How files begin that say what they are."""

_HINTS: dict[FileKind, str] = {
    "old-office": "Save it as .docx or .xlsx without a password.",
    "opendocument": "Save it as .docx or .xlsx.",
    "rtf": "Save it as .docx.",
    "pdf": "A PDF has no structure to read; ask for the file it was made from.",
}

_ENDINGS: dict[FileKind, str] = {
    "docx": ".docx",
    "xlsx": ".xlsx",
    "h5p": ".h5p",
    "anki": ".apkg",
    "package": ".zip",
}
"""What files end with that are read by other readers."""

_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{"\]]|-?\d))')
_READ = 4096
"""Bytes at the beginning of a file that show what it is."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def kind_of(data: bytes, file: str) -> FileKind:
    """Say what a file is by its bytes.

    Args:
        data: all of it.
        file: its name, for the faults of an archive; it is not trusted.

    Raises:
        FaultsFound: it is an archive that cannot be opened.
    """
    if data.startswith(b"PK"):
        return _of_names(open_archive(data, file).names)
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    head = _head(data[:_READ])
    if head is None:
        return "binary"
    for pattern, kind in ((_PAGE, "html"), (_XML, "xml"), (_JSON, "json")):
        if pattern.match(head):
            return kind
    return "text"


def expect(data: bytes, file: str, kinds: Collection[FileKind], wanted: str) -> FileKind:
    """Take a file only when it is of one of some kinds.

    Args:
        data: all of it.
        file: its name.
        kinds: what the reader can read.
        wanted: what that is, in words ("a QTI package or file").

    Returns:
        The kind that it is.

    Raises:
        FaultsFound: it is of another kind, and what it is.
    """
    kind = kind_of(data, file)
    if kind not in kinds:
        raise fault("wrong-format", f"{file} is {_WORDS[kind]}, not {wanted}.", _hint(kind, file))
    return kind


def _hint(kind: FileKind, file: str) -> str:
    ending = _ENDINGS.get(kind, "")
    if ending and not file.lower().endswith(ending):
        return f"Let its name end with {ending}, and it is read as what it is."
    return _HINTS.get(kind, "")


def _of_names(names: tuple[str, ...]) -> FileKind:
    """What an archive is, by what it holds."""
    there = set(names)
    last = {name.rpartition("/")[2].lower() for name in names}
    signs: tuple[tuple[bool, FileKind], ...] = (
        ("word/document.xml" in there, "docx"),
        ("xl/workbook.xml" in there, "xlsx"),
        ("ppt/presentation.xml" in there, "pptx"),
        ("META-INF/container.xml" in there, "epub"),
        ("mimetype" in there and "content.xml" in there, "opendocument"),
        ("h5p.json" in there, "h5p"),
        (
            "collection.anki2" in there or "collection.anki21" in there or "collection.anki21b" in there,
            "anki",
        ),
        ("imsmanifest.xml" in last, "package"),
        ("[Content_Types].xml" in there and any(name.startswith("word/") for name in names), "docx"),
    )
    return next((kind for holds, kind in signs if holds), "zip")


def _head(data: bytes) -> str | None:
    """The beginning of a text, whatever its encoding; None when it is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "ignore")
    if data.count(0) * 3 >= max(len(data), 1):
        return data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "ignore")
    if b"\0" in data:
        return None
    return data.decode("utf-8", "replace")
