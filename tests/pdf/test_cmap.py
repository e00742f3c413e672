"""Glyphs say the text they stand for."""

from __future__ import annotations

from guidepress.pdf.cmap import to_unicode


def test_a_cmap_maps_ligatures_and_characters_beyond_the_basic_plane() -> None:
    cmap = to_unicode({7: "ffi", 3: "\U0001f384"}).decode()
    assert "2 beginbfchar\n<0003><D83CDF84>\n<0007><006600660069>\nendbfchar\n" in cmap


def test_a_cmap_has_at_most_a_hundred_entries_a_section() -> None:
    cmap = to_unicode(dict.fromkeys(range(1, 231), "x")).decode()
    assert [line for line in cmap.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "30 beginbfchar",
    ]
