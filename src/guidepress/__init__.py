"""guidepress: study guides as data in, finished, paginated, accessible PDFs out."""
