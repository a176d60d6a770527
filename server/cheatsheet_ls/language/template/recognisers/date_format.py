"""Letters of date formats, one by one: `|date:"Y-m-d"`, `|time:"H:i"`, `{% now "j F Y" %}`.

The context holds the whole `format` and its `letters` in order. A name such as
`"SHORT_DATE_FORMAT"` is the setting it stands for.
"""

from __future__ import annotations

from cheatsheet_ls.language.template.formats import format_at, letters_of
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Match, Span, Symbol

NAMED = frozenset(
    {
        "DATE_FORMAT",
        "DATETIME_FORMAT",
        "SHORT_DATE_FORMAT",
        "SHORT_DATETIME_FORMAT",
        "TIME_FORMAT",
        "YEAR_MONTH_FORMAT",
        "MONTH_DAY_FORMAT",
    }
)


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    found = format_at(template, token, offset, project)
    if found is None:
        return None
    text = template.source[found.start : found.end]
    if text in NAMED:
        return Match((Symbol(f"setting:{text}"),), found, "setting")
    letters = [(letter, found.start + at) for letter, at in letters_of(text)]
    under_cursor = [each for each in letters if each[1] <= offset <= each[1] + 1]
    if not under_cursor:
        return None
    letter, at = under_cursor[-1]  # between two letters the next one is meant
    context = {"format": text, "letters": " ".join(each for each, _ in letters)}
    return Match((Symbol(f"date:{letter}"),), Span(at, at + 1), "date_letter", context)
