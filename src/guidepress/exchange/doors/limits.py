"""How much a file may hold: one table, with the reason of each figure."""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["LIMITS", "Limits", "in_words"]


@record
class Limits:
    """What readers take, in bytes where nothing else is said.

    Attributes:
        file: a whole file. A course with pictures has 50 MB; a film makes it larger, and is no question.
        entries: files in an archive. A course of a year has some thousands.
        entry: a file of an archive when it is unpacked.
        unpacked: all files of an archive that are unpacked.
        ratio: how many times larger than its packed form a file of an archive may be. XML packs 30 times, a white
            bitmap 300 times; a bomb 1,000 times, the most that deflate can do.
        unrated: a file of this size or less may pack as well as it likes; it does no harm.
        xml: an XML file. 10,000 questions with their feedback have 20 MB.
        tags: opening and closing tags of an XML file. Each costs some 100 bytes of memory.
        text: a text file. The Bible has 4 MB.
    """

    file: int = 64_000_000
    entries: int = 20_000
    entry: int = 64_000_000
    unpacked: int = 256_000_000
    ratio: int = 400
    unrated: int = 1_000_000
    xml: int = 48_000_000
    tags: int = 4_000_000
    text: int = 16_000_000


LIMITS = Limits()
"""The limits of every reader that asks for no others."""


def in_words(size: int) -> str:
    """A number of bytes as a sentence says it: "64 MB", "12 KB", "3 bytes"."""
    for unit, name in ((1_000_000, "MB"), (1_000, "KB")):
        if size >= unit:
            return f"{round(size / unit):,} {name}"
    return f"{size} bytes"
