"""Where the cursor stands in a Python file: the word, the node, the scope. Made once per query."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Span

_QUOTE = re.compile(r"[rRbBuUfF]{0,2}(\"\"\"|'''|\"|')")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cursor:
    """`path` holds the nodes around the cursor, outermost first; `scope` is where they are
    evaluated.
    """

    module: Module
    resolver: Resolver
    offset: int
    word: str
    span: Span
    block: int
    path: tuple[ast.AST, ...]
    scope: Scope

    @property
    def node(self) -> ast.AST | None:
        return self.path[-1] if self.path else None

    def on(self, start: int, name: str) -> bool:
        """Whether the cursor's word is `name`, standing at file offset `start`."""
        return self.span.start == start and self.word == name

    def node_span(self, node: ast.AST) -> Span:
        return Span(*self.module.tree.span(self.block, node))

    def string_span(self, node: ast.AST) -> Span:
        """The span of a string's content, without prefix and quotes."""
        span = self.node_span(node)
        source = self.module.tree.text[span.start : span.end]
        match = _QUOTE.match(source)
        if match is None or not source.endswith(match.group(1)):
            return span
        return Span(span.start + match.end(), span.end - len(match.group(1)))

    def around(self, *kinds: type[ast.AST]) -> ast.AST | None:
        """The innermost enclosing node of one of the kinds."""
        return next((node for node in reversed(self.path) if isinstance(node, kinds)), None)

    def enclosing_class(self) -> UserClass | None:
        """The class whose body the current scope is, if it is one."""
        scope = self.scope
        if (
            scope.kind == "class"
            and isinstance(scope.node, ast.ClassDef)
            and scope.parent is not None
        ):
            return UserClass(scope.node, scope.parent, self.block)
        return None


def cursor_at(module: Module, offset: int) -> Cursor | None:
    """The cursor on an identifier (or right behind it); None elsewhere."""
    text = module.tree.text
    if not 0 <= offset <= len(text):
        return None
    word = word_at(text, offset)
    if word is None:
        return None
    block, path = module.tree.path_at(word.start)
    if block < 0:
        return None
    scope = module.scope_at(block, path)
    name = text[word.start : word.end]
    return Cursor(module, Resolver(module), offset, name, word, block, tuple(path), scope)


def word_at(text: str, offset: int) -> Span | None:
    """The identifier that holds the offset, else the one that ends there."""
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    start = offset
    while start > line and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    match = _WORD.match(text, start)
    return Span(*match.span()) if match and match.end() >= offset else None
