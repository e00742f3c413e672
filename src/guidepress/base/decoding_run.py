"""In: nodes that do not fit. Out: one decoding's faults, each a sentence with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.suggest import Suggester
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Severity
    from guidepress.base.yaml import Node, YamlFile

__all__ = ["BAD", "Decoding", "Rejected"]


class Bad:
    """The one value of it stands for a value that could not be read; its faults have been noted."""

    __slots__ = ()


BAD: Final = Bad()


class Rejected(ValueError):  # noqa: N818 - it names what happened to the value
    """A converter's refusal, with a code and a hint of its own."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


class Decoding:
    """One decoding of one file: the source, the caller's context, and the faults so far."""

    NULLS: Final = frozenset({"", "~", "null"})
    """What YAML 1.1 reads as nothing, when it stands unquoted."""

    def __init__(self, source: YamlFile, context: object) -> None:
        self.source = source
        self.context = context
        self.suggester = Suggester()
        self._faults: list[Diagnostic] = []

    def fault(
        self, node: Node, code: str, message: str, hint: str = "", *, severity: Severity = "error"
    ) -> Bad:
        """Note a fault at a node and return BAD, so that a reader can pass it on."""
        self._faults.append(Diagnostic(severity, code, message, hint, self.source.span(node)))
        return BAD

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All faults in file order, those that an alias repeats once."""
        return tuple(sorted(dict.fromkeys(self._faults), key=_place))

    def pairs(self, node: MappingNode) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping; duplicate keys and keys that are no text are noted and left out."""
        seen: dict[str, Node] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.tag:
                self.fault(key_node, "key-not-text", "A key must be a plain text.", "Put it in quotes.")
                continue
            key: str = key_node.value
            if key in seen:
                line = seen[key].start_mark.line + 1
                message = f'The key "{key}" is given twice; the first stands on line {line}.'
                self.fault(key_node, "duplicate-key", message, "Keep one of the two.")
                continue
            seen[key] = key_node
            yield key, value

    def is_blank(self, node: Node) -> bool:
        """Whether a value is missing: nothing, "~" or "null" unquoted, or white space only."""
        return isinstance(node, ScalarNode) and (
            not node.value.strip() or (not node.style and node.value in self.NULLS)
        )

    def no_scalar(self, node: Node, wanted: str, hint: str = "") -> Bad:
        """Note that a node is not the single value that was wanted ("a whole number")."""
        if node.tag:
            return self._tagged(node)
        if self.is_blank(node):
            return self._blank(node)
        if isinstance(node, MappingNode):
            hint = 'A text that holds ": " or starts with "{" needs quotes.' if wanted == "a text" else hint
            return self.fault(node, "wrong-type", f"This must be {wanted}, not keys and values.", hint)
        if isinstance(node, SequenceNode):
            hint = 'A text that starts with "[" or "- " needs quotes.' if wanted == "a text" else hint
            return self.fault(node, "wrong-type", f"This must be {wanted}, not a list.", hint)
        return self.fault(node, "wrong-type", f'This must be {wanted}, not "{_short(node.value)}".', hint)

    def no_option(self, node: ScalarNode, options: Iterable[str]) -> Bad:
        """Note that a value is none of those allowed."""
        known = list(options)
        hint = self.suggester.did_you_mean(node.value, known) or f"Known here: {', '.join(known)}."
        return self.fault(node, "wrong-value", f'"{_short(node.value)}" is not allowed here.', hint)

    def no_list(self, node: Node) -> Bad:
        """Note that a node is no list."""
        if node.tag:
            return self._tagged(node)
        if self.is_blank(node):
            return self._blank(node)
        hint = 'Write [one, two], or one entry a line, each after "- ".'
        return self.fault(node, "wrong-type", "This must be a list.", hint)

    def no_mapping(self, node: Node, keys: Iterable[str] = ()) -> Bad:
        """Note that a node has no keys."""
        if node.tag:
            return self._tagged(node)
        if self.is_blank(node):
            return self._blank(node)
        listed = ", ".join(keys)
        hint = f"Its keys are {listed}." if listed else "Write key: value, one a line."
        what = "a list" if isinstance(node, SequenceNode) else f'"{_short(node.value)}"'
        return self.fault(node, "wrong-type", f"This must be keys and values, not {what}.", hint)

    def _blank(self, node: Node) -> Bad:
        return self.fault(node, "empty", "This is empty.", "Fill it in, or delete the key.")

    def _tagged(self, node: Node) -> Bad:
        message = f'The tag "{node.tag}" has no meaning here.'
        return self.fault(node, "tag", message, 'Put a text that starts with "!" in quotes.')


def _place(fault: Diagnostic) -> tuple[int, int]:
    span = fault.span
    return (span.line, span.column) if span else (0, 0)


def _short(value: str) -> str:
    """The first words of a value, enough to know it by."""
    line = value.partition("\n")[0]
    return line if len(line) <= 40 else line[:39] + "…"
