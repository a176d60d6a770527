"""Which symbol stands at an offset of a text document: the first recogniser that knows answers.

>>> recognise_text("python manage.py migrate", 20, Kind.SHELL, None).symbols
('command:migrate',)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from cheatsheet_ls.language.text.place import place_at_text
from cheatsheet_ls.language.text.recognisers import (
    command,
    env,
    environment_variable,
    package,
    program,
)
from cheatsheet_ls.model import Kind, Match

__all__ = ["place_at_text", "recognise_text"]

Recogniser = Callable[[str, int, Kind, "PurePath | None"], Match | None]

RECOGNISERS: tuple[Recogniser, ...] = (
    environment_variable.recognise,
    env.recognise,
    package.recognise,
    command.recognise,
    program.recognise,
)


def recognise_text(
    source: str, offset: int, kind: Kind, path: PurePath | None = None
) -> Match | None:
    if kind not in (Kind.SHELL, Kind.REQUIREMENTS):
        return None
    for recogniser in RECOGNISERS:
        found = recogniser(source, offset, kind, path)
        if found is not None:
            return found
    return None
