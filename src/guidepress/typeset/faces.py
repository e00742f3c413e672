"""In: the type families of a layout. Out: Fonts: opened font files as Face records, and every cache that hangs on them.

Fonts is the only place that opens font files and the only state of this room. Keep one for a program run: what
it has shaped and hyphenated for one book serves the next.
"""

from __future__ import annotations

from importlib.machinery import PathFinder
from pathlib import Path
from struct import unpack_from
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import fault
from guidepress.layout.font_files import font_file
from guidepress.page.items import Face
from guidepress.typeset.founts import Fount
from guidepress.typeset.hyphenation import Hyphenator, hyphenator
from guidepress.typeset.keeping import Kept
from guidepress.typeset.shaping import LOOSE, Shaper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidepress.document.inlines import Look
    from guidepress.document.style import Style
    from guidepress.layout.model import Family
    from guidepress.typeset.ink import Ink
    from guidepress.typeset.paragraph_shape import ParagraphShape

__all__ = ["Fonts"]

_MOST_KEPT = 4096  # a guide needs some hundred
_WEIGHTS = {"light": 300, "regular": 400, "semibold": 600, "bold": 700, "black": 900}
"""The weights that styles name, and where on the axis of a variable font each lies (OpenType 1.9, "wght")."""

_ORDER = tuple(_WEIGHTS)

_READING_SIZE = 11
"""Points: a face is one for all sizes, and most of what is printed is text (OpenType 1.9, "opsz")."""


class Fonts:
    """The families of a layout, opened when first used.

    Args:
        families: by the names that styles use ("serif", "sans").
    """

    def __init__(self, families: Mapping[str, Family]) -> None:
        self._families = families
        self._faces: dict[tuple[str, str, bool], Face] = {}
        self._files: dict[tuple[str, tuple[tuple[str, float], ...]], Face] = {}
        self._fonts: dict[str, Any] = {}
        self._covers: dict[str, frozenset[int]] = {}
        self._features: dict[str, frozenset[str]] = {}
        self._shapers: dict[tuple[str, tuple[str, ...], str], Shaper] = {}
        self._founts: dict[tuple[str, int, tuple[int, int], tuple[str, ...], str, bool], Fount] = {}
        self._understudies: dict[tuple[Fount, str], Fount] = {}
        self._hyphenators: dict[str, Hyphenator] = {}
        self._whole: frozenset[str] = frozenset()
        self.shapes: dict[tuple[int, int, int | None], tuple[Style, ParagraphShape]] = {}
        self.inks: dict[tuple[int, Look | None, str, str, bool, bool], tuple[Style, Ink]] = {}
        self.kept = Kept()
        self._harfbuzz: Any = None

    @property
    def words(self) -> int:
        """How many words have been shaped."""
        return sum(len(shaper.words) for shaper in self._shapers.values())

    def forget_styles(self) -> None:
        """Drop what is kept for styles when it has become much, since every guide brings styles of its own."""
        if len(self.shapes) + len(self.inks) > _MOST_KEPT:
            self.shapes.clear()
            self.inks.clear()

    def face(self, family: str, weight: str = "regular", italic: bool = False) -> Face:  # noqa: FBT001, FBT002 - a face is named so
        """The face of a family; a weight or slope it lacks is served by the nearest it has.

        Raises:
            FaultsFound: the family is unknown, or its file is missing or no font.
        """
        key = (family, weight, italic)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = self._open(*self._choose(family, weight, italic=italic))
        return known

    def has(self, face: Face, feature: str) -> bool:
        """Whether the face has an OpenType feature for Latin text."""
        return feature in self._features[face.name]

    def covers(self, face: Face) -> frozenset[int]:
        """The code points that the face has glyphs for."""
        known = self._covers.get(face.name)
        if known is None:
            known = self._covers[face.name] = frozenset(self._fonts[face.name].face.unicodes)
        return known

    def shaper(self, face: Face, features: tuple[str, ...], language: str) -> Shaper:
        """The shaper of a face with some features turned on; `features` are tags, sorted."""
        key = (face.name, features, language)
        known = self._shapers.get(key)
        if known is None:
            font = self._fonts[face.name]
            known = self._shapers[key] = Shaper(face, self._harfbuzz, font, features, language)
        return known

    def fount(
        self,
        face: Face,
        size: int,
        *,
        features: tuple[str, ...],
        spacing: tuple[int, int],
        language: str,
        protrude: bool,
    ) -> Fount:
        """A face at one size, with one set of features: what words are measured in.

        `spacing` is added after each glyph, and to each space between words, mpt.
        """
        key = (face.name, size, spacing, features, language, protrude)
        known = self._founts.get(key)
        if known is None:
            # letters that stand apart are not joined into ligatures (CSS Text 3, 8.2)
            shaper = self.shaper(face, (*features, LOOSE) if spacing[0] else features, language)
            known = self._founts[key] = Fount(shaper, size, spacing, protrude=protrude)
        return known

    def understudies(self, fount: Fount) -> Iterator[Fount]:
        """The founts to look in for a character that `fount` lacks, the first to be asked first.

        They are its like in every other family, opened as they are asked for: in the order of the layout, but of families
        that stand together and are named after others ("serif-more", "sans-more") its own first; and at the very end its
        own family without the slope.
        """
        family, weight, italic = next(key for key, face in self._faces.items() if face is fount.face)
        others = [name for name in self._order(family) if name != family]
        wanted = [(name, weight, italic) for name in others]
        for key in (*wanted, (family, weight, False)):
            face = self.face(*key)
            if face is not fount.face:
                yield self._like(fount, face)

    def _order(self, family: str) -> list[str]:
        """The families of the layout in the order in which they stand in for one of them."""
        rank: dict[str, tuple[int, bool]] = {}
        plain = 0
        for name in self._families:
            served, hyphen, _ = name.rpartition("-")
            named = bool(hyphen) and served in self._families
            plain += not named
            rank[name] = plain, named and served != family
        return sorted(rank, key=rank.__getitem__)

    def _like(self, fount: Fount, face: Face) -> Fount:
        known = self._understudies.get((fount, face.name))
        if known is None:
            known = self._understudies[fount, face.name] = self.fount(
                face,
                fount.size,
                features=tuple(tag for tag in fount.shaper.features if self.has(face, tag)),
                spacing=(fount.tracking, fount.word_spacing),
                language=fount.shaper.language,
                protrude=fount.protrude,
            )
        return known

    def hyphenator(self, language: str) -> Hyphenator:
        """The hyphenator of a BCP 47 tag."""
        known = self._hyphenators.get(language)
        if known is None:
            known = self._hyphenators[language] = hyphenator(language)
            known.keep_whole(self._whole)
        return known

    def keep_whole(self, names: frozenset[str]) -> bool:
        """Leave the proper names of a book undivided, in every language.

        Returns:
            True if they are others than those of the book before: then what was set for that one no longer holds.
        """
        if names == self._whole:
            return False
        self._whole = names
        for each in self._hyphenators.values():
            each.keep_whole(names)
        for fount in self._founts.values():
            fount.hyphenated.clear()
        self.kept = Kept()
        return True

    def _choose(self, family: str, weight: str, *, italic: bool) -> tuple[str, str, str]:
        found = self._families.get(family)
        if found is None or not found.files:
            names = ", ".join(sorted(self._families)) or "none"
            raise fault(
                "unknown-font", f'No font family is named "{family}".', f"Families of the layout: {names}."
            )
        at = _ORDER.index(weight) if weight in _WEIGHTS else _ORDER.index("regular")
        nearest = sorted(_ORDER, key=lambda name: (abs(_ORDER.index(name) - at), -_ORDER.index(name)))
        slopes = ("-italic", "") if italic else ("", "-italic")
        for slope in slopes:
            for name in (weight, *nearest):
                if name + slope in found.files:
                    return family, name + slope, _locate(found, found.files[name + slope])
        kind, file = next(iter(found.files.items()))
        return family, kind, _locate(found, file)

    def _open(self, family: str, kind: str, path: str) -> Face:
        if self._harfbuzz is None:
            import uharfbuzz  # noqa: PLC0415 - 25 ms that a command without pages need not pay

            self._harfbuzz = uharfbuzz
        harfbuzz = self._harfbuzz
        name = f"{family}-{kind}"
        file, number = font_file(path)
        try:
            opened = harfbuzz.Face(harfbuzz.Blob.from_file_path(file), number)
            known_tables = opened.table_tags
        except (OSError, harfbuzz.HarfBuzzError, UnicodeDecodeError) as error:
            raise fault("font-file", f"The font file {path} cannot be read: {error}.") from error
        if not opened.glyph_count or not known_tables:
            raise fault("font-file", f"The file {path} is not a font.")
        axes = _axes(opened, kind)
        known = self._files.get((path, axes))
        if known is not None:
            return known
        font = harfbuzz.Font(opened)
        if axes:
            font.set_variations(dict(axes))
        metrics = _metrics(opened.reference_table("OS/2").data, opened.upem)
        face = Face(name, file, opened.upem, *metrics, axes, number)
        self._fonts[name] = font
        self._features[name] = frozenset(
            tag for script in ("latn", "DFLT") for tag in _feature_tags(opened, script)
        )
        self._files[path, axes] = face
        return face


