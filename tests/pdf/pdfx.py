"""In: a file. Out: the rules of PDF/X that it breaks, read by pikepdf alone, with nothing of this project's.

The rules are those that checkers of PDF/X publish: ISO 15930-1 (PDF/X-1a:2001), 15930-4 (PDF/X-1a:2003) and 15930-7
(PDF/X-4), as far as a reader can see them in a file. Each has a short name, which is what is given back.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["breaches"]

_HEADERS = {"x1a": b"%PDF-1.3", "x1a-2003": b"%PDF-1.4", "x4": b"%PDF-1.6"}
_VERSIONS = {"x1a": "PDF/X-1:2001", "x1a-2003": "PDF/X-1a:2003"}
_SPACES = {"/DeviceGray", "/DeviceCMYK", "/Separation", "/DeviceN", "/Pattern"}
_SHORT = {"/G": "/DeviceGray", "/CMYK": "/DeviceCMYK", "/RGB": "/DeviceRGB", "/I": "/Indexed"}
_ACTIONS = ("/OpenAction", "/AA", "/JavaScript", "/EmbeddedFiles", "/URI")
_STANDARD_FONTS = {"/Type1", "/TrueType", "/CIDFontType0", "/CIDFontType2", "/MMType1"}
_TRANSFERS = {"/Identity", "/Default"}


def breaches(data: bytes, standard: str) -> list[str]:
    """List the rules that a file breaks.

    Args:
        data: the file.
        standard: "x1a", "x1a-2003" or "x4".
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sorted(
            {*_of_file(data, pdf, standard), *_of_objects(pdf, standard), *_of_pages(pdf, standard)}
        )


def _of_file(data: bytes, pdf: pikepdf.Pdf, standard: str) -> Iterator[str]:
    newer = standard == "x4"
    if data[:8] != _HEADERS[standard]:
        yield "header"
    if pdf.is_encrypted:
        yield "encrypted"
    if not newer and (b"/ObjStm" in data or b"/XRef" in data):
        yield "newer syntax"
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "no /ID"
    if "/OCProperties" in pdf.Root:
        yield "layers"
    info: Any = pdf.trailer.get("/Info", pikepdf.Dictionary())
    yield from _information(info)
    yield from _packet(pdf, info) if newer else _identification(info, standard)
    yield from _intent(pdf, newer=newer)


