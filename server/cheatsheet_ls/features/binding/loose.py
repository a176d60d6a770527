"""Names of fields among other data of an example: keys, items of lists, f-strings."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.features.binding.paths import Paths

# Words that are not the values of choices as well.
_LOOSE = frozenset(sample.FIELDS[sample.SUBJECT]) - {"published", "status"}
_NO_MODELS = frozenset({"settings", "text", "asgi", "routing"})
_HOLD_FIELDS = frozenset({"cleaned_data", "validated_data", "errors", "initial_data"})
_OWN_FIELD = re.compile(r"^ *\w+ = (?:forms|serializers)\.\w+(?:Field|\()", re.MULTILINE)
_IN_F_STRING = re.compile(r"\{[^{}]*\}")
_CHAIN = re.compile(r"\b[a-z_]\w*(?:\.\w+)+")


class Loose(Paths, ast.NodeVisitor):
    """Data of a form or serializer that declares fields itself is left as it is."""

    def __init__(self, code: str, scope: str) -> None:
        super().__init__(code)
        self.scope = scope
        self.has_own_fields = _OWN_FIELD.search(code) is not None or scope == "form-body"

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if self._holds_fields(node.value):
            self.string(node.slice)
        self.loose(node.slice)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        self.loose(*node.keys, *node.values)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        self.loose(node.left)
        self.generic_visit(node)

    def _items(self, node: ast.List | ast.Tuple | ast.Set) -> None:
        self.loose(*node.elts)
        self.generic_visit(node)

    visit_List = visit_Tuple = visit_Set = _items

    def loose(self, *nodes: ast.AST | None) -> None:
        """A whole string that is called like a field: to rename it where it is not one does no
        harm, to leave it where it is one would.
        """
        if self.has_own_fields or self.scope in _NO_MODELS:
            return
        for node in nodes:
            word = node.value if isinstance(node, ast.Constant) else None
            if isinstance(word, str) and word.lstrip("-") in _LOOSE:
                self.string(node)

    def _holds_fields(self, node: ast.AST) -> bool:
        """The data or the errors of a form or serializer whose fields are the model's."""
        named = isinstance(node, ast.Attribute) and node.attr in _HOLD_FIELDS
        return named and not self.has_own_fields

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Positions inside of f-strings are right from Python 3.12 on only, so text is read."""
        start = self.offset(node)
        end = self.starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
        for braces in _IN_F_STRING.finditer(self.code, start, end):
            for found in _CHAIN.finditer(self.code, *braces.span()):
                self._chain(found.group(), found.start())

    def _chain(self, chain: str, at: int) -> None:
        """`book.author.name`, and `self.book.title` of a test."""
        first, *rest = chain.split(".")
        owner = self.names.get(first)
        if first == "self" and owner is None:
            at, first, *rest = at + len("self."), *rest
            owner = self.names.get(first)
        at += len(first) + 1
        for name in rest:
            if owner is None or owner[1] != "one" or not sample.has(owner[0], name):
                return
            self.found.append((at, owner[0], name, False))
            at += len(name) + 1
            target = sample.leads_to(owner[0], name)
            owner = (target, "one") if target else None
