"""Where new statements may go, seen from the cursor: below its statement, at each level out.

In a method of a model: first below the statement in the method, then below the method in the class
body, then below the class. Each spot knows its indentation; what may stand there is for `language`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.edits import line_end, line_start
from cheatsheet_ls.features.imports.existing import head
from cheatsheet_ls.language.python.tree import Tree


@dataclass(frozen=True, slots=True)
class Spot:
    """`offset` is the end of the line to write below; an empty line is itself the spot.

    `holder` is what a new line there would belong to: "function", "class", "module" or "list".
    """

    offset: int
    indent: str
    level: int = 0
    on_empty_line: bool = False
    holder: str = ""

    @property
    def in_list(self) -> bool:
        return self.holder == "list"


def python_spots(tree: Tree, offset: int) -> Iterator[Spot]:
    """Innermost first."""
    index, path = tree.path_at(offset)
    yield from _in_list(tree, index, path)
    inner = [node for node in path if isinstance(node, ast.stmt)]
    for level, statement in enumerate(reversed(inner)):
        start, end = tree.span(index, statement)
        if level == len(inner) - 1 and isinstance(statement, (ast.Import, ast.ImportFrom)):
            end = max(end, end_of_imports(tree))
        indent = _indent_of(tree.text, start)
        if indent is not None:
            holder = _holder(inner[: len(inner) - 1 - level])
            yield Spot(line_end(tree.text, end), indent, level, holder=holder)


def _holder(around: list[ast.stmt]) -> str:
    """What the statements around make of a new one, seen from the outermost."""
    for statement in reversed(around):
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return "function"
        if isinstance(statement, ast.ClassDef):
            return "class"
    return "module"


def _in_list(tree: Tree, index: int, path: list[ast.AST]) -> Iterator[Spot]:
    """Below an item of a list with an item a line, such as `urlpatterns`; it ends in a comma."""
    for at in range(len(path) - 1, 0, -1):
        outer, item = path[at - 1], path[at]
        if isinstance(outer, ast.List) and item in outer.elts:
            start, end = tree.span(index, item)
            indent, stop = _indent_of(tree.text, start), line_end(tree.text, end)
            if indent is not None and tree.text[end:stop].lstrip().startswith(","):
                yield Spot(stop, indent, holder="list")
            return


def end_of_imports(tree: Tree) -> int:
    """On an import the spot is below all of them: the code may need some, and bring its own."""
    return max((one.span.end for one in head(tree).statements), default=0)


def _indent_of(text: str, start: int) -> str | None:
    """None for a statement that shares its line with another one."""
    indent = text[line_start(text, start) : start]
    return indent if not indent.strip() else None


def line_spot(text: str, offset: int) -> Spot:
    """Below the line of the cursor, or on it where it is empty."""
    start, end = line_start(text, offset), line_end(text, offset)
    line = text[start:end]
    indent = line[: len(line) - len(line.lstrip())]
    return Spot(end, indent, on_empty_line=not line.strip())
