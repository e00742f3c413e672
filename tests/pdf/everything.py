"""One book with everything in it that the writer can write; the standards are tested on it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image as Pillow

from guidepress.base.colour import BLACK, Colour
from guidepress.page.book import Book, Metadata, OutlineEntry
from guidepress.page.items import ARTIFACT, BACKGROUND, Anchor, Frame, Image, Link, Shape
from guidepress.page.tree import Node
from guidepress.pdf.intents import srgb_profile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

RED = Colour(213, 94, 0)

TREE = (
    Node("Document", -1),  # 0
    Node("H1", 0, title="One"),  # 1
    Node("P", 0),  # 2
    Node("Link", 2),  # 3
    Node("Span", 2, language="fr"),  # 4
    Node("L", 0, numbering="Decimal"),  # 5
    Node("LI", 5),  # 6
    Node("Lbl", 6),  # 7
    Node("LBody", 6),  # 8
    Node("Table", 0),  # 9
    Node("TR", 9),  # 10
    Node("TH", 10, scope="Column", column_span=2),  # 11
    Node("TR", 9),  # 12
    Node("TH", 12, scope="Row"),  # 13
    Node("TD", 12),  # 14, stays empty
    Node("Figure", 0, alt="A red square"),  # 15
    Node("Figure", 0, alt="A photograph: grün & “quoted”"),  # 16
    Node("Note", 0, identifier="note-1"),  # 17
    Node("Aside", 0),  # 18
    Node("P", 18),  # 19, over two pages
    Node("TOC", 0),  # 20
    Node("TOCI", 20),  # 21
    Node("Reference", 21),  # 22: its link gets an element of its own
    Node("P", 0),  # 23: never drawn
)
"""A tree with the kinds of element that need something of their own."""


def pictures(folder: Path) -> dict[str, str]:
    """Make one picture file of each kind; returns their paths by kind."""
    profile = srgb_profile()  # one made here would carry the time of day
    ramp = Pillow.linear_gradient("L").resize((16, 16))
    rgb = Pillow.merge("RGB", (ramp, ramp.rotate(90), ramp))
    rgba = rgb.copy()
    rgba.putalpha(ramp)
    made: dict[str, tuple[Pillow.Image, str, dict[str, object]]] = {
        "jpeg": (rgb, "jpg", {"icc_profile": profile}),
        "grey jpeg": (ramp, "jpg", {}),
        "cmyk jpeg": (rgb.convert("CMYK"), "jpg", {}),
        "rgb": (rgb, "png", {}),
        "rgba": (rgba, "png", {}),
        "grey": (ramp, "png", {}),
        "grey alpha": (rgba.convert("LA"), "png", {}),
        "palette": (rgb.quantize(16), "png", {}),
        "sixteen bits": (ramp.convert("I").point(lambda each: each * 257).convert("I;16"), "png", {}),
        "bilevel": (ramp.convert("1"), "png", {}),
        "profile": (rgb, "png", {"icc_profile": profile}),
    }
    paths: dict[str, str] = {}
    for kind, (picture, suffix, options) in made.items():
        stream = io.BytesIO()
        picture.save(stream, "JPEG" if suffix == "jpg" else "PNG", **options)
        path = folder / f"{kind}.{suffix}"
        path.write_bytes(stream.getvalue())
        paths[kind] = str(path)
    return paths


def everything(hand: Hand, folder: Path) -> Book:
    """Make the book."""
    square = Shape(
        (("r", (0, 0, 40_000, 40_000)),), fill=RED, stroke=BLACK, dash=(2000, 1000), round_caps=True
    )
    curve = Shape(
        (("m", (0, 0)), ("c", (0, 9000, 9000, 9000, 9000, 0)), ("h", ())), stroke=RED, line_width=750
    )
    rows = [
        Image(path, 26_000 * place, 0, 24_000, 24_000) for place, path in enumerate(pictures(folder).values())
    ]
    first = hand.page(
        Frame(0, 0, (Shape((("r", (0, 0, 300_000, 400_000)),), fill=Colour(250, 250, 250)),), BACKGROUND),
        Frame(30_000, 20_000, (hand.run("Running head", face=hand.sans, size=7000, tracking=200),), ARTIFACT),
        Frame(30_000, 50_000, (Anchor("one", 0, -12_000), hand.run("One", size=16_000, colour=RED)), 1),
        Frame(
            30_000,
            80_000,
            (
                hand.run("The office affair, and a", space_after=True, expansion=15),
                hand.run("link", 110_000, source=1, space_after=True, face=hand.italic),
                hand.run("déjà vu", 135_000, source=2, space_after=True, face=hand.italic),
                hand.run("foreign Wort", 180_000, language="de"),
                hand.run("hyphen\u00ad", 0, 14_000, expansion=-15),
                hand.run("ated", 0, 28_000),
                Link(110_000, -9000, 20_000, 12_000, "https://example.org/ä?a=(1)", "The example site", 1),
            ),
            2,
            (2, 3, 4),
        ),
        Frame(
            30_000,
            130_000,
            (
                Frame(0, 0, (hand.run("1."),), 7),
                Frame(14_000, 0, (hand.run("An item"),), 8, clip=(100_000, 20_000)),
            ),
            5,
        ),
        Frame(30_000, 160_000, (hand.run("Head"),), 11),
        Frame(30_000, 175_000, (hand.run("Row"),), 13),
        Frame(30_000, 190_000, (square, curve, hand.run("label", 2000, 20_000)), 15),
        Frame(5_000, 240_000, tuple(rows), 16),
        Frame(30_000, 300_000, (hand.run("A note"),), 17),
        Frame(30_000, 330_000, (hand.run("It begins here"),), 19),
        Frame(140_000, 380_000, (hand.run("1", size=8000), Link(0, 0, 9000, 9000, "#two", "Next")), ARTIFACT),
    )
    second = hand.page(
        Frame(
            30_000,
            50_000,
            (hand.run("and ends here", face=hand.otf), Anchor("two", 0, 0)),
            19,
        ),
        Frame(
            30_000,
            80_000,
            (hand.run("Contents 1"), Link(0, -9000, 60_000, 12_000, "#one", "One, page 1")),
            22,
        ),
        number=2,
    )
    return hand.book(
        first,
        second,
        tree=TREE,
        outline=(OutlineEntry(1, "One", "one"), OutlineEntry(2, "Zwei – ‘2’", "two")),
        metadata=Metadata(
            "Everything & <more>",
            "N. N.",
            "A subject",
            "en-GB",
            ("one", "two"),
            "A Publisher",
            "© N. N.",
            "2026-11-23T08:30:00+01:00",
            "urn:isbn:9780000000002",
        ),
    )
