"""Settings in `.env` files: `DEBUG=1`, `DJANGO_SECRET_KEY=…`."""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.kinds import is_env
from cheatsheet_ls.language.text.lines import line_at
from cheatsheet_ls.language.text.names import is_setting
from cheatsheet_ls.model import Kind, Match, Span, Symbol

_ASSIGNED = re.compile(r"\s*(?:export\s+)?(?P<name>[A-Z][A-Z0-9_]*)\s*=")


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    if path is None or not is_env(path):
        return None
    start, line = line_at(source, offset)
    assigned = _ASSIGNED.match(line)
    if assigned is None:
        return None
    span = Span(start + assigned.start("name"), start + assigned.end("name"))
    name = assigned["name"].removeprefix("DJANGO_")
    if not span.start <= offset <= span.end or not is_setting(name):
        return None
    return Match((Symbol(f"setting:{name}"),), span, "setting")
