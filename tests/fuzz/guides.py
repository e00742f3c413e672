"""python -m tests.fuzz.guides --seconds N [--seed S] [--start N] [--most N] [--into FILE]."""

import sys

from tests.fuzz.making import MAKERS
from tests.fuzz.running import fuzz

if __name__ == "__main__":
    sys.exit(fuzz("guides", MAKERS["guides"]))
