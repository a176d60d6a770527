"""Links below a hover that run the editor's own commands: "Insert example", "Open in cheat sheet".

Only for a client that says it has these commands. They are written here and nowhere else: in the
text of a sheet a link to a command is no link (features/render/escape.py).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lsprotocol import types

from cheatsheet_ls.lsp.offering import any_at

if TYPE_CHECKING:
    from cheatsheet_ls.features.hover import HoverText
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

INSERT = "djangoCheatsheet.insertExampleAt"
OPEN = "djangoCheatsheet.openEntry"


def linked(
    ls: CheatsheetServer, opened: Opened, position: types.Position, offset: int, found: HoverText
) -> str:
    """The hover's text with the links that lead somewhere; beside that to the documentation."""
    commands, uri = ls.state.client.commands, opened.document.uri
    links: list[str] = []
    if INSERT in commands and _has_example(ls, opened, offset):
        where = {"line": position.line, "character": position.character}
        links.append(_link("Insert example", INSERT, {"uri": uri, "position": where}))
    if OPEN in commands:
        links.append(_link("Open in cheat sheet", OPEN, {"id": found.id, "uri": uri}))
    if not links:
        return found.text
    ends_in_link = found.text.rpartition("\n")[2].startswith("[")
    return (
        " · ".join([found.text, *links])
        if ends_in_link
        else "\n\n".join([found.text, " · ".join(links)])
    )


def _has_example(ls: CheatsheetServer, opened: Opened, offset: int) -> bool:
    return ls.state.config(opened.folder).code_actions_enabled and any_at(ls, opened, offset)


def _link(label: str, command: str, argument: dict[str, Any]) -> str:
    return f"[{label}](command:{command}?{quote(json.dumps([argument]), safe='')})"
