"""python -m tests.fuzz.printers --seconds N [--seed S]."""

import sys

from tests.fuzz.harness import fuzz
from tests.fuzz.making import MAKERS

if __name__ == "__main__":
    sys.exit(fuzz("printers", MAKERS["printers"]))
