"""Names an example would define once more: a second `class Meta`, a setting, a field.

A field can have another name, `title_2`, and is offered so; beside other code of the example it is
left out, because the class has it. What has one right name (`Meta`, `DEBUG`) is not offered.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cheatsheet_ls.features.imports.adapt import renamed
from cheatsheet_ls.model import Example, Scope

_FIELDS = frozenset({Scope.MODEL_BODY, Scope.FORM_BODY, Scope.SERIALIZER_BODY})
_NEWLINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement of an example: the names it binds and its lines, 1-based and inclusive."""

    names: tuple[str, ...]
    is_field: bool
    first: int
    last: int


def without_repeats(example: Example, taken: Collection[str]) -> Example | None:
    """The example without what is there under its names; None where nothing of it has a place."""
    body = _statements(example.body)
    repeated = [one for one in body if any(name in taken for name in one.names)]
    if not repeated:
        return example
    if example.scope not in _FIELDS or not all(one.is_field for one in repeated):
        return None
    if all(one.is_field for one in body):
        return _renamed(example, repeated, taken)
    return _shortened(example, repeated)


@lru_cache(maxsize=2048)  # examples are asked for at every keystroke
def _statements(code: str) -> tuple[_Statement, ...]:
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError):
        return ()
    return tuple(
        _Statement(tuple(_defined(one)), _is_field(one), one.lineno, one.end_lineno or one.lineno)
        for one in body
    )


def _renamed(example: Example, fields: list[_Statement], taken: Collection[str]) -> Example:
    code = example.body
    for field in fields:
        for name in field.names:
            code = renamed(code, name, _free(name, taken))
    return replace(example, body=code)


def _shortened(example: Example, fields: list[_Statement]) -> Example:
    gone = {line for one in fields for line in range(one.first, one.last + 1)}
    lines = example.body.split("\n")
    kept = [line for number, line in enumerate(lines, 1) if number not in gone]
    return replace(example, body="\n".join(kept).strip("\n"))


def stands_there(text: str, example: Example) -> bool:
    """Whether the very code is in the file, however it is indented and its field is called."""
    wanted = _bare(example.body or example.code)
    if not wanted.strip():
        return False
    bare = _bare(text)
    if wanted in bare:
        return True
    name, equals, value = wanted.strip().partition(" = ")
    alone = equals and "\n" not in wanted.strip() and name.isidentifier() and name.islower()
    return bool(alone) and f" = {value}\n" in bare


@lru_cache(maxsize=64)
def _bare(code: str) -> str:
    lines = (line.strip() for line in _NEWLINE.split(code))
    return "\n" + "\n".join(line for line in lines if line) + "\n"


def _defined(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
    elif isinstance(statement, ast.Assign):
        yield from (target.id for target in statement.targets if isinstance(target, ast.Name))
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id


def _is_field(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call)


def _free(name: str, taken: Collection[str]) -> str:
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
