"""`check`: what is wrong with sheets, one line each, for writers and their editors."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.cli.output import Progress, counted, say
from cheatsheet_ls.cli.sheets import written

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.linting import Linted

NAME = "check"
LOOK = 0.3  # seconds between two looks
HELP = "lint sheets: PATH:LINE: rule: message; without PATH the shipped content"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a sheet or a folder of sheets")
    parser.add_argument(
        "--watch", action="store_true", help="again after each change, until Ctrl-C"
    )


def run(chosen: argparse.Namespace) -> int:
    from cheatsheet_ls.sheet.locate import content_folder

    paths = [Path(path).expanduser() for path in chosen.paths] or [content_folder()]
    seen = _state(paths)
    status = _told(paths)
    while chosen.watch:
        sys.stdout.flush()
        while (now := _state(paths)) == seen:
            time.sleep(LOOK)
        seen = now  # what changes while it is checked is checked again
        say("")
        status = _told(paths)
    return status


def _told(paths: Sequence[Path]) -> int:
    from cheatsheet_ls.sheet.effort import Effort
    from cheatsheet_ls.sheet.linting import lint

    with Progress("reading sheets") as progress:
        linted = lint(paths, Effort(tell=progress.tell))
    for problem in linted.problems:
        where = written(linted.path_of(problem))
        say(f"{where}:{problem.line}: {problem.rule}: {problem.message}")
    say(_count(linted))
    return 1 if linted.problems else 0


def _state(paths: Sequence[Path]) -> list[tuple[str, int, int]]:
    """Sizes and times: looking at them costs next to nothing, and needs no help of the system."""
    from cheatsheet_ls.sheet.locate import Source, files

    found = []
    for path in (path for one in paths for path in files(Source(one))):
        try:
            info = path.stat()
        except OSError:
            continue
        found.append((str(path), info.st_mtime_ns, info.st_size))
    return found


def _count(linted: Linted) -> str:
    found = len(linted.problems)
    entries = counted(len(linted.entries), "entry", "entries")
    told = counted(found, "problem") if found else "no problems"
    return f"{told} in {entries} on {counted(len(linted.read), 'page')}"
