"""In: the words of a label file. Out: the same as texts and forms; a fault for each that could not be printed."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from guidepress.base.suggest import did_you_mean
from guidepress.base.yaml import MappingNode, ScalarNode
from guidepress.labels.plurals import OTHER
from guidepress.labels.shipped import english_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node
    from guidepress.labels.shipped import Word

__all__ = ["WordCheck", "placeholders"]

_MONTHS = "months"


def placeholders(word: Word) -> set[str]:
    """The names in braces of a label, all its forms together.

    Raises:
        ValueError: a brace is not closed.
    """
    texts = (word,) if isinstance(word, str) else word.values()
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


class WordCheck:
    """Checks words against those of English, which has every label.

    Args:
        run: notes the faults.
        rules: the plural rules of the language, by form.
    """

    def __init__(self, run: Decoding, rules: Mapping[str, str]) -> None:
        self._run = run
        self._forms = (*rules, OTHER)
        self._english = english_words()

    def words(self, node: Node) -> dict[str, Word]:
        """Read a mapping of labels."""
        if not isinstance(node, MappingNode):
            self._run.no_mapping(node)
            return {}
        places = {key.value: key for key, _ in node.value if isinstance(key, ScalarNode)}
        found: dict[str, Word] = {}
        for key, value in self._run.pairs(node):
            if key not in self._english:
                hint = did_you_mean(key, self._english) or "docs/labels.md lists them all."
                self._run.fault(places[key], "unknown-label", f'There is no label "{key}".', hint)
                continue
            word = self._word(key, value)
            if word is not None:
                self._fields(key, word, value)
                found[key] = word
        return found

    def _word(self, key: str, node: Node) -> Word | None:
        """Read a text, or the forms of a label that counts."""
        counts = not isinstance(self._english[key], str)
        if isinstance(node, ScalarNode):
            if self._run.is_blank(node):
                self._run.no_scalar(node, "a text")
                return None
            if counts and len(self._forms) > 1:
                self._lacking(key, node, self._forms)
                return None
            return str(node.value)
        if not counts or not isinstance(node, MappingNode):
            self._run.no_scalar(node, "a text")
            return None
        return self._forms_of(key, node)

    def _forms_of(self, key: str, node: MappingNode) -> Word | None:
        said: dict[str, str] = {}
        for form, value in self._run.pairs(node):
            if form not in self._forms:
                hint = did_you_mean(form, self._forms) or f"Its forms are {', '.join(self._forms)}."
                self._run.fault(value, "unknown-form", f'This language has no plural form "{form}".', hint)
            elif not isinstance(value, ScalarNode) or self._run.is_blank(value):
                self._run.no_scalar(value, "a text")
            else:
                said[form] = value.value
        missing = [form for form in self._forms if form not in said]
        if missing:
            self._lacking(key, node, missing)
            return None
        return said

    def _lacking(self, key: str, node: Node, missing: tuple[str, ...] | list[str]) -> None:
        message = f'The label "{key}" counts, and lacks the plural form {" and ".join(missing)}.'
        hint = f"Write {', '.join(f'{form}: …' for form in self._forms)} below it."
        self._run.fault(node, "missing-form", message, hint)

    def _fields(self, key: str, word: Word, node: Node) -> None:
        """Compare the names in braces with those of English; a form may do without, as "one page" does."""
        wanted = placeholders(self._english[key])
        try:
            given = placeholders(word)
        except ValueError:
            hint = "Write each name in one pair of braces, such as {n}."
            self._run.fault(node, "wrong-value", f'In the label "{key}" a brace is not closed.', hint)
            return
        for name in sorted(given - wanted):
            hint = did_you_mean(name, wanted) or "It has none."
            self._run.fault(node, "unknown-placeholder", f'The label "{key}" is given no {{{name}}}.', hint)
        for name in sorted(wanted - given):
            message = f'The label "{key}" lacks {{{name}}}.'
            self._run.fault(
                node, "missing-placeholder", message, "Write it where it belongs in the sentence."
            )
        if key == _MONTHS and isinstance(word, str) and len(word.split()) != 12:
            message = f"A year has twelve months, not {len(word.split())}."
            self._run.fault(node, "wrong-value", message, "Write their names with a space between.")
