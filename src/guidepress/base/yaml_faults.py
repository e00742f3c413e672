"""In: what went wrong while a file was read. Out: one diagnostic in the words of a person who writes YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.reading import names_in, reason

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["malformed", "unreadable"]

_QUOTE = 'Put the text in quotes, or below the key after "|-".'

_KNOWN = (
    ("mapping values are not allowed", 'A ": " stands inside an unquoted text.', _QUOTE),
    (
        "found character '\\t'",
        "A tab stands where only spaces may.",
        "Indent with spaces; most editors can change tabs into spaces.",
    ),
    (
        "found a tab character where an indentation space is expected",
        "A tab indents this line.",
        "Indent with spaces; most editors can change tabs into spaces.",
    ),
    ("found character that cannot start any token", "A text cannot start with this character.", _QUOTE),
    (
        "found unexpected end of stream",
        "A quoted text is not closed.",
        "Close it with the same quotation mark it opens with.",
    ),
    ("found undefined alias", 'An unquoted text starts with "*", which YAML reads as an alias.', _QUOTE),
    ("scanning an alias", 'An unquoted text starts with "*", which YAML reads as an alias.', _QUOTE),
    ("scanning an anchor", 'An unquoted text starts with "&", which YAML reads as an anchor.', _QUOTE),
    ("found duplicate anchor", "The same anchor (&name) is given twice.", "Use each name once."),
    (
        "but found another document",
        'The file holds a second document after "---".',
        "One file is one guide or one layout; delete what follows.",
    ),
    (
        "expected ',' or ']'",
        "A list in square brackets is not closed, or a comma is missing in it.",
        "Quote entries that hold brackets, colons or commas.",
    ),
    (
        "expected ',' or '}'",
        "A mapping in braces is not closed, or a comma is missing in it.",
        "Quote texts that hold braces, colons or commas.",
    ),
    (
        "did not find expected '-' indicator",
        "A line in this list does not line up with its entries.",
        'Start each entry with "- " in the same column.',
    ),
    (
        "expected <block end>",
        "This line does not line up with those above it.",
        "Indent entries of one list or mapping by the same number of spaces.",
    ),
    (
        "did not find expected key",
        "This line does not line up with those above it, or a quoted text ends too early.",
        "Indent keys of one mapping by the same number of spaces, and double an apostrophe inside '…'.",
    ),
    (
        "could not find expected ':'",
        "A key without a colon, or a text that is not indented below its key.",
        'Write "key: value", and indent texts of several lines.',
    ),
    (
        "block sequence entries are not allowed",
        'A "-" entry cannot stand here.',
        "Begin the list on a line of its own.",
    ),
    (
        "found unknown escape character",
        'A "\\" in a text in double quotes.',
        "Use single quotes, or write it twice.",
    ),
)
"""What PyYAML and libyaml say, what it means, and what to do; the first that occurs in their message counts."""

_STOPPED = "Nothing below this place has been checked yet."
"""A parser that has lost its way cannot tell what else is wrong."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML 1.1 (section 5.1) does not allow in a file."""


_LONGEST = 255
"""Letters of a path that a message shows."""

_NO_CHARACTER = re.compile(
    r"\\U(?!0000|000[1-9A-Fa-f]|0010)[0-9A-Fa-f]{8}|\\(?:u|U0000)[dD][89A-Fa-f][0-9A-Fa-f]{2}"
)
"""An escape beyond U+10FFFF, or of a surrogate."""


def unreadable(path: Path, error: OSError) -> Diagnostic:
    """Say why a file cannot be read."""
    hint = "Check its name and its permissions."
    if isinstance(error, FileNotFoundError):
        from guidepress.base.suggest import nearest  # noqa: PLC0415 - only a fault needs it

        folder = path.parent
        like = nearest(path.name, [name for name in names_in(folder) if name.endswith(".yaml")])
        if like:
            hint = f'Did you mean "{folder / like}"?'
        return Diagnostic("error", "file-not-found", f'There is no file "{path}".', hint)
    message = f'The file "{_cut(path)}" cannot be read: {reason(error)}.'
    return Diagnostic("error", "file-unreadable", message, hint)


