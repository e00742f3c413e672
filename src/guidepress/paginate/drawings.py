"""In: drawings with labels. Out: frames: the shapes, and each label set in its measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.page.items import BACKGROUND, INHERIT, Frame

if TYPE_CHECKING:
    from guidepress.document.blocks import Label
    from guidepress.page.items import Item
    from guidepress.paginate.pieces import Art
    from guidepress.paginate.setter import Setter

__all__ = ["art_frame", "cover_frames"]


def art_frame(art: Art, setter: Setter, x: int, y: int) -> Frame:
    """Paint a drawing in the flow as one figure."""
    items: list[Item] = list(art.drawing.shapes)
    last = 0
    for label, tag in zip(art.drawing.labels, art.labels, strict=True):
        placed = replace(label, y=last + label.y) if label.below else label
        if label.slot is not None:
            own = INHERIT if tag == art.tag else tag
            items.append(Frame(placed.x, placed.y, (), own, slot=label.slot))
            continue
        frames = label_frames(placed, setter, art.language, INHERIT if tag == art.tag else tag)
        last = frames[-1].y if frames else placed.y
        items += frames
    return Frame(x, y, tuple(items), art.tag)


def cover_frames(art: Art, setter: Setter) -> tuple[Frame, ...]:
    """Paint a cover: its shapes are decoration, its pictures and labels elements of their own."""
    frames = [Frame(0, 0, art.drawing.shapes, BACKGROUND)]
    for (image, _), tag in zip(art.drawing.pictures, art.pictures, strict=True):
        frames.append(Frame(0, 0, (image,), tag))
    for label, tag in zip(art.drawing.labels, art.labels, strict=True):
        frames += label_frames(label, setter, art.language, tag)
    return tuple(frames)


def label_frames(label: Label, setter: Setter, language: str, tag: int) -> list[Frame]:
    """Set a label; its first baseline stands at its y, the others a leading apart."""
    shift = {"right": label.measure, "centred": label.measure // 2}.get(label.align, 0)
    x, y = (0, 0) if label.turn else (label.x, label.y)
    frames = [
        Frame(
            x - shift,
            y + index * label.style.leading,
            (*line.shapes, *line.runs, *line.links),
            tag,
        )
        for index, line in enumerate(setter.label(label, language))
    ]
    if label.turn and frames:
        return [Frame(label.x, label.y, tuple(frames), tag, turn=label.turn)]
    return frames
