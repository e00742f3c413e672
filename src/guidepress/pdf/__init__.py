"""The PDF writer: `write_pdf` turns a Book into a PDF/UA-1 and PDF/A-2a file, `write_press` into one for a press."""

from guidepress.pdf.write import write_pdf, write_press

__all__ = ["write_pdf", "write_press"]
