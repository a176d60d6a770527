"""`python -m tools.setup dev django …`: parts are made where missing or out of date."""

from __future__ import annotations

import sys

from tools.editors import code_server
from tools.setup import editors, node, venvs
from tools.setup.system import Missing

PARTS = {
    "dev": venvs.dev,
    "django": venvs.django,
    "node": node.client,
    "editors": editors.install,
    "vscode": code_server.install_all,
}


def main(names: list[str]) -> int:
    try:
        for name in names:
            PARTS[name]()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
