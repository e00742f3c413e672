"""What other programs write, each as small as it can be: questions of several platforms, a Word file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["QUIZZES", "docx"]

_GIFT = """::One:: What rose? {=the Nile ~the Thames ~%50%the Rhine # no}
::Two:: True or not? {T}
::Three:: Match. {=a -> b =c -> d}
::Four:: How many? {#12:2}
::Five:: The {=sun ~moon} is warm.
"""
_AIKEN = "What rose?\nA. The Nile\nB. The Thames\nANSWER: A\n\nWho fell?\nA) He\nB) She\nANSWER: B\n"
_MOODLE = """<?xml version="1.0"?><quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html">
<text>What?</text></questiontext><single>true</single><answer fraction="100"><text>a</text></answer><answer fraction="0">
<text>b</text></answer></question><question type="cloze"><name><text>c</text></name><questiontext format="html">
<text>The {1:SHORTANSWER:=sun~moon} shines.</text></questiontext></question></quiz>"""
_CSV = "Question,Answer 1,Answer 2,Correct\nWhat?,a,b,1\nWho?,c,d,2\n"

QUIZZES = {"q.gift": _GIFT, "q.txt": _AIKEN, "q.xml": _MOODLE, "q.csv": _CSV}
"""By the name of a file."""


def docx(text: str, damage: Callable[[bytes], bytes] = bytes) -> bytes:
    """A Word file of a paragraph a line, its text damaged before it is packed."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in escaped.split("\n"))
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/word/document.xml" '
        f'ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, damage(part.encode()) if name.startswith("word/") else part)
    return stream.getvalue()