def _cut(path: Path) -> str:
    """A path as a message shows it: one longer than any name is cut."""
    shown = str(path)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def malformed(error: Exception, data: bytes, file: str) -> Diagnostic:
    """Say what is wrong with the content of a file.

    Args:
        error: a YAMLError, ValueError, OverflowError or RecursionError raised while it was parsed.
        data: the content.
        file: the name that places carry.
    """
    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(error, data, file)
    if isinstance(error, RecursionError):
        hint = "A guide needs no more than about ten levels."
        return Diagnostic("error", "malformed-yaml", "Values are nested too deeply.", hint, Span(file, 1, 1))
    text = data.decode("utf-8-sig")
    control = _CONTROL.search(text)
    if control is not None:
        message = f"The control character U+{ord(control[0]):04X} may not stand in a file."
        return Diagnostic(
            "error", "control-character", message, "Delete it.", _place(text, control.start(), file)
        )
    if isinstance(error, ValueError | OverflowError) or "invalid Unicode character" in str(error):
        return _no_character(text, file)
    if not isinstance(error, yaml.MarkedYAMLError):
        return Diagnostic("error", "malformed-yaml", f"This is not YAML: {error}.", "", Span(file, 1, 1))
    return _marked(error, text, file)


def _no_character(text: str, file: str) -> Diagnostic:
    """An escape stands for a number that no character has: beyond the last one, or half of a pair."""
    escape = _NO_CHARACTER.search(text)
    shown, at = (escape[0], escape.start()) if escape else ("\\U", 0)
    message = f'No character has the number of the escape "{shown}".'
    hint = f"Write the character itself, or the number of one that there is. {_STOPPED}"
    return Diagnostic("error", "malformed-yaml", message, hint, _place(text, at, file))


def _marked(error: yaml.MarkedYAMLError, text: str, file: str) -> Diagnostic:
    problem = " ".join(str(part) for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file, 1, 1)
    lines = text.splitlines()
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    if "cannot start any token" in problem and line[span.column - 1 : span.column] == "\t":
        problem = "found character '\\t'"
    if "end of stream" in problem and error.context_mark is not None:
        # The end of the file says little; where the quotation opened says it all.
        span = Span(file, error.context_mark.line + 1, error.context_mark.column + 1)
    for sign, message, hint in _KNOWN:
        if sign in problem:
            return Diagnostic("error", "malformed-yaml", message, f"{hint} {_STOPPED}", span)
    return Diagnostic("error", "malformed-yaml", f"This is not YAML: {problem}.", _STOPPED, span)


_BINARY = (
    (
        b"PK\x03\x04",
        "a Word file, a workbook or another archive",
        "Of a Word file, guidepress import makes a guide; guidepress export takes a list of pupils as --roster.",
    ),
    (b"%PDF-", "a PDF", "Name the guide that it was built from."),
    (b"\xd0\xcf\x11\xe0", "an Office file of before 2007", "Save it as .docx, and import it."),
)
"""How files begin that are named in the place of YAML, what they are, and what to do."""


def _not_utf8(error: UnicodeDecodeError, data: bytes, file: str) -> Diagnostic:
    hint = 'Save it as UTF-8 ("Save with encoding" in most editors).'
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Diagnostic(
            "error",
            "invalid-utf8",
            "The file is UTF-16, which guidepress does not read.",
            hint,
            Span(file, 1, 1),
        )
    for sign, what, then in _BINARY:
        if data.startswith(sign):
            return Diagnostic(
                "error", "not-yaml", f"This is {what}, not a file of YAML.", then, Span(file, 1, 1)
            )
    before = data[: error.start].decode("utf-8-sig")
    message = f"The byte 0x{data[error.start]:02X} is not UTF-8."
    return Diagnostic("error", "invalid-utf8", message, hint, _place(before, len(before), file))


def _place(text: str, offset: int, file: str) -> Span:
    line = text.count("\n", 0, offset)
    return Span(file, line + 1, offset - text.rfind("\n", 0, offset))
