"""`workspace/executeCommand`: the commands behind actions, and the sheet for any editor."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp import fixing, sheet_requests
from cheatsheet_ls.lsp.offering import MORE, actions_at, arguments, edit_of

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer

ASKED = 30  # entries of one question; more than that nobody reads


async def insert_example(ls: CheatsheetServer, *params: Any) -> bool:
    """The example its argument names, put into the document."""
    edit = edit_of(ls, params[0] if params else None)
    if edit is None:
        return False
    label = "Insert example"
    answer = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))
    return answer.applied


async def apply_fix(ls: CheatsheetServer, *params: Any) -> bool:
    """The fix its argument names, for clients that take commands in place of actions."""
    edit = fixing.edit_of(ls, params[0] if params else None)
    if edit is None:
        return False
    answer = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Fix"))
    return answer.applied


async def more_examples(ls: CheatsheetServer, *params: Any) -> bool:
    """Ask which example, then insert it."""
    where = params[0] if params and isinstance(params[0], dict) else {}
    uri, offset = where.get("uri"), where.get("offset")
    opened = ls.state.documents.get(uri) if isinstance(uri, str) else None
    if opened is None or not isinstance(offset, int):
        return False
    offered = (one for one in actions_at(ls, opened, offset) if one.disabled is None)
    found = {one.title: one for one in islice(offered, ASKED)}
    choices = [types.MessageActionItem(title) for title in found]
    question = types.ShowMessageRequestParams(types.MessageType.Info, MORE, choices)
    chosen = await ls.window_show_message_request_async(question)
    picked = found.get(chosen.title) if chosen else None
    return await insert_example(ls, arguments(opened, picked, offset)) if picked else False


def show_entry(ls: CheatsheetServer, *params: Any) -> dict[str, Any] | None:
    """An entry by id or symbol, as `cheatsheet/entry` gives it."""
    first = params[0] if params else None
    return sheet_requests.entry(ls, {"id": first} if isinstance(first, str) else first)


def search(ls: CheatsheetServer, *params: Any) -> list[dict[str, Any]]:
    first = params[0] if params else None
    return sheet_requests.search(ls, {"query": first} if isinstance(first, str) else first)
