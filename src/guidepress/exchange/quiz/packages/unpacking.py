"""In: an archive or a file. Out: an Unpacked: what a reader keeps, and its texts and pictures as a guide has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.markup.html_in import from_html
from guidepress.exchange.quiz.pictures import base_name, stored_pictures
from guidepress.exchange.report import Confidence, Guess, Loss
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from guidepress.exchange.doors import Archive
    from guidepress.exchange.quiz.model import QuizPicture

__all__ = ["Unpacked"]

_BASES = re.compile(r"^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)/?", re.IGNORECASE)
"""What Canvas and Common Cartridge write before the path of a file of the course."""

_HTML = re.compile(r"<[A-Za-z/!][^<>]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w*);")


class _Files(Mapping[str, bytes]):
    """The files of an archive, found as references mean them."""

    def __init__(self, archive: Archive, beside: str) -> None:
        self._archive, self._beside = archive, beside

    def __getitem__(self, address: str) -> bytes:
        href = _BASES.sub("", address)
        for path in (href, f"web_resources/{href}"):  # where Common Cartridge keeps files
            name = self._archive.find(path, self._beside)
            if name is not None:
                return self._archive.read(name)
        raise KeyError(address)

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.names)

    def __len__(self) -> int:
        return len(self._archive.names)


class Unpacked:
    """What a reader of packages keeps while it goes through the files.

    Attributes:
        pictures: those that texts show, by path.
        guesses: in order.
        losses: in order.
        place: what the question at hand is called.
        beside: the name of the file at hand in the archive.
    """

    __slots__ = ("_archive", "beside", "guesses", "losses", "pictures", "place")

    def __init__(self, archive: Archive | None = None) -> None:
        self.pictures: dict[str, QuizPicture] = {}
        self.guesses: list[Guess] = []
        self.losses: list[Loss] = []
        self.place = ""
        self.beside = ""
        self._archive = archive

    def guess(self, what: str, value: str, confidence: Confidence = "likely") -> None:
        """Note a guess about the question at hand."""
        self.guesses.append(Guess(self.place, what, value, confidence))

    def lose(self, what: str, why: str = "a guide has no place for it", *, whole: bool = False) -> None:
        """Note a loss of the question at hand."""
        self.losses.append(Loss(self.place, what, why, whole=whole))

    def file_beside(self, href: str) -> bytes | None:
        """A file that the one at hand refers to; None where the package does not hold it."""
        name = self._archive.find(href, self.beside) if self._archive is not None else None
        return None if name is None or self._archive is None else self._archive.read(name)

    def text(self, source: str, *, html: bool | None = None) -> Markdown:
        """Make Markdown of a text.

        Args:
            source: HTML or plain words.
            html: which; None looks whether there are tags or names of characters in it.
        """
        if html is None:
            html = _HTML.search(source) is not None
        if not html:
            return Markdown(from_plain(source))
        files = _Files(self._archive, self.beside) if self._archive is not None else None
        take = stored_pictures(self.pictures, self.place, self.guesses, self.losses, files)

        def named(address: str, alt: str) -> tuple[str, str]:
            path, said = take(address, alt)
            return path, said or base_name(address)  # a choice that was a picture is told by its name

        read = from_html(source, named)
        for lost in read.lost:
            self.lose(lost)
        return Markdown(read.text)
