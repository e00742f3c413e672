"""A file that claims a PDF/X says once for which printing condition it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Stream
from guidepress.cos.text import text_of
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PDFX, PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.values import Dictionary
    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]

_REGISTRY = "http://www.color.org"
_CLASS_AT, _CLASS = slice(12, 16), b"prtr"
"""Where an ICC profile says its class, and that of output devices (ICC.1, 7.2.5)."""


def _limit(ordered: Ordered) -> Limit | str:
    if not ordered.standard:
        return "the file claims no PDF/X"
    profile = ", with an output profile" if ordered.standard == "x4" else ""
    return Limit(f"one printing condition{profile}", PDFX)


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    file = subject.file
    intents = [file.dictionary(each) for each in file.array(file.root.get("OutputIntents"))]
    intents = [each for each in intents if file.word(each.get("S")) == "GTS_PDFX"]
    if len(intents) != 1:
        found = f"{len(intents)} printing conditions" if intents else "no printing condition"
        yield Found(f"The file names {found}.")
        return
    intent = intents[0]
    if not text_of(file.get(intent.get("OutputConditionIdentifier"))):
        yield Found("The printing condition has no name (OutputConditionIdentifier).")
    profile = file.get(intent.get("DestOutputProfile"))
    if isinstance(profile, Stream):
        yield from _profile(subject, profile)
    elif ordered.standard == "x4":
        yield Found("The printing condition has no profile.")
    else:
        yield from _named(subject, intent)


def _named(subject: Subject, intent: Dictionary) -> Iterator[Found]:
    """A condition without a profile is one of those that are registered."""
    file = subject.file
    if text_of(file.get(intent.get("RegistryName"))).rstrip("/") != _REGISTRY:
        yield Found("The printing condition has neither a profile nor the registry that its name is of.")
    elif not text_of(file.get(intent.get("Info"))):
        yield Found("The printing condition is not said in words (Info).")


def _profile(subject: Subject, profile: Stream) -> Iterator[Found]:
    try:
        data = subject.file.content(profile)
    except Malformed:
        data = b""
    if data[_CLASS_AT] != _CLASS:
        yield Found("The profile of the printing condition is none of an output device.")


RULE = PreflightRule(
    "x-intent",
    "a PDF/X says for which printing condition it was made",
    "Export it again as PDF/X with the printing condition that the printer names.",
    _limit,
    file=_file,
)
