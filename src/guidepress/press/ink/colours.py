"""In: colour spaces as a file writes them, and components. Out: paints: which spaces, which inks, how much of each.

Nothing is converted: RGB stays RGB, and says nothing of inks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.cos import Malformed, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from guidepress.cos import File
    from guidepress.cos.values import Dictionary, Object, Value

    _Inner: TypeAlias = Callable[[Value], "ColourSpace | None"]

__all__ = ["BLACK", "GRAY", "PATTERN", "ColourSpace", "Paint", "space_of"]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_SIZES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "CalGray": 1, "CalRGB": 3, "CalCMYK": 4, "Lab": 3}
_BY_SIZE = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_DEEPEST = 8
"""Spaces within spaces; real ones have three: Indexed, Separation, its alternate."""
_MOST_INKS = 32


@record
class ColourSpace:
    """A colour space (ISO 32000-1, 8.6).

    Attributes:
        kind: its family: "DeviceCMYK", "ICCBased", "Separation" …
        size: components of a colour.
        inks: the colorants that its components are amounts of; () where it names none.
        base: of Indexed and of an uncoloured Pattern the space below; of Separation and DeviceN the alternate; of
            ICCBased the device's space with as many components.
        table: of Indexed, its colours, a byte a component.
    """

    kind: str
    size: int
    inks: tuple[str, ...] = ()
    base: ColourSpace | None = None
    table: bytes = b""

    @property
    def first(self) -> Paint:
        """The colour that holds where none has been set: black, or the ink in full (8.6.3)."""
        values = (0.0,) * self.size
        if self.kind == "DeviceCMYK":
            values = (0.0, 0.0, 0.0, 1.0)
        elif self.kind in {"Separation", "DeviceN"}:
            values = (1.0,) * self.size
        return self.paint(values)

    def paint(self, values: Sequence[float]) -> Paint:
        """A colour of this space; components beyond their range are cut to it."""
        given = tuple(values)[: self.size] if self.size else ()
        given += (0.0,) * (self.size - len(given))
        if self.kind == "Indexed" and self.base is not None:
            return self._indexed(self.base, given)
        if self.kind != "Lab":
            given = tuple(min(1.0, max(0.0, value)) for value in given)
        return Paint((self.kind, *self.below), given, self._amounts(given))

    @property
    def below(self) -> tuple[str, ...]:
        """The families of the spaces that it rests on; alternates, which no press uses, aside."""
        if self.base is None or self.kind in {"Separation", "DeviceN"}:
            return ()
        return (self.base.kind, *self.base.below)

    def _indexed(self, base: ColourSpace, given: tuple[float, ...]) -> Paint:
        at = max(0, int(given[0])) * base.size
        entry = self.table[at : at + base.size]
        paint = base.paint([value / 255 for value in entry])
        return Paint((self.kind, *paint.spaces), paint.values, paint.inks)

    def _amounts(self, given: tuple[float, ...]) -> tuple[tuple[str, float], ...]:
        if self.kind in {"DeviceGray", "CalGray"} or (self.kind == "ICCBased" and self.size == 1):
            return (("Black", 1 - given[0]),)
        if self.kind == "Separation" and self.inks == ("All",):
            return tuple((name, given[0]) for name in PROCESS)
        return tuple((name, amount) for name, amount in zip(self.inks, given, strict=False) if name != "None")


@record
class Paint:
    """A colour that something is painted with.

    Attributes:
        spaces: families of colour space, from the outer one to the innermost ("Indexed", "ICCBased", "DeviceRGB").
        values: its components, in its own space.
        inks: how much of each ink, 0 to 1; () where its space does not say it in inks.
    """

    spaces: tuple[str, ...]
    values: tuple[float, ...]
    inks: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float | None:
        """All inks together, 1 for one in full; None where that is not said."""
        return sum(amount for _, amount in self.inks) if self.inks else None

    @property
    def is_white(self) -> bool:
        """Whether it leaves the paper as it is."""
        if self.inks:
            return all(amount == 0 for _, amount in self.inks)
        if {"DeviceRGB", "CalRGB"} & set(self.spaces):
            return bool(self.values) and all(value == 1 for value in self.values)
        return "Lab" in self.spaces and bool(self.values) and self.values[0] >= 100


GRAY = ColourSpace("DeviceGray", 1)
BLACK = GRAY.first
PATTERN = ColourSpace("Pattern", 0)
_DEVICE = {
    "DeviceGray": GRAY,
    "DeviceRGB": ColourSpace("DeviceRGB", 3),
    "DeviceCMYK": ColourSpace("DeviceCMYK", 4, PROCESS),
    "Pattern": PATTERN,
}


def space_of(file: File, value: Object, resources: Dictionary, depth: int = 0) -> ColourSpace | None:
    """Read a colour space.

    Args:
        file: which holds it.
        value: its name, its array, or a reference.
        resources: those that name further ones.
        depth: in how many spaces it lies; the caller leaves it out.

    Returns:
        The space; None where it is none that can be read.
    """
    made = value if isinstance(value, Stream) else file.get(value)
    if isinstance(made, Name) and depth <= _DEEPEST:
        name = _SHORT.get(made, str(made))
        named = file.dictionary(resources.get("ColorSpace")).get(name)
        if name in _DEVICE or named is None:
            return _DEVICE.get(name)
        return space_of(file, named, {}, depth + 1)
    if not isinstance(made, list) or not made or depth > _DEEPEST:
        return None
    kind = _SHORT.get(file.word(made[0]), file.word(made[0]))
    if kind in _DEVICE and (kind != "Pattern" or len(made) == 1):
        return _DEVICE[kind]
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(
            file, [*made, None, None, None], lambda each: space_of(file, each, resources, depth + 1)
        )
    return ColourSpace(kind, _SIZES[kind]) if kind in _SIZES else None


def _indexed(file: File, made: list[Value], inner: _Inner) -> ColourSpace | None:
    base = inner(made[1])
    return None if base is None else ColourSpace("Indexed", 1, (), base, _table(file, made[3]))


def _separation(file: File, made: list[Value], inner: _Inner) -> ColourSpace | None:
    return ColourSpace("Separation", 1, (file.word(made[1]),), inner(made[2]))


def _device_n(file: File, made: list[Value], inner: _Inner) -> ColourSpace | None:
    inks = tuple(file.word(name) for name in file.array(made[1])[:_MOST_INKS])
    return ColourSpace("DeviceN", len(inks), inks, inner(made[2]))


def _pattern(_: File, made: list[Value], inner: _Inner) -> ColourSpace | None:
    return ColourSpace("Pattern", 0, (), inner(made[1]))


def _profiled(file: File, made: list[Value], _: _Inner) -> ColourSpace | None:
    size = file.integer(file.dictionary(made[1]).get("N"))
    if size not in _BY_SIZE:
        return None
    return ColourSpace("ICCBased", size, PROCESS if size == 4 else (), _DEVICE[_BY_SIZE[size]])


_READERS = {
    "ICCBased": _profiled,
    "Indexed": _indexed,
    "Separation": _separation,
    "DeviceN": _device_n,
    "Pattern": _pattern,
}


def _table(file: File, value: Value) -> bytes:
    made = file.get(value)
    if isinstance(made, Stream):
        try:
            return file.content(made)
        except Malformed:
            return b""
    return made if isinstance(made, bytes) else b""
