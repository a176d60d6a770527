"""The place beside a statement is that of an empty line there, told without imagining the line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cheatsheet_ls.features.actions.spot import python_spots
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import place_at, place_beside
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Place

LIBRARY = Path(__file__).parents[3] / "examples/library"
FILES = sorted(path for path in LIBRARY.rglob("*.py") if path.stat().st_size)


def told(place: Place | None) -> object:
    if place is None or place.trigger != "statement":
        return None
    return place.scope, place.owner, place.taken, dict(place.context), place.indent


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_it_is_what_an_empty_line_there_would_be(path: Path):
    text, workspace = path.read_text(encoding="utf-8"), Workspace(LIBRARY)
    document = Document(path.as_uri(), path, Kind.PYTHON, text, 1)
    workspace.opened(document)
    tree, compared = workspace.module_of(document).tree, 0
    for offset in range(0, len(text), 7):
        for spot in python_spots(tree, offset):
            if not spot.in_list:
                line = "\n" + spot.indent
                longer = text[: spot.offset] + line + text[spot.offset :]
                there = replace(document, text=longer, cache={})
                empty = place_at(there, spot.offset + len(line), workspace)
                beside = place_beside(document, offset, spot.level, spot.indent, workspace)
                assert told(beside) == told(empty), text[offset : offset + 20]
                compared += 1
    assert compared
