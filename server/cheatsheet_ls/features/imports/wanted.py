"""Imports as data: one imported name each.

>>> [one.bound for one in parse_imports(("from django.db import models, transaction as tx",))]
['models', 'tx']
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Import:
    """`import module as alias` where `name` is None, else `from module import name as alias`;
    `own`: known to be the project's own.
    """

    module: str
    name: str | None = None
    alias: str | None = None
    own: bool = False

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]

    @property
    def bound(self) -> str:
        """The name the file then has."""
        if self.alias:
            return self.alias
        return self.name if self.name is not None else self.module.partition(".")[0]

    @property
    def target(self) -> str:
        """The dotted path the bound name stands for."""
        if self.name is not None:
            return dotted(self.module, self.name)
        return self.module if self.alias else self.module.partition(".")[0]

    @property
    def relative(self) -> bool:
        return self.module.startswith(".")

    def line(self) -> str:
        renamed = f" as {self.alias}" if self.alias else ""
        if self.name is None:
            return f"import {self.module}{renamed}"
        return f"from {self.module} import {self.name}{renamed}"


def dotted(module: str, name: str) -> str:
    return module + name if module.endswith(".") else f"{module}.{name}"


OWN = "  # own"  # ends a line that imports what the project itself has


@lru_cache(maxsize=1024)
def parse_imports(lines: tuple[str, ...]) -> tuple[Import, ...]:
    """What is no import is left out."""
    try:
        body = ast.parse("\n".join(lines)).body
    except (SyntaxError, ValueError):
        return ()
    found = [one for statement in body for one in imports_of(statement)]
    if any(line.endswith(OWN) for line in lines):
        own = {
            one
            for line in lines
            if line.endswith(OWN)
            for one in parse_imports((line.removesuffix(OWN),))
        }
        found = [replace(one, own=one in own) for one in found]
    return tuple(found)


def imports_of(statement: ast.stmt) -> Iterator[Import]:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            yield Import(alias.name, None, alias.asname)
    elif isinstance(statement, ast.ImportFrom):
        module = "." * statement.level + (statement.module or "")
        for alias in statement.names:
            yield Import(module, alias.name, alias.asname)
