"""The arguments of the command line, and which function each command is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from cheatsheet_ls import __version__
from cheatsheet_ls.cli import check, doctor, index, init, search, serve, show
from cheatsheet_ls.cli.output import say


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Ends the process's work by `SystemExit` for `--help`, `--version` and bad usage."""
    return _parser().parse_args(_with_command(arguments))


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        say(f"django-cheatsheet-ls {__version__}")
        parser.exit()


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Options of `serve` may stand without it: `django-cheatsheet-ls --tcp :2087`."""
    first = arguments[0] if arguments else ""
    if first.startswith(("--tcp", "--stdio")):
        return ["serve", *arguments]
    return list(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="django-cheatsheet-ls",
        description="A Django cheat sheet that lives in the editor. Without a command it serves "
        "LSP over standard input and output.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (serve, show, search, check, index, init, doctor):
        own = commands.add_parser(
            command.NAME, help=command.HELP, description=command.HELP, allow_abbrev=False
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return parser
