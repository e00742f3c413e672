"""In: a YAML file. Out: its nodes, each with its place, safe to walk; or faults with file, line and column.

Scalars stay text: what "1843", "1.10" or "no" mean is decided by the field that they are bound to, so that none of
YAML 1.1's surprises (yes and no as truth values, 1:30 as ninety, dates) can happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from guidepress.base.diagnostics import Diagnostic, FaultsFound, Span, fault
from guidepress.base.limits import FILE_BYTES
from guidepress.base.reading import read_file
from guidepress.base.yaml_guards import refuse_depth, refuse_explosion, refuse_keys
from guidepress.base.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from guidepress.base.yaml_slips import comments_in_texts, odd_indents

if TYPE_CHECKING:
    import re
    from pathlib import Path

__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YamlFile",
    "parse_yaml",
    "read_yaml",
]

_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
"""The parser in C where PyYAML was built with it: twenty times as fast as the one in Python."""


_LINE_ENDS = "\r\n", "\r", "\x85", "\u2028", "\u2029"
"""What ends a line in YAML 1.1 (section 5.4) beside a line feed: the parser counts lines by all of them."""


class YamlFile:
    """A parsed file: its root mapping and what is needed to name places in it.

    Attributes:
        file: the name that spans carry.
        root: the mapping at the top.
    """

    __slots__ = ("_lines", "_text", "file", "root")

    def __init__(self, file: str, text: str, root: MappingNode) -> None:
        self.file = file
        self.root = root
        self._text = text
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the file, made when first asked for."""
        if self._lines is None:
            text = self._text
            for end in _LINE_ENDS:
                text = text.replace(end, "\n")
            self._lines = text.split("\n")
        return self._lines

    def span(self, node: Node) -> Span:
        """The place at which a node starts."""
        mark = node.start_mark
        return Span(self.file, mark.line + 1, mark.column + 1)

    def character_place(self, node: ScalarNode, offset: int) -> Span:
        """The place of a character of a scalar, by its offset in the value."""
        span, starts, block = self.text_place(node)
        if block:
            line = node.value.count("\n", 0, offset)
            head = node.value.rfind("\n", 0, offset) + 1
            return Span(span.file, span.line + line, span.column + offset - head, span.keys)
        for start, line, column in reversed(starts):
            if offset >= start:
                return Span(span.file, line, column + offset - start, span.keys)
        return Span(span.file, span.line, span.column + offset, span.keys)

    def may_hold(self, *patterns: re.Pattern[str]) -> bool:
        """Whether any of the patterns is in the file, so that its texts are worth a look."""
        return any(pattern.search(self._text) for pattern in patterns)

    def slips(self) -> tuple[Diagnostic, ...]:
        """Warnings of texts that a comment cuts."""
        return tuple(comments_in_texts(self.lines, self.root, self.file)) if " #" in self._text else ()

    def order(self, span: Span) -> tuple[int, ...]:
        """What places are sorted by, to be in the order of the source."""
        return span.line, span.column

    def places(self) -> dict[int, Span]:
        """The places of marks (by `id`) that say nothing by themselves; in a file all do."""
        return {}

    def text_place(self, node: ScalarNode) -> tuple[Span, tuple[tuple[int, int, int], ...], bool]:
        """Find where the characters of a scalar stand.

        Returns:
            The place of its first character; (offset, line, column) of each further line where these cannot be
            told from the line ends of the value; and whether they can (a block marked "|").
        """
        mark, style = node.start_mark, node.style
        if style == "|":
            return self._block_place(node), (), True
        quoted = 1 if style in {"'", '"'} else 0
        if style == ">":
            starts = self._further_lines(node, 0)
            if starts:
                return Span(self.file, *starts[0][1:]), starts[1:], False
        if node.end_mark.line == mark.line:
            return Span(self.file, mark.line + 1, mark.column + 1 + quoted), (), False
        first = self.lines[mark.line][mark.column + quoted :].rstrip()
        return (
            Span(self.file, mark.line + 1, mark.column + 1 + quoted),
            self._further_lines(node, 1 if "\\" in first or "''" in first else len(first)),
            False,
        )

    def _block_place(self, node: ScalarNode) -> Span:
        value: str = node.value
        filled = value.lstrip("\n")
        line = node.start_mark.line + 1 + len(value) - len(filled)
        first = filled.partition("\n")[0]
        lines = self.lines
        indent = len(lines[line]) - len(first) if line < len(lines) else 0
        return Span(self.file, node.start_mark.line + 2, max(indent, 0) + 1)

    def _further_lines(self, node: ScalarNode, offset: int) -> tuple[tuple[int, int, int], ...]:
        """Find each further line's first word in the value, which holds the same words in the same order."""
        value: str = node.value
        found: list[tuple[int, int, int]] = []
        for number in range(node.start_mark.line + 1, min(node.end_mark.line + 1, len(self.lines))):
            line = self.lines[number]
            filled = line.strip()
            if not filled:
                continue
            at = value.find(filled.split()[0].rstrip("'\""), offset)
            if at < 0:
                continue
            found.append((at, number + 1, len(line) - len(line.lstrip()) + 1))
            # An escape is longer in the file than in the value, so a line with one moves on by one character only.
            offset = at + (1 if "\\" in filled or "''" in filled else len(filled))
        return tuple(found)


