"""What an example made when it ran: the modules it was run as, and its classes."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ran:
    """Code that was executed, and the names it could see at its top level."""

    source: str
    names: dict[str, Any]


@dataclass(frozen=True)
class Made:
    """A class the example defines, and the line its statement begins at."""

    cls: type
    line: int

    def node(self, source: str) -> ast.ClassDef | None:
        found = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ClassDef)]
        return next(
            (n for n in found if n.name == self.cls.__name__ and _first_line(n) == self.line), None
        )


RAN: list[Ran] = []
MADE: list[Made] = []


def _first_line(node: ast.ClassDef) -> int:
    return min([node.lineno, *(d.lineno for d in node.decorator_list)])


def watch(filename: str) -> None:
    """From now on, in this process, classes of that file are noted as they are made."""
    build: Any = builtins.__build_class__

    def noting(function: Any, name: str, *bases: Any, **keywords: Any) -> Any:
        made = build(function, name, *bases, **keywords)
        code = function.__code__
        if code.co_filename == filename and isinstance(made, type):
            MADE.append(Made(made, code.co_firstlineno))
        return made

    builtins.__build_class__ = noting
