"""In: what a book says of itself. Out: the XMP packet and the information dictionary, saying the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidepress.page.book import Metadata

__all__ = ["dated", "information", "packet"]

CREATOR = "guidepress"
PRODUCER = "guidepress, ReportLab"

_PRESS_KEYS = {
    "x1a": "/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)/Trapped/False",
    "x1a-2003": "/GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False",
    "x4": "/Trapped/False",
}

_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:(Z)|([+-])(\d\d):?(\d\d))?)?"
)

_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/">
"""
_FOOT = """</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
_PDFA = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
"""
_PDFA4 = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>4</pdfaid:part>
<pdfaid:rev>2020</pdfaid:rev>
</rdf:Description>
"""
_PDFX4 = """<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" \
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>
"""
_PDFUA2 = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
</rdf:Description>
"""
_PDFUA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
"""
# PDF/A asks that a property it does not know be described in the packet (ISO 19005-2, 6.6.2.3.3).
_PDFUA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def dated(metadata: Metadata) -> bool:
    """Whether there is a date that PDF can say."""
    return _DATE.fullmatch(metadata.date.strip()) is not None


def packet(metadata: Metadata, profiles: Collection[str], identity: str = "") -> bytes:
    """Write the XMP packet, with the identification of each profile; PDF/X-4 asks for one of the file, too."""
    date = _xmp_date(metadata.date)
    parts = [
        _HEAD,
        _element("dc:format", "application/pdf"),
        _alternatives("dc:title", metadata.title, metadata.language),
        _array("dc:creator", "Seq", (metadata.author,)),
        _alternatives("dc:description", metadata.subject, metadata.language),
        _array("dc:language", "Bag", (metadata.language,)),
        _array("dc:publisher", "Bag", (metadata.publisher,)),
        _array("dc:subject", "Bag", metadata.keywords),
        _alternatives("dc:rights", metadata.rights, metadata.language),
        _element("dc:identifier", metadata.identifier),
        _element("pdf:Keywords", ", ".join(metadata.keywords)),
        _element("pdf:Producer", PRODUCER),
        _element("xmp:CreatorTool", CREATOR),
        _element("xmp:CreateDate", date),
        _element("xmp:ModifyDate", date),
        _element("xmp:MetadataDate", date),
        "</rdf:Description>\n",
    ]
    archival = [name[0] for name in profiles if name in {"2a", "3a"}]
    if archival:
        parts.append(_PDFA.format(part=archival[0]))
    if "ua1" in profiles:
        parts.append(_PDFUA)
        if archival:
            parts.append(_PDFUA_SCHEMA)
    parts += [text for name, text in (("4", _PDFA4), ("ua2", _PDFUA2)) if name in profiles]
    if "x4" in profiles:
        parts.append(_PDFX4.format(identity=identity))
    parts.append(_FOOT)
    return "".join(parts).encode()


def information(metadata: Metadata, standard: str = "") -> str:
    """Write the information dictionary; a file for the press says in it what standard of PDF/X-1a it meets."""
    date = _pdf_date(metadata.date)
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": date,
        "ModDate": date,
    }
    written = "".join(f"/{key}{text_string(text)}" for key, text in entries.items() if text)
    return f"<<{written}{_PRESS_KEYS.get(standard, '')}>>"


def _pdf_date(date: str) -> str:
    match = _DATE.fullmatch(date.strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    time = f"{hour}{minute}{second or '00'}" if hour else ""
    zone = "Z" if zulu else f"{sign}{hours}'{minutes}'" if sign else ""
    return f"D:{year}{month}{day}{time}{zone}"


def _xmp_date(date: str) -> str:
    match = _DATE.fullmatch(date.strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    time = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    zone = zulu or (f"{sign}{hours}:{minutes}" if sign else "")
    return f"{year}-{month}-{day}{time}{zone}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _element(name: str, text: str) -> str:
    return f"<{name}>{_escape(text)}</{name}>\n" if text else ""


def _array(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>\n" if items else ""


def _alternatives(name: str, text: str, language: str) -> str:
    """Write a text for x-default and, alike, for the language of the book."""
    if not text:
        return ""
    items = "".join(
        f'<rdf:li xml:lang="{tag}">{_escape(text)}</rdf:li>' for tag in ("x-default", language) if tag
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>\n"
