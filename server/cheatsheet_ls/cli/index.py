"""`index`: everything the sheet holds, as JSON for other tools or as numbers for people."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from cheatsheet_ls.cli.output import counted, say
from cheatsheet_ls.cli.sheets import index_of

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

NAME = "index"
HELP = "print the whole index; with PATH (files or folders) that of those sheets alone"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a sheet or a folder of sheets")
    parser.add_argument("--json", action="store_true", help="as JSON, with every entry")


def run(chosen: argparse.Namespace) -> int:
    index = index_of(chosen.paths)
    if chosen.json:
        from cheatsheet_ls.sheet.export import to_json

        say(json.dumps(to_json(index), ensure_ascii=False, indent=1))
    else:
        say(_numbers(index))
    return 1 if index.problems else 0


def _numbers(index: Index) -> str:
    pages = {entry.origin.page for entry in index.entries}
    symbols = {symbol for entry in index.entries for symbol in entry.symbols}
    options = sum(len(entry.options) for entry in index.entries)
    examples = sum(len(entry.examples) for entry in index.entries)
    return (
        f"{counted(len(index), 'entry', 'entries')} on {counted(len(pages), 'page')}: "
        f"{counted(len(symbols), 'symbol')}, {counted(options, 'option')}, "
        f"{counted(examples, 'example')}, {counted(len(index.problems), 'problem')}"
    )
