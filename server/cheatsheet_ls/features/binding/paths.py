"""Paths of fields in an example: `author__name` as a string or a keyword, and where it stands."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.features.binding.values import Values

Found = tuple[int, str, str, bool]
"""Offset, model, field, and whether a relation is named as queries name it."""


class Paths(Values):
    """Collects in `found` what each path names, from one model to the next."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.found: list[Found] = []
        self.model = sample.SUBJECT
        self.new: set[str] = set()  # names that `annotate` makes
        self.makes_new = False  # whether these are being made, from fields
        self.starts = [0]
        for line in code.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def path(self, start: int, text: str, model: str | None = None) -> None:
        bare = text.lstrip("-=^@+")
        at, parts = start + len(text) - len(bare), re.split(r"__|\.", bare)
        model = self.model if model is None else model
        if parts[0] in self.new and not self.makes_new:
            return
        for part in parts:
            if model is None or not sample.has(model, part):
                return
            self.found.append((at, model, part, True))
            at += len(part)
            at += 1 if text[at - start : at - start + 1] == "." else 2
            model = sample.leads_to(model, part)

    def string(self, node: ast.AST | None, model: str | None = None) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            start = self.offset(node)
            quote = re.match(r"[a-zA-Z]*(\"\"\"|'''|\"|')", self.code[start:])
            if quote and self.code.startswith(node.value, start + quote.end()):
                self.path(start + quote.end(), node.value, model)

    def strings(self, node: ast.AST, model: str | None = None) -> None:
        """Every string in a list, a tuple, a dictionary."""
        for one in ast.walk(node):
            self.string(one, model)

    def keyword(self, node: ast.keyword, model: str | None = None) -> None:
        if node.arg:
            start = self.starts[node.lineno - 1] + self._column(node)
            self.path(start, node.arg, model)

    def offset(self, node: ast.expr | ast.stmt) -> int:
        return self.starts[node.lineno - 1] + self._column(node)

    def _column(self, node: ast.expr | ast.stmt | ast.keyword) -> int:
        """The parser counts bytes."""
        line = self.code[self.starts[node.lineno - 1] : self.starts[node.lineno] - 1]
        return len(line.encode()[: node.col_offset].decode(errors="ignore"))
