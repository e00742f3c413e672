"""In: a part that lists questions or tasks. Out: questions, essay topics, activities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.exchange.text.markdown import plain_markdown

if TYPE_CHECKING:
    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch

__all__ = ["add_activities", "add_essays", "add_questions", "prompts_of"]

_NUMBER = re.compile(r"\d{1,3}\\?[.)]\s+")


def add_questions(branch: Branch, gathered: Gathered) -> bool:
    """Questions to talk about; those with choices are a quiz, which has readers of its own."""
    prompts = prompts_of(branch)
    if prompts is None:
        return False
    entries: list[Writable] = [
        {"type": "short_answer", "prompt": gathered.noted(prompt), "use": ["discussion"]}
        for prompt in prompts
    ]
    remark = gathered.guess(
        branch.heading, f"{counted(len(entries), 'question')} for discussion", branch.name
    )
    gathered.add("questions", entries, remark)
    return True


def add_essays(branch: Branch, gathered: Gathered) -> bool:
    """Topics of essays."""
    prompts = prompts_of(branch, asked=False)
    if prompts is None:
        return False
    entries: list[Writable] = [{"prompt": gathered.noted(prompt)} for prompt in prompts]
    gathered.add(
        "essays", entries, gathered.guess(branch.heading, counted(len(entries), "essay topic"), branch.name)
    )
    return True


def add_activities(branch: Branch, gathered: Gathered) -> bool:
    """Things to do, each under a heading of its own."""
    if not branch.children or branch.blocks:
        return False
    entries: list[Writable] = []
    for child in branch.children:
        text = gathered.text(child.flat(), first=child.heading)
        if not text:
            return False
        entries.append({"title": child.name, "steps": text})
    gathered.add(
        "activities", entries, gathered.guess(branch.heading, f"activities: {len(entries)}", branch.name)
    )
    return True


def prompts_of(branch: Branch, *, asked: bool = True) -> list[str] | None:
    """The questions that a part lists, one an item or a paragraph; None where it holds more than that.

    Args:
        branch: the part.
        asked: a paragraph that is no item has to end in a question mark.
    """
    if branch.children or not branch.blocks:
        return None
    prompts: list[str] = []
    for block in branch.blocks:
        if block.kind == "list":
            if any("\n" in item for item in block.items):
                return None  # something stands below an item: choices, or an answer
            if any(re.match(r"\(?[A-Za-z][.)]", label) for label in block.labels):
                return None
            prompts += block.items
        elif block.kind == "paragraph":
            match = _NUMBER.match(block.text)
            if asked and not match and not block.plain.rstrip('”"’)* ').endswith("?"):
                return None
            prompts.append(block.text[match.end() :] if match else block.text)
        else:
            return None
    return [prompt or plain_markdown("?") for prompt in prompts]
