"""`python -m cheatsheet_ls` is the command `django-cheatsheet-ls`.

`-m` puts the current folder first on the import path, and editors start servers in the user's
workspace: its `attr.py` must not run in place of ours. `-I` and the command do not need this.
"""

from __future__ import annotations

import sys


def forget_current_folder() -> None:
    """Before anything but `sys` is imported; under `-P` and `-I` the folder is not there."""
    if not sys.flags.isolated and not getattr(sys.flags, "safe_path", False) and sys.path:
        del sys.path[0]


if __name__ == "__main__":
    forget_current_folder()
    from cheatsheet_ls.cli import main

    sys.exit(main())
