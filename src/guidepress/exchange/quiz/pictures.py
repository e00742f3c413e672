"""Pictures of a quiz: written into the addresses of HTML, and taken out of them again."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from guidepress.exchange.quiz.model import QuizPicture
from guidepress.exchange.report import Guess, Loss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["base_name", "data_address", "file_names", "kind_of", "stored_pictures"]

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"RIFF", "webp", "image/webp"),
    (b"<svg", "svg", "image/svg+xml"),
    (b"<?xml", "svg", "image/svg+xml"),
)
_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?(?:;[\w=-]+)*?(;base64)?,(.*)", re.DOTALL)


def kind_of(data: bytes) -> tuple[str, str]:
    """The ending of a picture's name and its media type, by its first bytes; empty for what is no picture."""
    return next(((end, media) for head, end, media in _KINDS if data.lstrip()[:8].startswith(head)), ("", ""))


def base_name(path: str) -> str:
    """The name of a file without its folders, as formats store it."""
    return path.replace("\\", "/").rpartition("/")[2]


def file_names(pictures: Iterable[QuizPicture]) -> dict[str, QuizPicture]:
    """Name pictures for a format that has no folders: their own names, and others where two would have the same."""
    named: dict[str, QuizPicture] = {}
    for picture in pictures:
        name = base_name(picture.path)
        while name in named and named[name].data != picture.data:
            name = f"{hashlib.sha256(picture.data).hexdigest()[:6]}-{name}"
        named[name] = picture
    return named


def data_address(path: str, pictures: Iterable[QuizPicture]) -> str:
    """The address that holds a picture itself; the path where the quiz does not have it."""
    found = next((picture for picture in pictures if picture.path == path), None)
    if found is None:
        return path
    return f"data:{kind_of(found.data)[1]};base64,{base64.b64encode(found.data).decode()}"


def stored_pictures(
    pictures: dict[str, QuizPicture],
    place: str,
    guesses: list[Guess],
    losses: list[Loss],
    files: Mapping[str, bytes] | None = None,
) -> Callable[[str, str], tuple[str, str]]:
    """Make what `from_html` asks for a picture's path and alt text.

    Args:
        pictures: gets the pictures that are found, by path.
        place: where in the file, for reports.
        guesses: gets a note of each picture without an alt text, which a guide must have.
        losses: gets those that cannot be found.
        files: pictures that came beside the texts, by name.
    """

    def path_of(address: str, alt: str) -> tuple[str, str]:
        data = _held(address, files or {})
        name = base_name(unquote(address.partition("?")[0]))
        if data is None:
            losses.append(Loss(place, f"the picture {address[:100]}", "the file does not hold it"))
            return "", alt
        end, _ = kind_of(data)
        if not end:
            losses.append(Loss(place, f"the picture {address[:60]}", "it is no picture that can be read"))
            return "", alt
        path = f"pictures/{_clean(name, end) if not address.startswith('data:') else _hashed(data, end)}"
        if path in pictures and pictures[path].data != data:
            path = f"pictures/{_hashed(data, end)}"
        pictures[path] = QuizPicture(path, data)
        if not alt:
            guesses.append(Guess(place, "alt text of a picture", base_name(path), "doubtful"))
        return path, alt or base_name(path)

    return path_of


def _held(address: str, files: Mapping[str, bytes]) -> bytes | None:
    found = _DATA.fullmatch(address)
    if found is None:
        name = unquote(address.partition("?")[0])
        return files.get(address) or files.get(name) or files.get(base_name(name))
    try:
        return base64.b64decode(found[3]) if found[2] else unquote_to_bytes(found[3])
    except (binascii.Error, ValueError):
        return None


def _hashed(data: bytes, end: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()[:12]}.{end}"


def _clean(name: str, end: str) -> str:
    stem = re.sub(r"[^\w.-]+", "-", name.rpartition(".")[0] or name).strip("-.") or "picture"
    return f"{stem}.{end}"
