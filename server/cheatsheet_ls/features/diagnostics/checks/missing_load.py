"""Tags and filters of a library that the template has not loaded: it cannot be rendered at all."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_templates import with_library
from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
from cheatsheet_ls.features.diagnostics.templates import blocks_are_known, loads_only_known
from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.loaded import loaded_libraries, loads_before
from cheatsheet_ls.model import Span

RULE = Rule(
    "missing-load",
    Severity.ERROR,
    "Each template loads the libraries it uses, also one that extends or is included: without "
    "`{% load %}` Django raises `TemplateSyntaxError`.",
    "tag:load",
)
RULES = (RULE,)

# Libraries whose names mean one thing everywhere; other packages' tags may be anybody's.
LIBRARIES = ("static", "i18n", "l10n", "tz", "cache", "humanize")


def check(subject: TemplateSubject) -> Iterator[Diagnostic]:
    template = subject.template
    told: set[str] = set()
    for index, token in enumerate(template.tokens):
        if token.kind is not TokenKind.TAG or not token.closed or index in template.owners:
            continue
        library = next((one for one in LIBRARIES if token.name in known.tags_of(one)), None)
        if library is None or library in told or not _is_missing(subject, index, library):
            continue
        told.add(library)
        yield _problem(subject, token.name, Span(token.name_start, token.name_end), library)


def _is_missing(subject: TemplateSubject, index: int, library: str) -> bool:
    template, token = subject.template, subject.template.tokens[index]
    loaded = loaded_libraries(template, token.start, subject.libraries)
    if library in {known.RENAMED.get(one, one) for one in loaded}:
        return False
    if any(
        token.name in [one.text for one in load.only]
        for load in loads_before(template, token.start)
    ):
        return False
    own = subject.libraries.own.values()
    if any(token.name in one.tags for one in own) or token.name in known.tags_of(known.BUILTIN):
        return False
    return loads_only_known(subject, token.start) and blocks_are_known(template, index)


def _problem(subject: TemplateSubject, name: str, span: Span, library: str) -> Diagnostic:
    fix = Fix(f"Load {library}", (with_library(subject.template, library, span.start),))
    message = f"{{% {name} %}} needs {{% load {library} %}} above it in this template."
    return RULE.at(span, message, subject.django.documented, (fix,), symbol=f"tag:{name}")
