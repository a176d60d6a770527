"""Edits of a template: one library more in its `{% load %}` lines."""

from __future__ import annotations

from cheatsheet_ls.features.edits import TextEdit, line_end, newline_of
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Span


def with_library(template: Template, library: str, before: int) -> TextEdit:
    """The library in the first `{% load %}` of whole libraries above the place, else in a line of
    its own: at the top, below `{% extends %}`, which must come first.
    """
    for token, load in zip(_loads(template), template.loads, strict=True):
        if (
            load.end <= before
            and not load.only
            and load.libraries
            and not template.enclosing[token] >= 0
        ):
            end = load.libraries[-1].end
            return TextEdit(Span(end, end), f" {library}")
    newline = newline_of(template.source)
    at = _below_extends(template)
    if at is None:
        return TextEdit(Span(0, 0), f"{{% load {library} %}}{newline}")
    return TextEdit(Span(at, at), f"{newline}{{% load {library} %}}")


def _loads(template: Template) -> list[int]:
    return [
        index
        for index, token in enumerate(template.tokens)
        if token.kind is TokenKind.TAG and token.name == "load"
    ]


def _below_extends(template: Template) -> int | None:
    """The end of the line of `{% extends %}`, or of the tag where more stands on its line."""
    for token in template.tokens:
        if token.kind is TokenKind.TAG and token.name == "extends":
            end = line_end(template.source, token.end)
            rest = template.source[token.end : end]
            return end if not rest.strip() else token.end
    return None
