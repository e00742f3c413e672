"""In: the bytes of XML that is not well formed. Out: the same with small slips mended, and what was mended where.

Only that is mended which has one meaning and loses nothing: spaces before the declaration, names of characters that
HTML knows and XML does not, an ampersand that stands for itself, elements of HTML that are never closed, attributes of
HTML that need no value, letters in Windows-1252 in a file that calls itself UTF-8.
"""

from __future__ import annotations

import html
import html.entities
import re

from guidepress.base.record import record

__all__ = ["Mend", "mended"]


@record
class Mend:
    """A slip of an XML file that was mended.

    Attributes:
        line: from 1; that of the first, where there are several of a kind.
        what: a sentence: what stood there, and what it was taken for.
    """

    line: int
    what: str


_OWN = {"amp", "lt", "gt", "quot", "apos"}
"""The names of characters that XML has of its own (XML 1.0, 4.6)."""

_NAME = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_BARE = re.compile(r"&(?!#\d+;|#[xX][0-9A-Fa-f]+;|[A-Za-z_:][\w.:-]*;)")
_VOID = re.compile(
    r"<(br|hr|img|wbr|input|col|source|track|embed|area|param)((?:\s+[\w:-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*>(?!\s*</\1>)"
)
_BOOLEAN = re.compile(
    r"(<(?:audio|video|track|input|option)\b[^<>]*?\s)(controls|default|autoplay|loop|muted|checked|selected|disabled)(?=[\s/>])(?!\s*=)"
)
_VERBATIM = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
"""Where an ampersand and a tag are mere text."""

_DECLARATION = re.compile(r"^\s+(?=<\?xml)")
_JOINED = re.compile(r"""^(<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*'))(?=encoding)""")
_ENCODING = re.compile(r"(<\?xml[^>]*?)\s+encoding\s*=\s*(\"[^\"]*\"|'[^']*')")


def mended(data: bytes) -> tuple[bytes, tuple[Mend, ...]]:
    """Mend what can be mended without loss.

    Returns:
        The file in UTF-8, and the mends in order of their lines; none when there is nothing to mend.
    """
    text, mends = _decoded(data)
    if text is None:
        return data, ()
    found = _DECLARATION.match(text)
    if found:
        mends.append(Mend(1, "Spaces stood before the XML declaration."))
        text = text[found.end() :]
    text, joined = _JOINED.subn(r"\1 ", text)
    if joined:
        mends.append(Mend(1, "A space was missing in the XML declaration."))
    pieces: list[str] = []
    last, line = 0, 1
    for kept in (*_VERBATIM.finditer(text), None):
        end = kept.start() if kept else len(text)
        pieces.append(_markup(text[last:end], line, mends))
        if kept:
            pieces.append(kept[0])
            line += text.count("\n", last, kept.end())
            last = kept.end()
    if not mends:
        return data, ()
    text = _ENCODING.sub(r"\1", "".join(pieces), count=1)
    return text.encode(), tuple(sorted(_first_of_each(mends), key=lambda each: each.line))


def _decoded(data: bytes) -> tuple[str | None, list[Mend]]:
    """The text; UTF-8 that is none is Windows-1252, which most such files are. None when it is neither."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:100]:
        return None, []
    said = re.search(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)", data[:200])
    named = said[1].decode("ascii").lower() if said else "utf-8"
    if named not in {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252", "latin-1"}:
        return None, []
    if named in {"iso-8859-1", "windows-1252", "latin-1"}:
        return data.decode("cp1252") if _clean(data) else None, []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if not _clean(data):
            return None, []
        line = data.count(b"\n", 0, error.start) + 1
        what = f"The byte 0x{data[error.start]:02X} is not UTF-8: the file was read as Windows-1252."
        return data.decode("cp1252"), [Mend(line, what)]


def _clean(data: bytes) -> bool:
    """Whether every byte is a character of Windows-1252."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _markup(text: str, line: int, mends: list[Mend]) -> str:
    def at(found: re.Match[str]) -> int:
        return line + found.string.count("\n", 0, found.start())

    def name(found: re.Match[str]) -> str:
        if found[1] in _OWN or f"{found[1]};" not in html.entities.html5:
            return found[0]
        mends.append(Mend(at(found), f'"{found[0]}" is a name of HTML, not of XML: read as its character.'))
        return html.escape(html.unescape(found[0]))  # some names mean "<" or "&" again

    def bare(found: re.Match[str]) -> str:
        mends.append(Mend(at(found), "An ampersand that is not escaped was read as itself."))
        return "&amp;"

    def void(found: re.Match[str]) -> str:
        mends.append(Mend(at(found), f"<{found[1]}> is not closed, as in HTML: read as an empty element."))
        return f"<{found[1]}{found[2]}/>"

    def boolean(found: re.Match[str]) -> str:
        mends.append(Mend(at(found), f'"{found[2]}" has no value, as in HTML: read as said.'))
        return f'{found[1]}{found[2]}="{found[2]}"'

    text = _BOOLEAN.sub(boolean, text)
    return _VOID.sub(void, _BARE.sub(bare, _NAME.sub(name, text)))


def _first_of_each(mends: list[Mend]) -> list[Mend]:
    """The first mend of each kind: a file has one slip a thousand times."""
    found: dict[str, Mend] = {}
    for mend in mends:
        found.setdefault(mend.what, mend)
    return list(found.values())
