"""The servers of the table: ours, the floor, and the peers that could be installed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.peers import CACHE, Environment, environment

PYTHON, TEMPLATE = ".py", ".html"


@dataclass(frozen=True)
class Server:
    name: str
    version: str
    command: tuple[str, ...]
    suffixes: frozenset[str] = frozenset({PYTHON, TEMPLATE})  # of the files it has answers for
    environment: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    missing: str | None = None  # why it could not be installed


def ours() -> Server:
    """With a cache of its own: the developer's may hold the sheets of other runs."""
    return Server(
        "django-cheatsheet-ls",
        version("django-cheatsheet-ls"),
        (sys.executable, "-m", "cheatsheet_ls"),
        environment={"XDG_CACHE_HOME": str(CACHE / "user-cache")},
    )


def bare() -> Server:
    script = Path(__file__).with_name("bare_server.py")
    return Server("bare pygls", version("pygls"), (sys.executable, str(script)))


def peers() -> list[Server]:
    jedi = environment("jedi-language-server")
    template = environment("django-template-lsp")
    rust = environment("django-language-server")
    return [
        _peer(
            jedi,
            "jedi-language-server",
            PYTHON,
            options={"workspace": {"environmentPath": jedi.program("python")}},
        ),
        _peer(
            template,
            "djlsp",
            TEMPLATE,
            options={"env_directories": [str(template.home)]},
        ),
        _peer(rust, "djls", TEMPLATE, "serve"),
    ]


def _peer(
    made: Environment,
    program: str,
    suffix: str,
    *words: str,
    options: Mapping[str, Any] | None = None,
) -> Server:
    """Told where Django is, in the way each of them wants to hear it."""
    return Server(
        made.home.name,
        made.version,
        (made.program(program), *words),
        frozenset({suffix}),
        {"VIRTUAL_ENV": str(made.home)},
        options or {},
        made.missing,
    )