def _axes(face: Any, kind: str) -> tuple[tuple[str, float], ...]:  # noqa: ANN401 - uharfbuzz has no types
    """Where on a variable font's axes a face lies: its weight as named, its optical size that of a text, all else as it comes."""
    if not face.has_var_data:
        return ()
    weight = _WEIGHTS.get(kind.removesuffix("-italic"), _WEIGHTS["regular"])
    wanted = {"wght": weight, "opsz": _READING_SIZE}
    return tuple(
        (axis.tag, min(max(float(wanted.get(axis.tag, axis.default_value)), axis.min_value), axis.max_value))
        for axis in face.axis_infos
    )


def _feature_tags(face: Any, script: str) -> tuple[str, ...]:  # noqa: ANN401 - uharfbuzz has no types
    """The substitution features of a script's default language."""
    scripts = face.get_table_script_tags("GSUB")
    return tuple(face.get_language_feature_tags("GSUB", scripts.index(script))) if script in scripts else ()


def _metrics(table: bytes, units: int) -> tuple[int, int, int, int]:
    """Ascent, descent (positive), cap height and x height from the OS/2 table (OpenType 1.9, OS/2, version 2)."""
    if len(table) < 90:
        return round(0.75 * units), round(0.25 * units), round(0.67 * units), round(0.47 * units)
    ascent, descent = unpack_from(">hh", table, 68)
    x_height, cap_height = unpack_from(">hh", table, 86)
    return ascent, -descent, cap_height, x_height


def _locate(family: Family, file: str) -> str:
    """Find a font file in the family's package, without importing it."""
    if family.folder or not family.package:
        return str(Path(family.folder, file))
    spec = PathFinder.find_spec(family.package)
    if spec is None or not spec.submodule_search_locations:
        raise fault(
            "font-package",
            f'The font package "{family.package}" of family "{family.name}" is not installed.',
            "Install it with pip, or check its name.",
        )
    return str(Path(spec.submodule_search_locations[0]) / "files" / file)
