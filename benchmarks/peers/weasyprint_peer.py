"""In: an HTML page. Out: a tagged PDF by WeasyPrint.

weasyprint_peer.py IN.html OUT.pdf FONTS
"""

import sys
from pathlib import Path

from weasyprint import CSS, HTML

source, out, folder = sys.argv[1:]
faces = "".join(
    f"@font-face{{font-family:'Source Serif Pro';font-weight:{weight};src:url('{Path(folder, name).as_uri()}')}}"
    for weight, name in (("400", "SourceSerifPro-Regular.ttf"), ("700", "SourceSerifPro-Bold.ttf"))
)
HTML(source).write_pdf(out, stylesheets=[CSS(string=faces)], pdf_variant="pdf/ua-1")
