"""In: an item of QTI 1.2 with places to write or choose in. Out: what may stand in each, and the text with blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.quiz.qti1.items import MARK
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.packages.unpacking import Unpacked
    from guidepress.exchange.quiz.qti1.feedback import Said
    from guidepress.exchange.quiz.qti1.items import Answerable, Item
    from guidepress.exchange.quiz.qti1.marking import Marking, Wanted

__all__ = ["alone", "given", "label_options", "number_options", "placed", "text_options_of", "without_marks"]

_MARKED = re.compile(f"{MARK}(\\d+){MARK}")
_NEAR = 1e-9


def given(response: Answerable, value: str) -> dict[str, frozenset[str]]:
    """An answer to one response; conditions of texts may name its label instead."""
    names = (response.ident, *(label.ident for label in response.labels if response.kind != "lid"))
    return dict.fromkeys(names, frozenset({value}))


def without_marks(item: Item, kept: Unpacked) -> Markdown:
    """What is shown, with nothing where answers go."""
    return kept.text(_MARKED.sub("", item.shown), html=True)


def alone(item: Item) -> bool:
    """Whether the only answer stands behind all that is shown, not amid it."""
    rest = re.sub(r"<[^>]*>|&nbsp;|\s", "", item.shown.rpartition(MARK)[2])
    return not rest


def placed(item: Item, kept: Unpacked) -> tuple[Markdown, tuple[Answerable, ...]]:
    """The text with a blank in each place, and the responses in the order of their blanks."""
    shown = item.shown
    at: dict[int, int] = {}
    for number, response in enumerate(item.responses):
        name = f"[{response.ident.removeprefix('response_')}]"
        mark = f"{MARK}{number}{MARK}"
        if name in shown:
            shown = shown.replace(mark, "").replace(name, mark, 1)  # Canvas names blanks within its text
        shown = shown.replace(mark, " ".join([mark] * max(response.boxes, 1)))
        at[number] = shown.find(mark)
    order = sorted(at, key=lambda number: at[number])
    found = _MARKED.search(shown)
    inline = found is not None and re.search(r"[^\s>]\s*$", shown[: found.start()]) is not None
    text = _MARKED.sub("____", shown) if inline else _MARKED.sub(" ____ ", shown)
    responses = tuple(
        item.responses[number] for number in order for _ in range(max(item.responses[number].boxes, 1))
    )
    return kept.text(text, html=True), responses


def label_options(
    response: Answerable, marking: Marking, said: Said, *, every: bool = False
) -> list[QuizOption]:
    """The labels of a response, the best of them scoring all, or every one."""
    scores = [marking.score(given(response, label.ident)) for label in response.labels]
    if max(scores, default=0.0) <= 0:
        wanted = {each.value for each in _held(marking, response)}
        scores = [100.0 if label.ident in wanted else 0.0 for label in response.labels]
    scores = [100.0] * len(scores) if every else scores
    best = max(scores, default=0.0)
    return [
        QuizOption(label.text, _share(score, best), said.to_answers.get(label.ident))
        for label, score in zip(response.labels, scores, strict=True)
    ]


def text_options_of(response: Answerable, marking: Marking, said: Said) -> tuple[list[QuizOption], bool]:
    """The texts that are right for a response, and whether capitals count."""
    values: dict[str, float] = {}
    exact = False
    for asked, score, _ in marking.wanted():
        for each in asked:
            if (
                each.held
                and each.value
                and score > 0
                and _names(response, each.response)
                and each.how.startswith("vare")
            ):
                exact = exact or each.exact
                values[each.value] = max(values.get(each.value, 0.0), score)
    for each in _held(marking, response) if not values else ():
        values[each.value] = 100.0
    best = max(values.values(), default=0.0)
    return [
        QuizOption(Markdown(from_plain(value)), _share(score, best), said.to_answers.get(value))
        for value, score in values.items()
        if from_plain(value)
    ], exact


def number_options(response: Answerable, marking: Marking, said: Said, kept: Unpacked) -> list[QuizOption]:
    """The numbers that are right for a response; a range is its middle and half its width."""
    found: list[tuple[str, float, float]] = []
    for asked, score, _ in marking.wanted():
        if score > 0:
            held = [each for each in asked if each.held and _names(response, each.response)]
            found += [(number, off, score) for number, off in _ranges(held, kept)]
    best = max((score for _, _, score in found), default=0.0)
    return [
        QuizOption(Markdown(number), _share(score, best), said.to_answers.get(number), off)
        for number, off, score in found
    ]


def _ranges(held: list[Wanted], kept: Unpacked) -> Iterator[tuple[str, float]]:
    exact = ""
    low: float | None = None
    for each in held:
        value = _number(each.value)
        if value is None:
            kept.lose(f'the answer "{each.value[:60]}"', "it is no number")
        elif each.how == "varequal":
            if exact:
                yield exact, 0.0
            exact = each.value.strip()
        elif each.how in {"vargte", "vargt"}:
            low = value
        elif low is not None:
            yield _middle(exact, low, value, kept)
            exact, low = "", None
    if exact:
        yield exact, 0.0


def _middle(exact: str, low: float, high: float, kept: Unpacked) -> tuple[str, float]:
    middle, off = (low + high) / 2, abs(high - low) / 2
    said = _number(exact) if exact else None
    if said is not None and abs(said - middle) <= max(abs(off), 1.0) * 1e-6:
        return exact, float(f"{off:.10g}")
    if exact:
        kept.guess(f"the middle of {low:g} to {high:g}, of which {exact} is not the middle", f"{middle:.10g}")
    return f"{middle:.10g}", float(f"{off:.10g}")


def _held(marking: Marking, response: Answerable) -> list[Wanted]:
    """What some rule wants of a response, whether it scores or not."""
    return [
        each
        for asked, _, _ in marking.wanted()
        for each in asked
        if each.held and each.value and each.how == "varequal" and _names(response, each.response)
    ]


def _names(response: Answerable, name: str) -> bool:
    return name == response.ident or any(
        name == label.ident for label in response.labels if response.kind != "lid"
    )


def _share(score: float, best: float) -> float:
    if best <= 0:
        return 0.0
    share = 100 * score / best
    return round(share, 5) if abs(share - 100) > _NEAR else 100.0


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