def _information(info: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    if not all(str(info.get(key, "")) for key in ("/Title", "/Creator", "/Producer")):
        yield "no title, creator or producer"
    if not all(re.fullmatch(r"D:\d{8}.*", str(info.get(key, ""))) for key in ("/CreationDate", "/ModDate")):
        yield "no date"
    if info.get("/Trapped") not in {"/True", "/False"} or not isinstance(info.get("/Trapped"), pikepdf.Name):
        yield "trapped unknown"


def _identification(info: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    named = str(info.get("/GTS_PDFXVersion", "")) == _VERSIONS[standard]
    if not named or (standard == "x1a" and str(info.get("/GTS_PDFXConformance", "")) != "PDF/X-1a:2001"):
        yield "not identified"


def _packet(pdf: pikepdf.Pdf, info: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield "no metadata"
        return
    if "/Filter" in stream:
        yield "metadata deflated"
    packet = stream.read_bytes().decode()
    if "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" not in packet:
        yield "not identified"
    if 'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"' not in packet:
        yield "not identified"
    names = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped", "xmp:MetadataDate")
    if not all(f"<{name}>" in packet for name in names) or "<dc:title>" not in packet:
        yield "metadata incomplete"
    pairs = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))
    for key, name in pairs:
        said = re.search(f"<{name}>(.*?)</{name}>", packet)
        if said is None or re.sub(r"\D", "", said[1]) != re.sub(r"\D", "", str(info.get(key, ""))):
            yield "dates differ"


def _intent(pdf: pikepdf.Pdf, *, newer: bool) -> Iterator[str]:
    intents = [each for each in pdf.Root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield "not one output intent"
        return
    (intent,) = intents
    if not str(intent.get("/OutputConditionIdentifier", "")) or not str(intent.get("/Info", "")):
        yield "output condition not named"
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        if newer or str(intent.get("/RegistryName", "")) != "http://www.color.org":
            yield "no output profile"
        return
    content = profile.read_bytes()
    if content[12:16] != b"prtr" or content[36:40] != b"acsp" or int(profile.get("/N", 0)) != 4:
        yield "no profile of a press"


def _of_objects(pdf: pikepdf.Pdf, standard: str) -> Iterator[str]:
    for each in pdf.objects:
        held: Any = each
        if isinstance(held, pikepdf.Stream):
            yield from _stream(held, standard)
        if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
            yield from _dictionary(held, standard)


def _stream(stream: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    yield from _filters(stream, standard)
    if stream.get("/Subtype") == "/Image":
        yield from _picture(stream, standard)
    if stream.get("/Subtype") == "/PS" or stream.get("/Subtype2") == "/PS":
        yield "postscript"


def _dictionary(held: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    if any(key in held for key in _ACTIONS) or held.get("/S") == "/JavaScript":
        yield "actions"
    if held.get("/Type") == "/Font" and held.get("/Subtype") in _STANDARD_FONTS:
        yield from _font(held, standard)
    group = held.get("/Group")
    if group is not None and group.get("/S") == "/Transparency":
        if standard != "x4":
            yield "transparency"
        elif group.get("/CS") != "/DeviceCMYK":
            yield "mixed in another space"


def _filters(stream: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    named = stream.get("/Filter", pikepdf.Array())
    filters = {str(each) for each in (named if isinstance(named, pikepdf.Array) else [named])}
    if "/LZWDecode" in filters or "/LZW" in filters:
        yield "lzw"
    if "/JPXDecode" in filters and standard != "x4":
        yield "jpeg 2000"


def _picture(image: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    if standard != "x4" and ("/SMask" in image or int(image.get("/SMaskInData", 0))):
        yield "transparency"
    if not image.get("/ImageMask", False) and not _permitted(image.get("/ColorSpace")):
        yield "colour"


def _permitted(space: Any) -> bool:  # noqa: ANN401 - pikepdf's objects
    """Whether a space is grey, CMYK, a spot, or counts colours of one of these."""
    if isinstance(space, pikepdf.Name):
        return _SHORT.get(str(space), str(space)) in _SPACES
    if not isinstance(space, pikepdf.Array):
        return False
    family = _SHORT.get(str(space[0]), str(space[0]))
    if family == "/Indexed":
        return _permitted(space[1])
    if family in {"/Separation", "/DeviceN"}:
        return _permitted(space[2])
    return family in _SPACES


def _font(font: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    files = [descriptor[key] for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
    if not files:
        yield "font not embedded"
    elif standard != "x4" and files[0].get("/Subtype") == "/OpenType":
        yield "newer syntax"


def _of_pages(pdf: pikepdf.Pdf, standard: str) -> Iterator[str]:
    for page in pdf.pages:
        yield from _boxes(page)
        yield from _annotations(page)
        resources: Any = page.obj.get("/Resources", pikepdf.Dictionary())
        for state in resources.get("/ExtGState", pikepdf.Dictionary()).values():
            yield from _state(state, standard)
        spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in {"rg", "RG"}:
                yield "colour"
            elif isinstance(instruction, pikepdf.ContentStreamInlineImage):
                if not _permitted(instruction.iimage.obj.get("/ColorSpace", pikepdf.Name.DeviceGray)):
                    yield "colour"
            elif operator in {"cs", "CS"}:
                name = str(instruction.operands[0])
                if not _permitted(spaces.get(name, pikepdf.Name(name))):
                    yield "colour"


def _state(state: Any, standard: str) -> Iterator[str]:  # noqa: ANN401 - pikepdf's objects
    if standard != "x4":
        opaque = all(float(state.get(key, 1)) == 1 for key in ("/ca", "/CA"))
        plain = state.get("/BM", pikepdf.Name.Normal) in {"/Normal", "/Compatible"}
        if not opaque or not plain or state.get("/SMask", pikepdf.Name("/None")) != "/None":
            yield "transparency"
    if "/TR" in state or ("/TR2" in state and str(state["/TR2"]) not in _TRANSFERS):
        yield "transfer function"


def _boxes(page: pikepdf.Page) -> Iterator[str]:
    own = page.obj
    if "/MediaBox" not in own or ("/TrimBox" in own) == ("/ArtBox" in own):
        yield "boxes missing"
        return
    nested = [_edges(own[name]) for name in ("/TrimBox", "/ArtBox", "/BleedBox", "/MediaBox") if name in own]
    if any(not _within(inner, outer) for inner, outer in pairwise(nested)):
        yield "boxes not nested"


def _annotations(page: pikepdf.Page) -> Iterator[str]:
    """Annotations must lie outside the bleed."""
    bleed = _edges(page.obj.get("/BleedBox", page.obj.get("/TrimBox", page.obj.MediaBox)))
    for annotation in page.obj.get("/Annots", []):
        left, bottom, right, top = _edges(annotation.Rect)
        if left < bleed[2] and bleed[0] < right and bottom < bleed[3] and bleed[1] < top:
            yield "annotation"


def _edges(box: Any) -> tuple[float, ...]:  # noqa: ANN401 - pikepdf's objects
    return tuple(float(edge) for edge in box)


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
