"""In: a label file. Out: the Language in it, and a fault with its place for whatever could not be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.decoding_run import Decoding
from guidepress.base.suggest import did_you_mean
from guidepress.base.yaml import MappingNode, ScalarNode, read_yaml
from guidepress.labels.check_words import WordCheck
from guidepress.labels.plurals import FORMS, OTHER, well_formed
from guidepress.labels.shape import ADDRESSES, CUSTOMS
from guidepress.labels.shipped import Language, chain, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.diagnostics import Diagnostic, Span
    from guidepress.base.yaml import Node
    from guidepress.labels.shape import Custom
    from guidepress.labels.shipped import Word

__all__ = ["KEYS", "read_labels"]

KEYS = ("format", "language", "plurals", "words", *ADDRESSES, *CUSTOMS)
"""What a label file may hold at its top."""

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*")
_SPEED = re.compile(r"[1-9][0-9]{1,2}")
"""Words a minute: 10 to 999."""

_RULE_HINT = 'Write it as CLDR does, such as "i = 1 and v = 0" or "n % 10 = 2..4".'


def read_labels(path: Path) -> tuple[Language, tuple[Diagnostic, ...]]:
    """Read a label file that anybody may have written.

    Returns:
        The language, and all faults in file order; with faults it is incomplete.

    Raises:
        FaultsFound: the file cannot be read or is no YAML mapping.
    """
    source = read_yaml(path)
    run = Decoding(source, None)
    nodes = _top(source.root, run)
    tag = _tag(nodes, source.root, run)
    rules = _plurals(nodes["plurals"], run) if "plurals" in nodes else None
    check = WordCheck(run, rules if rules is not None else _inherited(tag))
    words = check.words(nodes["words"]) if "words" in nodes else {}
    addressed = {way: check.words(nodes[way]) for way in ADDRESSES if way in nodes}
    customs = {
        key: said for key, custom in CUSTOMS.items() if (said := _custom(nodes.get(key), key, custom, run))
    }
    place: Span = source.span(nodes.get("language", source.root))
    return Language(tag, rules, words, addressed, customs, place), run.in_order()


def _top(root: MappingNode, run: Decoding) -> dict[str, Node]:
    """The keys at the top; those that a label file does not have are noted."""
    nodes: dict[str, Node] = {}
    places = {key.value: key for key, _ in root.value if isinstance(key, ScalarNode)}
    for key, node in run.pairs(root):
        if key in KEYS:
            nodes[key] = node
        else:
            message = f'A label file has no key "{key}".'
            run.fault(
                places[key], "unknown-key", message, did_you_mean(key, KEYS) or "Labels stand under words:."
            )
    version = nodes.get("format")
    if not isinstance(version, ScalarNode) or version.value != "1":
        message = "This is not version 1 of the label format."
        run.fault(version or root, "wrong-value", message, "Write format: 1.")
    return nodes


def _tag(nodes: dict[str, Node], root: MappingNode, run: Decoding) -> str:
    node = nodes.get("language")
    if isinstance(node, ScalarNode) and _LANGUAGE.fullmatch(node.value):
        return str(node.value)
    hint = "Write its tag, such as language: da."
    if node is None:
        run.fault(root, "missing-key", "A label file must name its language.", hint)
    elif isinstance(node, ScalarNode):
        run.fault(node, "wrong-value", f'"{node.value}" is no language tag.', hint)
    else:
        run.no_scalar(node, "a text", hint)
    return ""


def _inherited(tag: str) -> dict[str, str]:
    """The plural rules of what the tag falls back to; English ones where there is nothing."""
    known = [
        found.plurals
        for each in ("en", *chain(tag))
        if (found := shipped(each)) and found.plurals is not None
    ]
    return known[-1]


def _plurals(node: Node, run: Decoding) -> dict[str, str]:
    """Read the rules; a language without plurals writes `plurals: none`."""
    if isinstance(node, ScalarNode) and node.value == "none":
        return {}
    if not isinstance(node, MappingNode):
        run.no_mapping(node, FORMS[:-1])
        return {}
    rules = {}
    for form, rule in run.pairs(node):
        if form not in FORMS or form == OTHER:
            hint = did_you_mean(form, FORMS[:-1]) or f"Forms are {', '.join(FORMS[:-1])}; all else is other."
            run.fault(rule, "unknown-key", f'There is no plural form "{form}" that has a rule.', hint)
        elif not isinstance(rule, ScalarNode):
            run.no_scalar(rule, "a text", _RULE_HINT)
        elif not well_formed(rule.value):
            run.fault(rule, "wrong-value", f'"{rule.value}" is no plural rule.', _RULE_HINT)
        else:
            rules[form] = rule.value
    return rules


def _custom(node: Node | None, key: str, custom: Custom, run: Decoding) -> Word:
    """Read one of the other keys: a text, or a mapping of texts."""
    if node is None:
        return ""
    if custom.keys is None:
        return _text(node, key, custom, run)
    if not isinstance(node, MappingNode):
        run.no_mapping(node, custom.keys)
        return ""
    said: dict[str, str] = {}
    for inner, value in run.pairs(node):
        if custom.keys and inner not in custom.keys:
            hint = did_you_mean(inner, custom.keys)
            run.fault(value, "unknown-key", f'"{key}" has no key "{inner}".', hint)
        elif isinstance(value, ScalarNode):
            said[inner] = value.value
        else:
            run.no_scalar(value, "a text")
    missing = [inner for inner in custom.keys if inner not in said]
    if missing:
        run.fault(node, "missing-key", f'"{key}" lacks {", ".join(missing)}.', "Write all of them.")
    return said


def _text(node: Node, key: str, custom: Custom, run: Decoding) -> str:
    if not isinstance(node, ScalarNode):
        run.no_scalar(node, "a text")
        return ""
    if key == "of-the-others" and not _compiles(node.value):
        run.fault(node, "wrong-value", "This is no regular expression.", "Take that of en.yaml as a pattern.")
    if key == "reading-speed":
        _check_speed(node, run)
    if custom.words and node.value not in custom.words:
        hint = f"Write {' or '.join(custom.words)}."
        run.fault(node, "wrong-value", f'"{node.value}" is no value of "{key}".', hint)
    return str(node.value)


def _check_speed(node: ScalarNode, run: Decoding) -> None:
    if not _SPEED.fullmatch(node.value):
        run.fault(node, "wrong-value", f'"{node.value}" is no number of words.', "Write one such as 238.")


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
