"""What the tests of templates ask: the symbol under the cursor, with its span drawn."""

from __future__ import annotations

from cheatsheet_ls.language.template.place import place_at_template
from cheatsheet_ls.language.template.project import NO_PROJECT, ProjectLibraries
from cheatsheet_ls.language.template.recognise import recognise_template
from cheatsheet_ls.model import Match, Place
from tests.support.marked import cursor, drawn


def match(text: str, project: ProjectLibraries = NO_PROJECT) -> Match | None:
    source, offset = cursor(text)
    return recognise_template(source, offset, project)


def recognised(text: str, project: ProjectLibraries = NO_PROJECT) -> str | None:
    """`tag:for  «for»`, or None where nothing is said."""
    found = match(text, project)
    return f"{found.symbols[0]}  {drawn(cursor(text)[0], found.span)}" if found else None


def symbols(text: str, project: ProjectLibraries = NO_PROJECT) -> tuple[str, ...]:
    found = match(text, project)
    return found.symbols if found else ()


def place(text: str, project: ProjectLibraries = NO_PROJECT) -> Place | None:
    source, offset = cursor(text)
    return place_at_template(source, offset, project)


def offered(text: str, project: ProjectLibraries = NO_PROJECT) -> str | None:
    """`tag «fo»`: how the place was entered, and what is typed so far."""
    found = place(text, project)
    return f"{found.trigger} {drawn(cursor(text)[0], found.typed)}" if found else None
