"""Actions on offer at an offset of a document, their names for the way back, their edits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.workspace_edit import workspace_edit

if TYPE_CHECKING:
    from cheatsheet_ls.features.actions import Action, Asked
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

MORE = "Insert example: more…"


def actions_at(ls: CheatsheetServer, opened: Opened, offset: int) -> Iterator[Action]:
    from cheatsheet_ls.features.actions import actions

    return actions(_asked(ls, opened, offset))


def any_at(ls: CheatsheetServer, opened: Opened, offset: int) -> bool:
    from cheatsheet_ls.features.actions import any_action

    return any_action(_asked(ls, opened, offset))


def _asked(ls: CheatsheetServer, opened: Opened, offset: int) -> Asked:
    from cheatsheet_ls.features.actions import Asked

    state = ls.state
    return Asked(
        state.loader.get(),
        opened.document,
        offset,
        opened.folder.workspace,
        state.django(opened),
        creates_files=state.client.creates_files,
    )


def arguments(opened: Opened, action: Action, offset: int) -> dict[str, Any]:
    return {
        "uri": opened.document.uri,
        "version": opened.document.version,
        "offset": offset,
        "action": action.id,
    }


def edit(ls: CheatsheetServer, opened: Opened, action: Action) -> types.WorkspaceEdit | None:
    changes = action.changes()
    return workspace_edit(ls.state, opened, changes) if changes else None


def edit_of(ls: CheatsheetServer, data: Any) -> types.WorkspaceEdit | None:
    """The edit of an action named by its data; None where the document moved on."""
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        return None
    opened = ls.state.documents.get(data["uri"])
    offset = data.get("offset")
    if opened is None or not isinstance(offset, int):
        return None
    for action in actions_at(ls, opened, offset):
        if action.id == data.get("action"):
            return edit(ls, opened, action)
    return None
