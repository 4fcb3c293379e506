"""`python -m analysis` is `dure`."""

import sys

from analysis.cli import main

sys.exit(main())
