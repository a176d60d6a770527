"""Template tags, filters and libraries that Django has dropped: `{% ifequal %}`, `length_is` …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.facts import names
from cheatsheet_ls.features.diagnostics import aging
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix
from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
from cheatsheet_ls.features.diagnostics.templates import blocks_are_known, loads_only_known
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import library_of_filter, library_of_tag
from cheatsheet_ls.model import Span

RULES = aging.RULES

_FILTER = re.compile(r"\|\s*(length_is)\b")
_COUNTED = re.compile(r"\|\s*length_is:(?P<quote>[\"']?)(?P<number>\d+)(?P=quote)(?=\s|$)")
_EQUAL = re.compile(r"\s*(\S+)\s+(\S+)\s*$")


def check(subject: TemplateSubject) -> Iterator[Diagnostic]:
    if not subject.django.known:
        return
    for index, token in enumerate(subject.template.tokens):
        if not token.closed or not blocks_are_known(subject.template, index):
            continue
        if token.kind is TokenKind.TAG and token.name in ("ifequal", "ifnotequal"):
            yield from _equal(subject, index, token)
        elif token.kind is not TokenKind.COMMENT:
            yield from _filters(subject, token)
    yield from _libraries(subject)


def _equal(subject: TemplateSubject, index: int, token: Token) -> Iterator[Diagnostic]:
    template = subject.template
    library = library_of_tag(template, token.start, token.name, subject.libraries)
    if library != known.BUILTIN or not loads_only_known(subject, token.start):
        return
    facts = names.tag(token.name)[0]
    ends = [one for one, owner in template.owners.items() if owner == index]
    end = next((one for one in ends if template.tokens[one].name == f"end{token.name}"), None)
    words = _EQUAL.match(template.source[token.name_end : token.inner_end])
    fixes: list[Fix] = []
    if end is not None and words is not None and "|" not in words[0]:
        closing = template.tokens[end]
        sign = "==" if token.name == "ifequal" else "!="
        condition = TextEdit(
            Span(token.name_start, token.inner_end), f"if {words[1]} {sign} {words[2]} "
        )
        named = TextEdit(Span(closing.name_start, closing.name_end), "endif")
        fixes = [Fix("Use {% if %}", (condition, named))]
    aged = Aged(f"{{% {token.name} %}}", f"tag:{token.name}", facts.versions)
    span = Span(token.name_start, token.name_end)
    found = aging.problem(aged, span, subject.django, fixes)
    if found is not None:
        yield found


def _filters(subject: TemplateSubject, token: Token) -> Iterator[Diagnostic]:
    template = subject.template
    for match in _FILTER.finditer(template.source, token.inner, token.inner_end):
        library = library_of_filter(template, token.start, match[1], subject.libraries)
        if library != known.BUILTIN or not loads_only_known(subject, token.start):
            continue
        aged = Aged(match[1], f"filter:{match[1]}", names.filter_(match[1])[0].versions)
        fixes = _in_condition(subject, token, match.start())
        found = aging.problem(aged, Span(*match.span(1)), subject.django, fixes)
        if found is not None:
            yield found


def _in_condition(subject: TemplateSubject, token: Token, start: int) -> list[Fix]:
    """`a|length_is:"2"` is `a|length == 2` in `{% if %}`, where `==` binds closer than words do."""
    found = _COUNTED.match(subject.template.source, start, token.inner_end)
    if found is None or token.kind is not TokenKind.TAG or token.name not in ("if", "elif"):
        return []
    edit = TextEdit(Span(start, found.end()), f"|length == {found['number']}")
    return [Fix("Use length", (edit,))]


def _libraries(subject: TemplateSubject) -> Iterator[Diagnostic]:
    """`{% load staticfiles %}`: the library `static` under a name of former times."""
    for load in subject.template.loads:
        for word in load.libraries:
            facts = names.library(word.text) if word.text in known.RENAMED else None
            if facts is None or word.text in subject.libraries.own:
                continue
            aged = Aged(f"The library {word.text}", f"library:{word.text}", facts.versions)
            span, new = Span(word.start, word.end), known.RENAMED[word.text]
            fix = Fix(f"Load {new}", (TextEdit(span, new),))
            found = aging.problem(aged, span, subject.django, (fix,))
            if found is not None:
                yield found
