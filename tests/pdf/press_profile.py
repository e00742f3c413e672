"""A profile of a press, made here: as small as the format allows, and enough for LittleCMS."""

from __future__ import annotations

import itertools
import struct

__all__ = ["press_profile"]

_RAMP = bytes(range(256))
_UNIT = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)


def _table(inputs: int, outputs: int, nodes: bytes) -> bytes:
    """A table of two points along each edge (lut8Type, ICC.1:2001-04, 6.5.7)."""
    return (
        b"mft1"
        + bytes((0, 0, 0, 0, inputs, outputs, 2, 0))
        + _UNIT
        + _RAMP * inputs
        + nodes
        + _RAMP * outputs
    )


def press_profile(
    kind: bytes = b"prtr", space: bytes = b"CMYK", *, tables: tuple[str, ...] = ("A2B0", "B2A0")
) -> bytes:
    """Make a profile that prints black as C 60, M 60, Y 60, K 100, 280 % in all, and white as nothing.

    Args:
        kind: its class.
        space: of its colours.
        tables: those that it has.
    """
    to_lab = b"".join(
        bytes((round(255 * (1 - black) * (1 - (cyan + magenta + yellow) / 4)), 128, 128))
        for cyan, magenta, yellow, black in itertools.product((0, 1), repeat=4)
    )
    dark, light = bytes((153, 153, 153, 255)), bytes(4)
    to_inks = dark * 4 + light * 4  # lightness is the channel that turns slowest
    tags = {
        "desc": b"desc\0\0\0\0" + struct.pack(">I", 11) + b"Test press\0" + bytes(8 + 3 + 67),
        "cprt": b"text\0\0\0\0none\0",
        "wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061),
        "A2B0": _table(4, 3, to_lab),
        "B2A0": _table(3, 4, to_inks),
    }
    chosen = {name: data for name, data in tags.items() if name in {"desc", "cprt", "wtpt", *tables}}
    start = 132 + 12 * len(chosen)
    entries, bodies = b"", b""
    for name, data in chosen.items():
        entries += name.encode() + struct.pack(">2I", start + len(bodies), len(data))
        bodies += data + bytes(-len(data) % 4)
    size = start + len(bodies)
    header = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, kind, space, b"Lab ")
    header += struct.pack(">6H", 2026, 11, 28, 0, 0, 0) + b"acsp" + bytes(28)
    header += struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    return header + struct.pack(">I", len(chosen)) + entries + bodies
