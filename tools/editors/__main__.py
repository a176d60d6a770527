"""`python -m tools.editors`: installs VS Code in a browser and says where it is."""

from __future__ import annotations

import sys

from tools.editors.code_server import install
from tools.setup.system import Missing


def main() -> int:
    try:
        print(install().code_server)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
