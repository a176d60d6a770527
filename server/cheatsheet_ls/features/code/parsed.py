"""Source that must parse before it is changed, with its nodes as offsets."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.language.python.tree import Tree

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file whose every statement parses as it stands."""

    tree: Tree

    @property
    def text(self) -> str:
        return self.tree.text

    def statements(self) -> list[tuple[int, ast.stmt]]:
        """(block, statement) of the top level, in order."""
        blocks = enumerate(self.tree.blocks)
        return [(index, node) for index, block in blocks for node in block.body]

    def span(self, block: int, node: ast.AST) -> tuple[int, int]:
        """Offsets of a node; its decorators are not in it."""
        return self.tree.span(block, node)

    def mentioning(self, *words: str) -> list[tuple[int, ast.stmt]]:
        """The statements in whose text one of the words stands; others are not even parsed."""
        return [
            (index, node)
            for index, block in enumerate(self.tree.blocks)
            if any(word in block.text for word in words)
            for node in block.body
        ]

    def class_(self, name: str) -> tuple[int, ast.ClassDef] | None:
        found = self.definition(name)
        return (found[0], found[1]) if found and isinstance(found[1], ast.ClassDef) else None

    def definition(self, name: str) -> tuple[int, Definition] | None:
        """The class or function of that name at the top level."""
        for index, block in enumerate(self.tree.blocks):
            for node in block.body if block.defines == name else ():
                if isinstance(node, Definition) and node.name == name:
                    return index, node
        return None

    def start(self, block: int, node: Definition) -> int:
        """Where it begins, decorators included."""
        above = [self.span(block, one)[0] - 1 for one in node.decorator_list]
        return min([self.span(block, node)[0], *above])


@lru_cache(maxsize=16)  # one action asks for the same few texts again and again
def parsed(text: str, name: str = "the file") -> Parsed:
    """Raises CannotEdit where the source does not parse."""
    tree = Tree(text)
    if not all(_parses(block.text) for block in tree.blocks):
        raise CannotEdit(f"{name} does not parse")
    return Parsed(tree)


# Between two keystrokes, and two steps of an action, most is the same: what is known to parse, by
# hash and length, as the sources themselves would be a text for each keystroke.
_known: dict[tuple[int, int], bool] = {}
KNOWN = 4096


def _parses(source: str) -> bool:
    key = hash(source), len(source)
    if key not in _known:
        if len(_known) >= KNOWN:
            _known.clear()
        try:
            ast.parse(source)
            _known[key] = True
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            _known[key] = False
    return _known[key]
