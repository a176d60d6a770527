"""Date formats in templates: where one stands, and which of its characters are letters.

`|date:"Y-m-d"`, `|time:"H:i"` and `{% now "j F Y" %}` hold one.
"""

from __future__ import annotations

from cheatsheet_ls.language.template.expression import filters, strings
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import library_of_filter, library_of_tag
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Span

LETTERS = frozenset("aAbBcdDeEfFgGhHiIjlLmMnNoOPrsStTuUwWyYzZ")
DATE_FILTERS = frozenset({"date", "time"})


def format_at(
    template: Template, token: Token, offset: int, project: ProjectLibraries
) -> Span | None:
    """What stands between the quotes of the date format the cursor is in."""
    for quoted in _formats(template, token, project):
        end = quoted.end - 1 if _is_closed(template.source, quoted) else quoted.end
        if quoted.start < offset <= end:
            return Span(quoted.start + 1, end)
    return None


def letters_of(text: str) -> list[tuple[str, int]]:
    """The letters that mean something, with their places; a backslash makes the next one plain.

    In a template a backslash may be doubled: both spellings mean the same.
    """
    found = []
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2 if text[at + 1 : at + 2] == "\\" else 1
        elif text[at] in LETTERS:
            found.append((text[at], at))
        at += 1
    return found


def _formats(template: Template, token: Token, project: ProjectLibraries) -> list[Span]:
    source = template.source
    if token.kind is TokenKind.COMMENT:
        return []
    if token.name == "now":
        first = next(iter(strings(source, token.name_end, token.inner_end)), None)
        ours = library_of_tag(template, token.start, "now", project)
        return [first] if first is not None and ours else []
    start = token.name_end if token.kind is TokenKind.TAG else token.inner
    return [
        found.argument
        for found in filters(source, start, token.inner_end)
        if found.name in DATE_FILTERS
        and found.argument is not None
        and source[found.argument.start] in "\"'"
        and library_of_filter(template, token.start, found.name, project)
    ]


def _is_closed(source: str, quoted: Span) -> bool:
    return quoted.end - quoted.start > 1 and source[quoted.end - 1] == source[quoted.start]
