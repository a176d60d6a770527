"""Where settings speak of an item of a list, in whatever shape: also in an `if`, by `append`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.code.lists import literals
from cheatsheet_ls.features.code.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Mention:
    """`node` is the string, `statement` what it stands in, `outer` the statement of the top level
    around both: another one where it depends on a condition.
    """

    file: Parsed
    block: int
    node: ast.Constant
    statement: ast.stmt
    outer: ast.stmt

    @property
    def is_conditional(self) -> bool:
        return self.outer is not self.statement


def mention_of(file: Parsed, path: str, item: str) -> Mention | None:
    """The first mention of `item` in a statement about the list; `path` begins with its name.

    `"rest_framework.apps.RestFrameworkConfig"` mentions `rest_framework`.
    """
    name = path.partition(".")[0]
    names = {name, *(one.name for one in literals(file, name))}
    for block, outer in file.statements():
        for statement in _leaves([outer]):
            if not any(isinstance(n, ast.Name) and n.id in names for n in ast.walk(statement)):
                continue
            for node in ast.walk(statement):
                if isinstance(node, ast.Constant) and _means(node.value, item):
                    return Mention(file, block, node, statement, outer)
    return None


def _means(value: object, item: str) -> bool:
    return isinstance(value, str) and (value == item or value.startswith(f"{item}.apps."))


def _leaves(statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that hold no others."""
    for one in statements:
        inner = [
            *getattr(one, "body", ()),
            *getattr(one, "orelse", ()),
            *getattr(one, "finalbody", ()),
            *(line for handler in getattr(one, "handlers", ()) for line in handler.body),
        ]
        if inner:
            yield from _leaves(inner)
        else:
            yield one
