"""Pictures arrive as they were, each once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pillow
from tests.pdf.everything import pictures
from tests.pdf.helpers import open_pdf

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Frame, Image
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand

TREE = (Node("Document", -1), Node("Figure", 0, alt="A picture"))


def written(hand: Hand, *paths: str) -> bytes:
    items = tuple(Image(path, 0, 20_000 * place, 16_000, 16_000) for place, path in enumerate(paths))
    return write_pdf(hand.book(hand.page(Frame(10_000, 10_000, items, 1)), tree=TREE))


def objects(data: bytes) -> dict[str, Any]:
    resources: Any = open_pdf(data).pages[0]["/Resources"]
    return {str(name): each.get_object() for name, each in resources["/XObject"].items()}


@pytest.mark.parametrize(
    ("kind", "space", "filter_name", "soft_mask"),
    [
        ("jpeg", "/ICCBased", "/DCTDecode", False),
        ("grey jpeg", "/DeviceGray", "/DCTDecode", False),
        ("cmyk jpeg", "/DeviceRGB", "/FlateDecode", False),
        ("rgb", "/DeviceRGB", "/FlateDecode", False),
        ("rgba", "/DeviceRGB", "/FlateDecode", True),
        ("grey", "/DeviceGray", "/FlateDecode", False),
        ("grey alpha", "/DeviceGray", "/FlateDecode", True),
        ("palette", "/Indexed", "/FlateDecode", False),
        ("sixteen bits", "/DeviceGray", "/FlateDecode", False),
        ("bilevel", "/DeviceGray", "/FlateDecode", False),
        ("profile", "/ICCBased", "/FlateDecode", False),
    ],
)
def test_each_kind(
    hand: Hand, tmp_path: Path, kind: str, space: str, filter_name: str, *, soft_mask: bool
) -> None:
    path = pictures(tmp_path)[kind]
    (image,) = objects(written(hand, path)).values()
    found = image["/ColorSpace"]
    assert (found if isinstance(found, str) else found[0]) == space
    assert image["/Filter"] == filter_name
    assert ("/SMask" in image) == soft_mask
    if filter_name == "/DCTDecode":
        assert image._data == Path(path).read_bytes()


@pytest.mark.parametrize("kind", ["rgb", "grey", "sixteen bits", "profile"])
def test_pixels_survive(hand: Hand, tmp_path: Path, kind: str) -> None:
    path = pictures(tmp_path)[kind]
    (image,) = objects(written(hand, path)).values()
    with Pillow.open(path) as picture:
        expected = (
            picture.point(lambda each: each / 256).convert("L") if kind == "sixteen bits" else picture.copy()
        )
    assert image.get_data() == expected.tobytes()


def test_files_with_the_same_bytes_share_an_object(hand: Hand, tmp_path: Path) -> None:
    path = Path(pictures(tmp_path)["rgb"])
    twin = tmp_path / "twin.png"
    twin.write_bytes(path.read_bytes())
    assert list(objects(written(hand, str(path), str(twin), str(path)))) == ["/I0"]


def test_a_picture_stands_where_its_item_says(hand: Hand, tmp_path: Path) -> None:
    data = written(hand, pictures(tmp_path)["rgb"])
    stream: Any = open_pdf(data).pages[0]["/Contents"]
    # 400 - 10 - 16 = 374
    assert stream.get_data() == b"/Figure<</MCID 0>>BDC\nq 16 0 0 16 10 374 cm /I0 Do Q\nEMC\n"
    root: Any = open_pdf(data).trailer["/Root"]
    assert root["/StructTreeRoot"]["/K"]["/K"]["/A"]["/BBox"] == [10, 374, 26, 390]


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff\xe0 broken"]
)
def test_a_broken_picture_is_a_fault(hand: Hand, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with pytest.raises(FaultsFound, match=r"broken\.png cannot be read"):
        written(hand, str(path))


def test_a_truncated_picture_is_a_fault(hand: Hand, tmp_path: Path) -> None:
    path = Path(pictures(tmp_path)["jpeg"])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(FaultsFound, match="cannot be read"):
        written(hand, str(path))


def test_a_missing_picture_is_a_fault(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match="No such file"):
        written(hand, str(tmp_path / "missing.png"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_turned_as_its_camera_was_held(hand: Hand, tmp_path: Path, kind: str) -> None:
    """Orientation 6 is to be turned by a quarter to the right: 6 × 4 pixels become 4 × 6."""
    path = tmp_path / f"lying.{kind.lower()}"
    lying = Pillow.new("RGB", (6, 4), "white")
    exif = lying.getexif()
    exif[0x0112] = 6
    lying.save(path, kind, exif=exif)
    (image,) = objects(written(hand, str(path))).values()
    assert (image["/Width"], image["/Height"]) == (4, 6)
    assert image["/Filter"] == {"JPEG": "/DCTDecode", "PNG": "/FlateDecode"}[kind]


@pytest.mark.parametrize(
    ("most", "width"),
    [
        (0, 500),
        (400, 400),  # a quarter more than 400 are 500
        (401, 500),
        (100, 100),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_has_no_more_pixels_than_print_needs(
    hand: Hand, tmp_path: Path, kind: str, most: int, width: int
) -> None:
    path = tmp_path / f"wall.{kind.lower()}"
    Pillow.linear_gradient("L").resize((500, 250)).convert("RGB").save(path, kind)
    item = Image(str(path), 0, 0, 24_000, 12_000, most=most)
    (image,) = objects(write_pdf(hand.book(hand.page(Frame(0, 0, (item,), 1)), tree=TREE))).values()
    assert (image["/Width"], image["/Height"]) == (width, width // 2)
    if kind == "JPEG" and not most:
        assert image._data == path.read_bytes()  # what need not change is not coded again
