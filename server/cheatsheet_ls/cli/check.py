"""`check`: what is wrong with sheets, one line each, for writers and their editors."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.cli.output import counted, say
from cheatsheet_ls.cli.sheets import written

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.linting import Linted

NAME = "check"
HELP = "lint sheets: PATH:LINE: rule: message; without PATH the shipped content"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a sheet or a folder of sheets")


def run(chosen: argparse.Namespace) -> int:
    from cheatsheet_ls.sheet.linting import lint
    from cheatsheet_ls.sheet.locate import content_folder

    paths = [Path(path).expanduser() for path in chosen.paths] or [content_folder()]
    linted = lint(paths)
    for problem in linted.problems:
        where = written(linted.path_of(problem))
        say(f"{where}:{problem.line}: {problem.rule}: {problem.message}")
    say(_count(linted))
    return 1 if linted.problems else 0


def _count(linted: Linted) -> str:
    found = len(linted.problems)
    entries = counted(len(linted.entries), "entry", "entries")
    told = counted(found, "problem") if found else "no problems"
    return f"{told} in {entries} on {counted(len(linted.read), 'page')}"
