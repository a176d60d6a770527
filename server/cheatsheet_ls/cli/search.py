"""`search`: entries by title, symbol, summary and text; names that only the facts know come
last.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from cheatsheet_ls.cli.output import complain, say
from cheatsheet_ls.cli.sheets import index_here

NAME = "search"
HELP = "find entries by title, symbol, summary and text, the best first"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORD", nargs="+", help="all of them have to be there")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--limit", type=_positive, default=20, metavar="N", help="at most N (20)")


def run(chosen: argparse.Namespace) -> int:
    words = " ".join(chosen.words)
    found = _found(words, chosen.limit)
    if chosen.json:
        say(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for one in found:
            say(_line(one))
    if not found and not chosen.json:
        complain(f"nothing fits {words!r}")
    return 0 if found else 1


def _found(words: str, limit: int) -> list[dict[str, Any]]:
    from cheatsheet_ls.sheet.export import summary_json

    entries = index_here().search(words, limit)
    found = [summary_json(entry) for entry in entries]
    if len(found) < limit:
        from cheatsheet_ls.cli.beyond import summaries

        shown = {symbol for one in found for symbol in one["symbols"]}
        found += summaries(words, limit - len(found), shown)
    return found


def _line(one: dict[str, Any]) -> str:
    kind = f" ({one['kind'].replace('_', ' ')})" if one["kind"] else ""
    return f"{one['id']}  {one['title']}{kind}: {one['summary']}"


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)
