"""In: questions. Out: the entries of a guide's `questions`, as YAML with a comment beside each guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from guidepress.base.record import fields
from guidepress.base.yaml_writing import Remarked, as_comment, write_yaml
from guidepress.guide.model import BlankRule, Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.yaml_writing import Writable
    from guidepress.guide.model import Question

__all__ = ["entry_text", "question_values"]

_FOUND_OUT = {"right", "truth", "fixed", "span"}
_FIRST = ("prompt", "type", "choices", "pairs", "answer")


def question_values(question: Question) -> dict[str, Writable]:
    """The keys and values of a question, those alone that say something."""
    names = [field.name for field in fields(question) if field.name not in _FOUND_OUT]
    plain = {field.name: field.default for field in fields(question)}
    made: dict[str, Writable] = {}
    for name in (*_FIRST, *(name for name in names if name not in _FIRST)):
        value = getattr(question, name)
        if value in (plain[name], (), {}, None):
            continue
        made[name] = _written(value)
    if question.type == "true_false":
        made["answer"] = question.truth is True
    if isinstance(answer := made.get("answer"), list) and len(answer) == 1:
        made["answer"] = answer[0]
    return made


def _written(value: object) -> Writable:
    if isinstance(value, Markdown):
        return value.source
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, BlankRule):
        kept = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name != "span")
        return {name: _written(each) for name, each in kept if each or each == 0.0}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _written(each) for key, each in value.items()}
    return cast("Writable", value)


def entry_text(
    question: Question, remarks: Iterable[str] = (), *, indent: str = "  ", out: bool = False
) -> str:
    """Write a question as an entry of a list.

    Args:
        question: the question.
        remarks: sentences that stand above it as comments.
        indent: what stands before its dash.
        out: all of it is a comment: a guide cannot hold it.

    Returns:
        Whole lines.
    """
    above = [line for remark in remarks for line in as_comment(remark, indent)]
    lines = write_yaml({"questions": [Remarked(question_values(question), ())]}).split("\n")[1:-1]
    mark = "# " if out else ""
    below = [f"{indent}{mark}{line[2:]}".rstrip() for line in lines]
    return "".join(f"{line}\n" for line in (*above, *below))
