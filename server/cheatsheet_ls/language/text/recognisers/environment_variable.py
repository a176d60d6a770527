"""`DJANGO_SETTINGS_MODULE`, wherever programs are started: scripts, unit files, `.env` files."""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.lines import line_at
from cheatsheet_ls.model import Kind, Match, Span, Symbol

_NAME = re.compile(r"(?<!\w)DJANGO_SETTINGS_MODULE(?!\w)")
_SYMBOL = Symbol("django.conf.ENVIRONMENT_VARIABLE")


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    if kind is not Kind.SHELL:
        return None
    start, line = line_at(source, offset)
    for found in _NAME.finditer(line):
        span = Span(start + found.start(), start + found.end())
        if span.start <= offset <= span.end and not line.lstrip().startswith("#"):
            return Match((_SYMBOL,), span, "variable")
    return None
