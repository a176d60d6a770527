"""Environment variables that Django reads, wherever programs are started: scripts, unit files …"""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.lines import line_at
from cheatsheet_ls.language.text.names import environment_symbol
from cheatsheet_ls.model import Kind, Match, Span

_NAME = re.compile(r"(?<!\w)DJANGO_[A-Z_]+(?!\w)")


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    if kind is not Kind.SHELL:
        return None
    start, line = line_at(source, offset)
    for found in _NAME.finditer(line):
        span = Span(start + found.start(), start + found.end())
        if span.start <= offset <= span.end and not line.lstrip().startswith("#"):
            symbol = environment_symbol(found.group())
            return Match((symbol,), span, "variable") if symbol else None
    return None
