"""Arguments that speak for their filter: the `2` of `|floatformat:2` is explained there."""

from __future__ import annotations

from cheatsheet_ls.language.template.expression import filters
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.loaded import library_of_filter
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Match, Symbol

SPEAKING = frozenset({"floatformat", "stringformat", "yesno", "pluralize", "slice"})


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    if token.kind is TokenKind.COMMENT:
        return None
    start = token.name_end if token.kind is TokenKind.TAG else token.inner
    for found in filters(template.source, start, token.inner_end):
        span = found.argument
        if span is None or not span.start <= offset <= span.end or found.name not in SPEAKING:
            continue
        if _is_literal(template.source[span.start]) and library_of_filter(
            template, token.start, found.name, project
        ):
            argument = template.source[span.start : span.end]
            symbol = Symbol(f"filter:{found.name}")
            return Match((symbol,), span, "template_filter", {"argument": argument})
    return None


def _is_literal(first: str) -> bool:
    return first in "\"'+-" or first.isdigit()
