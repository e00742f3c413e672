"""Words in and words out: what a file says must be in the guide that is made of it, or in the report."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.yaml import ScalarNode, parse_yaml
from guidepress.base.yaml_nodes import nodes_of
from guidepress.exchange.text.markdown import plain_of

if TYPE_CHECKING:
    from guidepress.exchange.report import Imported
    from guidepress.exchange.text.importing import NewGuide


def words_of(text: str) -> Counter[str]:
    """The words of a text, without regard to capitals and marks."""
    return Counter(word.casefold() for word in re.findall(r"[^\W_]+", text))


def words_out(made: Imported[NewGuide]) -> Counter[str]:
    """The words of a guide and of its report."""
    found: Counter[str] = Counter()
    for node in nodes_of(parse_yaml(made.found.text.encode(), "guide").root, keys=True):
        if isinstance(node, ScalarNode):
            plain = plain_of(node.value)
            notes = " ".join(re.findall(r"^\[\^[^\]]+\]:(.*(?:\n(?:    .*)?)*)", node.value, re.MULTILINE))
            # a number that stands in a paragraph of its own is the label of what follows, and printed as that
            labels = " ".join(re.findall(r"^ *(\d{1,9})[.)] ", node.value, re.MULTILINE))
            # what is no Markdown, as a title, has its signs, which part words: "`a`b" are two
            found += words_of(f"{plain} {notes} {labels}") | words_of(node.value)
    for guess in made.guesses:
        found += words_of(guess.value)
    for loss in made.losses:
        found += words_of(loss.what)
    return found
