"""Names of URLs that packages bring: the first argument of `{% url 'admin:index' %}`."""

from __future__ import annotations

import re

from cheatsheet_ls.facts import strings
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Match, Span, Symbol

_FIRST = re.compile(r"""\s*(["'])([\w:-]+)\1""")


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    if token.kind is not TokenKind.TAG or token.name != "url":
        return None
    found = _FIRST.match(template.source, token.name_end, token.inner_end)
    if found is None or not found.start(2) <= offset <= found.end(2):
        return None
    if strings.url_name(found[2]) is None:
        return None
    return Match((Symbol(f"url:{found[2]}"),), Span(*found.span(2)), "url_name")
