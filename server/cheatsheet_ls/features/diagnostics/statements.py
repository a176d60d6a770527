"""Statements of a module: whether a name is used, and the lines that one takes."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.diagnostics.subject import FileSubject, Node
from cheatsheet_ls.features.edits import line_end, line_start, newline_of
from cheatsheet_ls.model import Span


def is_used(file: FileSubject, name: str) -> bool:
    """Whether the text has the name anywhere but where it is assigned at the top level."""
    words = re.findall(rf"\b{re.escape(name)}\b", file.document.text)
    return len(words) > len(file.module.scope.find(name))


def whole_lines(at: Node, node: ast.AST | None = None) -> Span:
    """The lines of a statement with the line end; the statement alone where it shares them."""
    text, span = at.file.document.text, at.span(node)
    start, end = line_start(text, span.start), line_end(text, span.end)
    if text[start : span.start].strip() or text[span.end : end].partition("#")[0].strip():
        return span
    newline = newline_of(text)
    return Span(start, end + len(newline) if text.startswith(newline, end) else end)
