"""What the tests of text documents ask: the symbol under the cursor, and what fits there."""

from __future__ import annotations

from pathlib import PurePosixPath

from cheatsheet_ls.language.text.kinds import text_kind
from cheatsheet_ls.language.text.place import place_at_text
from cheatsheet_ls.language.text.recognise import recognise_text
from cheatsheet_ls.model import Kind, Place
from tests.support.marked import cursor, drawn


def recognised(text: str, name: str = "deploy.sh") -> str | None:
    source, offset = cursor(text)
    path = PurePosixPath("project", name)
    found = recognise_text(source, offset, text_kind("", path) or Kind.OTHER, path)
    return f"{found.symbols[0]}  {drawn(source, found.span)}" if found else None


def place(text: str, name: str = "deploy.sh") -> Place | None:
    source, offset = cursor(text)
    path = PurePosixPath("project", name)
    return place_at_text(source, offset, text_kind("", path) or Kind.OTHER, path)


def offered(text: str, name: str = "deploy.sh") -> str | None:
    found = place(text, name)
    return f"{found.trigger} {drawn(cursor(text)[0], found.typed)}" if found else None
