"""`serve`: the language server, over standard input and output or for one client over TCP."""

from __future__ import annotations

import argparse
import re

from cheatsheet_ls.cli.output import complain

NAME = "serve"
HELP = "serve LSP over standard input and output (the default) or TCP"

_ADDRESS = re.compile(r"(?:(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<host>[^:\s]*)):)?(?P<port>\d{1,5})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tcp",
        metavar="HOST:PORT",
        type=address,
        help="serve one client there; default host 127.0.0.1",
    )
    # Editors append these whatever they are told.
    parser.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--clientProcessId", help=argparse.SUPPRESS)


def run(chosen: argparse.Namespace) -> int:
    from cheatsheet_ls.lsp.server import serve_stdio, serve_tcp

    if chosen.tcp is None:
        return serve_stdio()
    host, port = chosen.tcp
    try:
        return serve_tcp(host, port)
    except OSError as error:
        complain(f"cannot serve at {host}:{port}: {error.strerror or error}")
        return 1


def address(text: str) -> tuple[str, int]:
    """ "localhost:2087", ":2087", "2087" or "[::1]:2087"; loopback unless told otherwise."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None or not 0 <= int(found["port"]) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no HOST:PORT")
    return found["v6"] or found["host"] or "127.0.0.1", int(found["port"])
