"""In: a drawing of a Word file. Out: its pictures with their alt texts; charts and other objects are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.report import Loss
from guidepress.exchange.text.docx.package import inner_copy

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.text.docx.package import WordPackage
    from guidepress.exchange.text.pictures import PictureBox
    from guidepress.guide.markdown import MdInline

__all__ = ["drawn"]

_OTHERS = {"chart": "a chart", "relIds": "a diagram", "OLEObject": "an embedded object"}


def drawn(
    element: _Element,
    place: str,
    package: WordPackage,
    targets: dict[str, tuple[str, str]],
    pictures: PictureBox,
) -> list[MdInline]:
    """Find the pictures of a drawing.

    Args:
        element: `drawing`, `pict` or `object`, or what stands for one.
        place: for the report.
        package: of the file.
        targets: what the part's references mean.
        pictures: keeps them.
    """
    found: list[MdInline] = []
    alt = _alt(element)
    for each in element.iter("a.blip", "v.imagedata"):
        if inner_copy(each, element):
            continue
        name = next(
            (
                str(at)
                for key, at in each.attrib.items()
                if str(key).rpartition("}")[2] in {"embed", "id", "link"}
            ),
            "",
        )
        kind, target = targets.get(name, ("", ""))
        data = package.archive.read(target) if kind == "image" and target in package.archive else None
        if kind or name:
            found.append(pictures.inline(data, alt, place, source=target or name))
    for each in element.iter():
        what = _OTHERS.get(each.tag) or _OTHERS.get(str(each.tag).rpartition(":")[2])
        if what:
            pictures.losses.append(Loss(place, f"{what} {alt}".strip(), "only pictures can be taken"))
    return found


def _alt(element: _Element) -> str:
    """The alt text: the description, else the title; a file's name is none."""
    for each in element.iter("wp.docPr", "v.shape"):
        for key in ("descr", "alt", "title"):
            words = (each.get(key) or "").strip()
            if words:
                return words
    return ""
