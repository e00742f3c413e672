"""In: the bytes of a picture and its alt text. Out: its name beside the guide, or what is lost and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.report import Guess, Loss
from guidepress.exchange.text.source import SourcePicture
from guidepress.guide.markdown import MdImage, MdText

if TYPE_CHECKING:
    from guidepress.guide.markdown import MdInline

__all__ = ["PictureBox"]

_ENDINGS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b", re.DOTALL
        ),
        "svg",
    ),
)
"""How the pictures begin that a guide may name."""

_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a bitmap"),
    (b"RIFF", "a WebP picture"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
    (b"\x01\x00\x00\x00", "a Windows metafile"),
    (b"II*\x00", "a TIFF"),
    (b"MM\x00*", "a TIFF"),
)

_HEAD = 4096
"""Bytes that show what a picture is; editors write long remarks into drawings."""

FOLDER = "pictures"
"""Where the pictures of a guide that was imported stand, beside it."""


class PictureBox:
    """Collects the pictures of one file.

    Args:
        stem: the file's name without its ending, which names its pictures.
    """

    def __init__(self, stem: str) -> None:
        self.pictures: list[SourcePicture] = []
        self.guesses: list[Guess] = []
        self.losses: list[Loss] = []
        self._stem = stem
        self._names: dict[bytes, str] = {}

    def inline(self, data: bytes | None, alt: str, place: str, *, source: str = "") -> MdInline:
        """A picture as it stands in a text; one that cannot be kept leaves its alt text.

        Args:
            data: its bytes; None where they are not to be had.
            alt: what it shows, as its file says.
            place: where it stands, for the report.
            source: its name or address.
        """
        words = " ".join(alt.split())
        ending = next((each for head, each in _ENDINGS if data and head.match(data[:_HEAD])), "")
        if not ending or data is None:
            what = next(
                (name for head, name in _OTHERS if data and data.lstrip().startswith(head)), "no picture"
            )
            why = (
                f"{what} cannot be set: export it as PNG, JPEG or SVG"
                if data
                else "it is not in the file, nor beside it"
            )
            self.losses.append(Loss(place, f'picture "{source}"' + (f": {words}" if words else ""), why))
            return MdText(f"[{words}]" if words else "", 0)
        if data not in self._names:
            self._names[data] = f"{FOLDER}/{self._stem}-{len(self._names) + 1}.{ending}"
            self.pictures.append(SourcePicture(self._names[data], data))
        name = self._names[data]
        if not words:
            words = f"Picture {len(self._names)}"
            self.guesses.append(
                Guess(place, f"alt text of {name}: there is none; say what it shows", words, "doubtful")
            )
        return MdImage(name, words, 0)
