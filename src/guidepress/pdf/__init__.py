"""The PDF writer: `write_pdf` turns a Book into the bytes of a PDF/UA-1 and PDF/A-2a file."""

from guidepress.pdf.write import write_pdf

__all__ = ["write_pdf"]