def read_yaml(path: Path) -> YamlFile:
    """Read and parse one file.

    Raises:
        FaultsFound: it cannot be read, is too large, is not UTF-8 or is not YAML.
    """
    file = str(path)
    try:
        # One byte more than allowed tells a file that is too large from one that just fits.
        data = read_file(path, FILE_BYTES + 1)
    except OSError as error:
        from guidepress.base.yaml_faults import unreadable  # noqa: PLC0415 - only a fault needs it

        raise FaultsFound([unreadable(path, error)]) from error
    return parse_yaml(data, file)


def parse_yaml(data: bytes, file: str) -> YamlFile:
    """Parse the bytes of a file into nodes.

    Args:
        data: the content, UTF-8 with or without a byte order mark.
        file: the name that places carry.

    Raises:
        FaultsFound: the content is no single YAML mapping, its aliases expand without measure, or a key is no text.
    """
    if len(data) > FILE_BYTES:
        megabytes = FILE_BYTES // 1_000_000
        raise fault(
            "file-too-large",
            f"The file is larger than {megabytes} MB.",
            "Guides and layouts are text; keep pictures in files of their own.",
            Span(file, 1, 1),
        )
    try:
        text = data.decode("utf-8-sig")
        refuse_depth(text, file, _parser, _Plain)
        root = _compose(text)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        from guidepress.base.yaml_faults import malformed  # noqa: PLC0415 - only a fault needs it

        raise FaultsFound([malformed(error, data, file)]) from error
    if not isinstance(root, MappingNode):
        raise FaultsFound([_no_mapping(root, file)])
    if "&" in text:
        refuse_explosion(root, file)
    refuse_keys(root, text, file)
    if not text.isascii() and (slips := odd_indents(text, root, file)):
        raise FaultsFound(slips)
    return YamlFile(file, text, root)


def _parser(text: str) -> Any:  # noqa: ANN401 - the parser in C has no static type
    return _Plain(text) if _Parser is None else _Fast(text)


def _compose(text: str) -> Node | None:
    parser = _parser(text)
    try:
        node: Node | None = parser.get_single_node()
    finally:
        parser.dispose()
    return node


class _Untyped:
    """Answers the composer's questions about tags: none is implied, so that scalars stay text."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class _Plain(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer):
    """PyYAML's parser in Python, for builds without the one in C."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)

    resolve = _Untyped.resolve
    descend_resolver = _Untyped.descend_resolver
    ascend_resolver = _Untyped.ascend_resolver


if _Parser is not None:

    class _Fast(_Untyped, _Parser):  # type: ignore[misc] # the parser in C has no static type
        """PyYAML's parser in C."""


def _no_mapping(root: Node | None, file: str) -> Diagnostic:
    if root is None:
        return Diagnostic(
            "error", "empty-file", "The file is empty.", 'Begin with "format: 1".', Span(file, 1, 1)
        )
    place = Span(file, root.start_mark.line + 1, root.start_mark.column + 1)
    return Diagnostic(
        "error", "wrong-type", "The file must hold keys and values.", 'Begin with "format: 1".', place
    )
