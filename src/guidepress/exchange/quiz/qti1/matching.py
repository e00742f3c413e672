"""In: an item of QTI 1.2 that matches. Out: its pairs, and the right sides that belong to none."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.exchange.quiz.packages.elements import children, name_of
from guidepress.exchange.quiz.qti1.gaps import given
from guidepress.exchange.quiz.qti1.items import material_text
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked
    from guidepress.exchange.quiz.qti1.items import Answerable, Item
    from guidepress.exchange.quiz.qti1.marking import Marking

__all__ = ["crossed_pairs", "grouped_pairs", "labelled_pairs"]

Pairs: TypeAlias = tuple[list[tuple[Markdown, Markdown]], list[Markdown]]


def labelled_pairs(item: Item, marking: Marking) -> Pairs:
    """Pairs of an item that asks each left side apart, with all right sides as its labels (Canvas, Brightspace)."""
    pairs: list[tuple[Markdown, Markdown]] = []
    texts: dict[str, Markdown] = {}
    for response in item.responses:
        texts |= {label.text.source: label.text for label in response.labels if label.text.source}
        right = _right(response, marking)
        if right is not None and response.prompt.source:
            pairs.append((response.prompt, right))
    used = {right.source for _, right in pairs}
    return pairs, [text for source, text in texts.items() if source not in used]


def grouped_pairs(item: Item, marking: Marking) -> Pairs:
    """Pairs of an item whose labels say which others they may be matched to (response_grp)."""
    labels = {label.ident: label for each in item.responses for label in each.labels}
    pairs: list[tuple[Markdown, Markdown]] = []
    used: set[str] = set()
    for asked, score, _ in marking.wanted():
        for each in asked:
            both = [part.strip() for part in each.value.split(",")]
            if score < 0 or not each.held or len(both) != 2 or any(part not in labels for part in both):
                continue
            left, right = (
                sorted(both, key=lambda part: not labels[part].group) if labels[both[1]].group else both
            )
            if left not in used:
                pairs.append((labels[left].text, labels[right].text))
                used |= {left, right}
    return pairs, [label.text for ident, label in labels.items() if ident not in used and not label.group]


def crossed_pairs(
    item: Item, marking: Marking, kept: Unpacked
) -> tuple[Markdown, list[tuple[Markdown, Markdown]], list[Markdown]]:
    """Pairs of Blackboard: left sides beside their responses, right sides in a block of their own, in label order."""
    presentation = next(children(item.element, "presentation"))
    lefts = [_beside(each, kept) for each in presentation.iter("response_lid")]
    rights = [material_text(each, kept) for each in _parts(presentation, "RIGHT_MATCH_BLOCK")]
    prompt = next(
        (material_text(each, kept) for each in _blocks(presentation, "QUESTION_BLOCK")), Markdown("")
    )
    pairs: list[tuple[Markdown, Markdown]] = []
    used: set[int] = set()
    for left, response in zip(lefts, item.responses, strict=True):
        at = _best(response, marking)
        if at is not None and at < len(rights):
            pairs.append((left, rights[at]))
            used.add(at)
    return prompt, pairs, [text for index, text in enumerate(rights) if index not in used]


def _right(response: Answerable, marking: Marking) -> Markdown | None:
    at = _best(response, marking)
    return None if at is None else response.labels[at].text


def _best(response: Answerable, marking: Marking) -> int | None:
    """The label that scores most; where none scores by itself, the one that a rule wants."""
    scores = [marking.score(given(response, label.ident)) for label in response.labels]
    if max(scores, default=0.0) > 0:
        return scores.index(max(scores))
    wanted = {
        each.value
        for asked, _, _ in marking.wanted()
        for each in asked
        if each.held and each.response == response.ident
    }
    return next((index for index, label in enumerate(response.labels) if label.ident in wanted), None)


def _beside(response: _Element, kept: Unpacked) -> Markdown:
    block = response.getparent()
    if block is None:
        return Markdown("")
    flows = [each for each in block if name_of(each) in {"flow", "material"}]
    return material_text(flows[0], kept) if flows else Markdown("")


def _blocks(presentation: _Element, name: str) -> Iterator[_Element]:
    return (each for each in presentation.iter("flow") if each.get("class") == name)


def _parts(presentation: _Element, name: str) -> Iterator[_Element]:
    for block in _blocks(presentation, name):
        yield from children(block, "flow")
