"""The command `django-cheatsheet-ls`: serves by default, and shows, searches and checks sheets.

Exit status: 0 done, 1 nothing found or a problem found, 2 bad usage. A user's mistake is one line
on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cheatsheet_ls.cli import output

# What editors start the server with; nothing but the server is loaded then.
_SERVE = frozenset({"serve", "--stdio"})


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _SERVE.issuperset(arguments):
        return _serve_stdio()
    from cheatsheet_ls.cli.arguments import parse

    try:
        chosen = parse(arguments)
    except SystemExit as done:  # argparse has said why
        return int(done.code or 0)
    return output.guarded(lambda: int(chosen.run(chosen)))


def _serve_stdio() -> int:
    from cheatsheet_ls.lsp.server import serve_stdio

    return serve_stdio()
