"""In: words on a command line. Out: built files, messages and an exit status."""

from guidepress.cli.main import main

__all__ = ["main"]
