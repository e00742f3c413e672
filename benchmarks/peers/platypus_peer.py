"""In: a text. Out: an untagged PDF by ReportLab Platypus, which has no tags.

platypus_peer.py TEXT OUT.pdf FONTS WORDS
"""

import html
import sys
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.workload import read_chapters

name, out, folder, most = sys.argv[1:]
pdfmetrics.registerFont(TTFont("Serif", str(Path(folder, "SourceSerifPro-Regular.ttf"))))
pdfmetrics.registerFont(TTFont("Serif-Bold", str(Path(folder, "SourceSerifPro-Bold.ttf"))))
body = ParagraphStyle(
    "body", fontName="Serif", fontSize=10.5, leading=14, alignment=TA_JUSTIFY, firstLineIndent=10.5
)
head = ParagraphStyle("h1", fontName="Serif-Bold", fontSize=18, leading=28, spaceAfter=14)


class Book(BaseDocTemplate):  # type: ignore[misc]
    """Tells the contents where each heading stands."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the name Platypus calls
        """Note a heading."""
        if isinstance(flowable, Paragraph) and flowable.style is head:
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def foot(canvas: object, document: BaseDocTemplate) -> None:
    """Set the folio."""
    canvas.setFont("Serif", 10.5)  # type: ignore[attr-defined]
    canvas.drawCentredString(letter[0] / 2, 36, str(document.page))  # type: ignore[attr-defined]


story: list[Flowable] = [TableOfContents(), PageBreak()]
for chapter in read_chapters(Path(name), int(most)):
    story.append(Paragraph(html.escape(chapter.title), head))
    story.extend(Paragraph(html.escape(paragraph), body) for paragraph in chapter.paragraphs)
frame = Frame(inch, inch, letter[0] - 2 * inch, letter[1] - 2 * inch, 0, 0, 0, 0)
book = Book(out, pagesize=letter)
book.addPageTemplates([PageTemplate(frames=[frame], onPage=foot)])
book.multiBuild(story)
