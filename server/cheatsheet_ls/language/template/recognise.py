"""Which symbol stands at an offset of a template: the first recogniser that knows answers.

>>> recognise_template("{% for a in b %}", 4).symbols
('tag:for',)
"""

from __future__ import annotations

from collections.abc import Callable

from cheatsheet_ls.language.template.jinja import is_jinja
from cheatsheet_ls.language.template.project import NO_PROJECT, ProjectLibraries
from cheatsheet_ls.language.template.recognisers import (
    argument,
    date_format,
    filter,
    loaded_library,
    tag,
    url_name,
    variable,
)
from cheatsheet_ls.language.template.structure import Template, parse
from cheatsheet_ls.model import Match

Recogniser = Callable[[Template, int, int, ProjectLibraries], Match | None]

RECOGNISERS: tuple[Recogniser, ...] = (
    tag.recognise,
    loaded_library.recognise,
    filter.recognise,
    date_format.recognise,
    argument.recognise,
    url_name.recognise,
    variable.recognise,
)


def recognise_template(
    source: str, offset: int, libraries: ProjectLibraries = NO_PROJECT, *, jinja: bool = False
) -> Match | None:
    """Nothing in text, comments and verbatim, nor in what reads like Jinja without `jinja`."""
    template = parse(source)
    index = template.token_at(offset)
    if index is None or (not jinja and is_jinja(source)):
        return None
    for recogniser in RECOGNISERS:
        found = recogniser(template, index, offset, libraries)
        if found is not None:
            return found
    return None
