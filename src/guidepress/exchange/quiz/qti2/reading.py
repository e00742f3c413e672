"""In: an item of QTI 2 or 3. Out: the guide's Questions, one for each of its interactions, or losses with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record, replace
from guidepress.exchange.doors import parse_xml
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.naming import with_name
from guidepress.exchange.quiz.options import QuizOption, default_weights
from guidepress.exchange.quiz.packages.elements import (
    child,
    children,
    content_html,
    name_of,
    plainly_named,
)
from guidepress.exchange.quiz.packages.truth import says_true
from guidepress.exchange.quiz.qti2.body import (
    INLINE,
    choice_text,
    interactions,
    notes_of,
    shown_text,
    stands_alone,
)
from guidepress.exchange.quiz.qti2.declarations import Declared, declared, float_of, points_of
from guidepress.exchange.quiz.qti2.replies import Replies, read_replies
from guidepress.guide.model import Markdown, Question
from guidepress.guide.rules_marking import choice_key

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked

__all__ = ["read_items"]

_CHOICES = ("simpleChoice", "hottext", "inlineChoice")
_NEAR = 1e-6
"""Points that differ by no more are the same, but for their last digits."""

_WHY = {
    "hotspotInteraction": "a place in a picture is clicked on",
    "selectPointInteraction": "a place in a picture is clicked on",
    "positionObjectInteraction": "a picture is moved about",
    "graphicOrderInteraction": "places in a picture are put in order",
    "graphicAssociateInteraction": "places in a picture are joined",
    "graphicGapMatchInteraction": "pictures are dragged onto a picture",
    "sliderInteraction": "a slider is moved",
    "drawingInteraction": "something is drawn",
    "uploadInteraction": "a file is handed in",
    "mediaInteraction": "a sound or film is played",
    "customInteraction": "only the program that made it knows what it does",
    "portableCustomInteraction": "only the program that made it knows what it does",
}


@record
class _Reading:
    """All that is known of an item."""

    item: _Element
    body: _Element
    declared: dict[str, Declared]
    replies: Replies
    kept: Unpacked

    def response(self, interaction: _Element) -> Declared:
        """What is declared for an interaction."""
        return self.declared.get(interaction.get("responseIdentifier") or "", Declared())


def read_items(item: _Element, kept: Unpacked) -> list[Question]:
    """Read an item, plainly named."""
    body = child(item, "itemBody")
    title = item.get("title") or item.get("identifier") or "an item"
    found = interactions(body) if body is not None else []
    if body is None or not found:
        kept.lose(title, "it asks nothing", whole=True)
        return []
    if item.get("adaptive") == "true" and len(found) > 1:
        kept.lose(title, "what is asked next hangs on the answer before", whole=True)
        return []
    if child(item, "templateProcessing") is not None:
        kept.lose(title, "its text or numbers are drawn anew for each pupil", whole=True)
        return []
    names = frozenset(each.get("identifier") or "" for each in body.iter(*_CHOICES))
    read = _Reading(item, body, declared(item), read_replies(item, kept, names), kept)
    groups: list[list[_Element]] = []
    lines = [each for each in found if name_of(each) in INLINE]
    for each in found:
        if each not in lines:
            groups.append([each])
        elif each is lines[0]:
            groups.append(lines)
    questions = [made for group in groups if (made := _question(group, read, len(groups))) is not None]
    lead = _stimuli(item, kept)
    if lead:
        questions = [replace(each, prompt=Markdown(f"{lead}\n\n{each.prompt.source}")) for each in questions]
    identifier = item.get("identifier") or ""
    label = item.get("label") or ""
    if len(questions) != 1:
        return [with_name(each, "", "") for each in questions]
    return [with_name(questions[0], label or identifier, item.get("title") or "")]


def _stimuli(item: _Element, kept: Unpacked) -> str:
    """The texts of their own files that an item is about."""
    found = []
    for reference in children(item, "assessmentStimulusRef"):
        href = reference.get("href") or ""
        data = kept.file_beside(href)
        if data is None:
            kept.lose(f"the text {href}, which the item is about", "the file does not hold it")
            continue
        try:
            root = parse_xml(data, href).root
        except FaultsFound as problem:
            kept.lose(f"the text {href}, which the item is about", str(problem.diagnostics[0]))
            continue
        plainly_named(root)
        found += [kept.text(content_html(each), html=True).source for each in root.iter("stimulusBody")]
    return "\n\n".join(filter(None, found))


def _question(group: list[_Element], read: _Reading, parts: int) -> Question | None:
    """A question of one interaction, or of several within the lines of a text."""
    name = name_of(group[0])
    reader = _READERS.get(name)
    if reader is None:
        words = shown_text(read.body, read.kept).source
        read.kept.lose(
            " ".join(words.split())[:80] or name, _WHY.get(name, f"{name} has no counterpart"), whole=True
        )
        return None
    points = points_of(read.item)
    if parts > 1:
        read.kept.guess("an item that asks several things", f"{parts} questions, each with the whole text")
        if points is not None:
            read.kept.lose(
                f"the {points:g} points of all parts together", "each part is a question by itself"
            )
            points = None
    asked = Question(
        Markdown(""), points=points, explanation=read.replies.explanation, feedback=dict(read.replies.to_any)
    )
    notes = notes_of(read.body, read.kept)
    if "note" in notes:
        asked = replace(asked, teacher_note=notes["note"])
    return reader(asked, group, read)


def _choice(asked: Question, group: list[_Element], read: _Reading) -> Question:
    interaction = group[0]
    said = read.response(interaction)
    prompt = shown_text(read.body, read.kept)
    elements = list(children(interaction, "simpleChoice"))
    names = [each.get("identifier") or "" for each in elements]
    texts = [choice_text(each, read.kept) for each in elements]
    asked = replace(asked, prompt=prompt)
    single = not said.many and interaction.get("maxChoices", "1") in {"1", ""}
    right = [index for index, name in enumerate(names) if name in said.correct]
    first = says_true(texts[0].source, texts[1].source) if single and len(texts) == 2 else None
    response = interaction.get("responseIdentifier") or ""
    spoken = [read.replies.to(response, name) for name in names]
    if first is not None:
        true, false = spoken if first else reversed(spoken)
        scored = max(
            range(2), key=lambda index: (index in right, (said.mapping or {}).get(names[index], 0.0))
        )
        return with_truth(asked, truth=(scored == 0) == first, true_feedback=true, false_feedback=false)
    weights = _weights(names, said, right, single=single)
    if not any(weight > 0 for weight in weights):
        read.kept.guess("the right choice", "none: the file does not say", "doubtful")
    options = [QuizOption(*each) for each in zip(texts, weights, spoken, strict=True)]
    return _placed(with_choices(asked, options, single=single), interaction, elements)


def _placed(question: Question, interaction: _Element, choices: list[_Element]) -> Question:
    """Say which choices are not shuffled."""
    if interaction.get("shuffle") == "false":
        return replace(question, keep_order=True)
    fixed = tuple(index for index, each in enumerate(choices) if each.get("fixed") == "true")
    texts = [each.source for each in question.choices]
    return replace(question, fixed=fixed, pinned=tuple(Markdown(choice_key(texts, index)) for index in fixed))


def _weights(names: list[str], said: Declared, right: list[int], *, single: bool) -> tuple[float, ...]:
    """What choices score, in per cent: by the mapping, else by which are right."""
    if said.mapping is None:
        return (
            tuple(100.0 * (index in right) for index in range(len(names)))
            if single
            else default_weights(len(names), right)
        )
    scores = [said.mapping.get(name, said.default) for name in names]
    if right and all(scores[index] <= 0 for index in right):
        return default_weights(len(names), right)
    most = said.most or (max(scores, default=0.0) if single else sum(score for score in scores if score > 0))
    return tuple(_share(score, most) for score in scores)


def _hottext(asked: Question, group: list[_Element], read: _Reading) -> Question:
    interaction = group[0]
    said = read.response(interaction)
    elements = list(interaction.iter("hottext"))
    names = [each.get("identifier") or "" for each in elements]
    read.kept.guess("words to pick in a text", "multiple_choice of these words")
    right = [index for index, name in enumerate(names) if name in said.correct]
    weights = _weights(names, said, right, single=not said.many)
    text = read.kept.text("".join(f"<p>{_passage(each)}</p>" for each in interaction), html=True)
    prompt = f"{shown_text(read.body, read.kept).source}\n\n{text.source}".strip()
    options = [
        QuizOption(
            choice_text(each, read.kept),
            weight,
            read.replies.to(interaction.get("responseIdentifier") or "", name),
        )
        for each, weight, name in zip(elements, weights, names, strict=True)
    ]
    return with_choices(replace(asked, prompt=Markdown(prompt)), options, single=not said.many)


def _passage(element: _Element) -> str:
    return "" if name_of(element) == "prompt" else content_html(element)


def _lines(asked: Question, group: list[_Element], read: _Reading) -> Question:
    """Words to write or choose within lines: one that stands alone is a short answer, else each is a blank."""
    first, said = group[0], read.response(group[0])
    options = [_line_options(each, read) for each in group]
    strict = any(read.response(each).exact for each in group)
    if len(group) == 1 and name_of(first) == "textEntryInteraction" and stands_alone(first):
        asked = replace(asked, prompt=shown_text(read.body, read.kept))
        if not options[0]:
            return replace(asked, type="short_answer")
        if said.kind in {"float", "integer"}:
            return with_numbers(asked, options[0])
        return with_texts(asked, options[0], "exact" if strict or (said.mapping is None) else "any_case")
    asked = replace(asked, prompt=shown_text(read.body, read.kept, frozenset(group)))
    for each in options:
        if not each:
            read.kept.guess("the word for a blank", "none: the file does not say", "doubtful")
    gaps = [each or [QuizOption(Markdown("?"), 100.0)] for each in options]
    return with_blanks(asked, gaps, _blank_points(group, read), "exact" if strict else "")


def _line_options(interaction: _Element, read: _Reading) -> list[QuizOption]:
    said = read.response(interaction)
    response = interaction.get("responseIdentifier") or ""
    values = dict.fromkeys(said.correct, 100.0)
    if said.mapping is not None:
        most = said.most or max(said.mapping.values(), default=0.0)
        values = {value: _share(score, most) for value, score in said.mapping.items()}
    if name_of(interaction) == "inlineChoiceInteraction":
        return [
            QuizOption(choice_text(each, read.kept), values.get(name, 0.0), read.replies.to(response, name))
            for each in children(interaction, "inlineChoice")
            for name in (each.get("identifier") or "",)
        ]
    number = said.kind in {"float", "integer"}
    return [
        QuizOption(
            Markdown(value if number else from_plain(value)),
            weight,
            read.replies.to(response, value),
            said.offs.get(value, said.offs.get("", 0.0)) if number else None,
        )
        for value, weight in values.items()
        if value and (not number or float_of(value) is not None)
    ]


def _blank_points(group: list[_Element], read: _Reading) -> list[float | None]:
    """What each blank scores, where the mappings do not say that all score the same share."""
    declared = [read.response(each) for each in group]
    most = [each.most or max((each.mapping or {}).values(), default=0.0) for each in declared]
    share = (points_of(read.item) or 1.0) / len(group)
    alike = max(most) - min(most) < _NEAR and (
        abs(most[0] - share) < _NEAR or not any(each.most for each in declared)
    )
    return [] if alike or min(most) <= 0 else [round(each, 6) for each in most]


def _gaps(asked: Question, group: list[_Element], read: _Reading) -> Question:
    """Words to drag into gaps: each gap is a menu of all of them."""
    interaction, said = group[0], read.response(group[0])
    words = {
        each.get("identifier") or "": choice_text(each, read.kept)
        for each in interaction.iter("gapText", "gapImg")
    }
    gaps = list(interaction.iter("gap"))
    belongs = {
        pair.split()[-1]: pair.split()[0]
        for pair in (*(said.mapping or {}), *said.correct)
        if len(pair.split()) == 2
    }
    options = [
        [
            QuizOption(text, 100.0 * (name == belongs.get(gap.get("identifier") or "")))
            for name, text in words.items()
        ]
        for gap in gaps
    ]
    asked = replace(asked, prompt=shown_text(read.body, read.kept, frozenset(gaps)))
    return with_blanks(asked, [each or [QuizOption(Markdown("?"), 100.0)] for each in options])


def _pairs(asked: Question, group: list[_Element], read: _Reading) -> Question:
    interaction, said = group[0], read.response(group[0])
    sets = [list(each) for each in children(interaction, "simpleMatchSet")]
    if len(sets) != 2:  # associateInteraction: one list of both sides
        sets = [list(children(interaction, "simpleAssociableChoice"))] * 2
        read.kept.guess("which side a word of a pair stands on", "the first of each pair stands on the left")
    lefts, rights = (
        {each.get("identifier") or "": choice_text(each, read.kept) for each in side} for side in sets
    )
    found = [tuple(pair.split()) for pair in dict.fromkeys((*said.correct, *(said.mapping or {})))]
    scored = said.mapping or {}
    pairs = [
        (lefts[pair[0]], rights[pair[1]])
        for pair in found
        if len(pair) == 2 and pair[0] in lefts and pair[1] in rights and scored.get(" ".join(pair), 1.0) > 0
    ]
    used = {part for pair in found if scored.get(" ".join(pair), 1.0) > 0 for part in pair}
    decoys = [text for name, text in rights.items() if name not in used]
    return with_pairs(replace(asked, prompt=shown_text(read.body, read.kept)), pairs, decoys)


def _order(asked: Question, group: list[_Element], read: _Reading) -> Question:
    interaction, said = group[0], read.response(group[0])
    texts = {
        each.get("identifier") or "": choice_text(each, read.kept)
        for each in children(interaction, "simpleChoice")
    }
    order = [name for name in said.correct if name in texts]
    if len(order) != len(texts):
        read.kept.guess("the right order", "that of the file: it says no other", "doubtful")
        order = list(texts)
    return with_order(
        replace(asked, prompt=shown_text(read.body, read.kept)), [texts[name] for name in order]
    )


def _essay(asked: Question, group: list[_Element], read: _Reading) -> Question:
    interaction, said = group[0], read.response(group[0])
    asked = replace(asked, prompt=shown_text(read.body, read.kept))
    answer = notes_of(read.body, read.kept).get("answer")
    model = [answer] if answer else [Markdown(from_plain(value)) for value in said.correct if value]
    lines = float_of(interaction.get("expectedLines"))
    short = "short-answer" in (interaction.get("class") or "").split()
    return replace(
        asked,
        type="short_answer" if short else "long_answer",
        answer=tuple(model),
        lines=int(lines) if lines and lines >= 1 else None,
    )


_READERS = {
    "choiceInteraction": _choice,
    "hottextInteraction": _hottext,
    "textEntryInteraction": _lines,
    "inlineChoiceInteraction": _lines,
    "gapMatchInteraction": _gaps,
    "matchInteraction": _pairs,
    "associateInteraction": _pairs,
    "orderInteraction": _order,
    "extendedTextInteraction": _essay,
}


def _share(score: float, most: float) -> float:
    return 0.0 if most <= 0 else round(100 * score / most, 5)
