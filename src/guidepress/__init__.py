"""guidepress: study guides as data in, finished, paginated, accessible PDFs out."""

__version__ = "0.1.0"
