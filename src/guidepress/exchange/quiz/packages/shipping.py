"""In: a quiz that is to be a package. Out: the names of its pictures there, and losses for what cannot go along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.markup.html_out import as_html, as_plain, has_markup, pictures_in
from guidepress.exchange.quiz.pictures import base_name, kind_of
from guidepress.exchange.report import Loss

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz, QuizPicture
    from guidepress.guide.model import Markdown

__all__ = ["Shipment"]

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
"""What platforms disagree about in names of files, escaped or not."""


class Shipment:
    """What a writer of packages keeps while it goes through the questions.

    Attributes:
        losses: what is lost, in order.
        used: pictures that are in use, by their names in the package.
        place: what the question at hand is called.
        shown: names of pictures that were asked for, until who asks empties it.
        written: identifiers that are taken.
    """

    __slots__ = ("_format", "_names", "_pictures", "_prefix", "losses", "place", "shown", "used", "written")

    def __init__(self, quiz: Quiz, format_name: str, prefix: str) -> None:
        self.losses: list[Loss] = []
        self.used: dict[str, QuizPicture] = {}
        self.place = ""
        self.shown: dict[str, None] = {}
        self.written: set[str] = set()
        self._format = format_name
        self._prefix = prefix
        self._pictures = {picture.path: picture for picture in quiz.pictures}
        self._names: dict[str, str] = {}

    def lose(self, what: str, why: str = "", *, whole: bool = False) -> None:
        """Note a loss of the question at hand; without a reason the format has no place for it."""
        self.losses.append(Loss(self.place, what, why or f"{self._format} has no place for it", whole=whole))

    def html(self, text: Markdown) -> str:
        """A text as HTML that names pictures as the package does."""
        return as_html(text, self._address)

    def plain(self, text: Markdown, what: str) -> str:
        """A text as plain words; markup in it is a loss of `what`."""
        if has_markup(text):
            self.lose(f"the markup of {what}", f"{self._format} takes plain words there")
        return as_plain(text)

    def ship(self, path: str) -> str:
        """The name of a picture in the package, "" when the quiz does not hold it; from now on it goes along."""
        if path in self._names:
            self.shown[self._names[path]] = None
            return self._names[path]
        picture = self._pictures.get(path)
        if picture is None:
            self.lose(f"the picture {path}", "its file is not there")
            return ""
        name = _UNSAFE.sub("-", base_name(path))
        stem, _, end = name.rpartition(".")
        number = 1
        while name in self.used:
            number += 1
            name = f"{stem}-{number}.{end}"
        self.used[name] = picture
        self._names[path] = name
        self.shown[name] = None
        return name

    def media(self, name: str) -> str:
        """The media type of a picture that goes along."""
        return kind_of(self.used[name].data)[1] or "application/octet-stream"

    def first_picture(self, text: Markdown) -> str:
        """The path of the first picture of a text, ""."""
        return next(iter(pictures_in(text)), "")

    def _address(self, path: str) -> str:
        name = self.ship(path)
        return self._prefix + name if name else path
