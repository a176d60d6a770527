"""`python -m cheatsheet_ls` is the command `django-cheatsheet-ls`."""

from __future__ import annotations

import sys

from cheatsheet_ls.cli import main

if __name__ == "__main__":
    sys.exit(main())
