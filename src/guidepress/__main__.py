"""In: `python -m guidepress …`. Out: the same as the command."""

import sys

from guidepress.cli import main

sys.exit(main())
