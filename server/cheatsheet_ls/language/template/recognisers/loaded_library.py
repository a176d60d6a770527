"""Words of `{% load static %}` and `{% load trans from i18n %}`: libraries, tags and filters."""

from __future__ import annotations

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Load, Template, Word, load_words
from cheatsheet_ls.model import Match, Span, Symbol


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    if token.kind is not TokenKind.TAG or token.name != "load":
        return None
    load = load_words(template.source, token)
    for word in load.libraries:
        if word.start <= offset <= word.end:
            return _library(word, project)
    for word in load.only:
        if word.start <= offset <= word.end:
            return _name_from(load, word, project)
    return None


def _library(word: Word, project: ProjectLibraries) -> Match | None:
    if word.text in project.own or not known.is_library(word.text):
        return None
    names = (word.text, known.RENAMED[word.text]) if word.text in known.RENAMED else (word.text,)
    symbols = tuple(Symbol(f"library:{name}") for name in names)
    return Match(symbols, Span(word.start, word.end), "template_library")


def _name_from(load: Load, word: Word, project: ProjectLibraries) -> Match | None:
    library = load.libraries[0].text
    if library in project.own:
        return None
    span = Span(word.start, word.end)
    if word.text in known.tags_of(library):
        return Match(known.tag_symbols(word.text, library), span, "template_tag")
    if word.text in known.filters_of(library):
        return Match(known.filter_symbols(word.text, library), span, "template_filter")
    return None
