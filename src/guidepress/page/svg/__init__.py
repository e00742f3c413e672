"""SVG: drawings as a file, read to shapes, so that they are printed as sharp as type (SVG 1.1, the parts that draw lines)."""

from guidepress.page.svg.reading import SvgError, Vector, is_drawing, read_svg

__all__ = ["SvgError", "Vector", "is_drawing", "read_svg"]
