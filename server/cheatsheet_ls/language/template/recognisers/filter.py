"""Filters in variables and in the arguments of tags: `{{ name|lower }}`, `{% filter lower %}`."""

from __future__ import annotations

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.expression import filters
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import library_of_filter
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Match, Span

# Tags whose words are no expressions.
PLAIN = frozenset({"load", "block", "endblock", "comment", "endcomment", "verbatim", "templatetag"})


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    found = filter_at(template.source, token, offset)
    if found is None:
        return None
    name, span = found
    library = library_of_filter(template, token.start, name, project)
    return Match(known.filter_symbols(name, library), span, "template_filter") if library else None


def filter_at(source: str, token: Token, offset: int) -> tuple[str, Span] | None:
    if token.kind is TokenKind.COMMENT or token.name in PLAIN:
        return None
    start = token.name_end if token.kind is TokenKind.TAG else token.inner
    if token.name == "filter":
        first = _first_word(source, token)
        if first is not None and first[1].start <= offset <= first[1].end:
            return first
    for found in filters(source, start, token.inner_end):
        if found.span.start <= offset <= found.span.end:
            return found.name, found.span
    return None


def _first_word(source: str, token: Token) -> tuple[str, Span] | None:
    """`{% filter lower|escape %}` begins with a filter without a bar."""
    start = token.name_end
    while start < token.inner_end and source[start].isspace():
        start += 1
    end = start
    while end < token.inner_end and (source[end].isalnum() or source[end] == "_"):
        end += 1
    return (source[start:end], Span(start, end)) if end > start else None
