"""`textDocument/codeAction` and `codeAction/resolve`: at most eight, the last one "more…"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.convert import to_offset
from cheatsheet_ls.lsp.workspace_edit import workspace_edit

if TYPE_CHECKING:
    from cheatsheet_ls.features.actions import Offer
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

KIND = "refactor.insertExample"
MOST = 8
MORE = "Insert example: more…"

OPTIONS = types.CodeActionOptions(code_action_kinds=[KIND], resolve_provider=True)

Action = types.CodeAction | types.Command


def actions(ls: CheatsheetServer, params: types.CodeActionParams) -> list[Action]:
    opened = ls.state.documents.get(params.text_document.uri)
    if opened is None or not ls.state.config(opened.folder).code_actions_enabled:
        return []
    if not _asked_for(params.context.only):
        return []
    offset = to_offset(opened.lines, params.range.start, ls.state.client.encoding)
    found = list(islice(offers_at(ls, opened, offset), MOST + 1))
    shown = found if len(found) <= MOST else found[: MOST - 1]
    result = [_action(ls, opened, offer, offset) for offer in shown]
    if len(found) > MOST:
        result.append(_more(ls, opened, offset))
    return result


def offers_at(ls: CheatsheetServer, opened: Opened, offset: int) -> Any:
    from cheatsheet_ls.features.actions import offers

    state = ls.state
    return offers(
        state.loader.get(),
        opened.document,
        offset,
        opened.folder.workspace,
        state.django(opened),
    )


def _asked_for(only: Sequence[str] | None) -> bool:
    """An editor that asks for `refactor` means all kinds below it."""
    return only is None or any(
        str(getattr(kind, "value", kind)) in ("", KIND, "refactor") for kind in only
    )


def arguments(opened: Opened, offer: Offer, offset: int) -> dict[str, Any]:
    return {
        "uri": opened.document.uri,
        "version": opened.document.version,
        "offset": offset,
        "entry": offer.entry.id,
        "example": offer.example.id,
    }


def _action(ls: CheatsheetServer, opened: Opened, offer: Offer, offset: int) -> Action:
    client, data = ls.state.client, arguments(opened, offer, offset)
    if not client.action_literals:
        return types.Command(offer.title, "djangoCheatsheet.insertExample", arguments=[data])
    edit = None if client.resolves_edits else _edit(ls, opened, offer)
    return types.CodeAction(offer.title, kind=KIND, edit=edit, data=data)


def _edit(ls: CheatsheetServer, opened: Opened, offer: Offer) -> types.WorkspaceEdit:
    from cheatsheet_ls.features.actions import edits_for

    edits = edits_for(offer, opened.document, opened.folder.workspace)
    return workspace_edit(ls.state.client, opened, edits)


def _more(ls: CheatsheetServer, opened: Opened, offset: int) -> Action:
    """Asks which one: a quick pick in an editor that has one for us, a message elsewhere."""
    own = ls.state.client.picks_examples
    name = "djangoCheatsheet.pickExample" if own else "djangoCheatsheet.moreExamples"
    where: dict[str, Any] = {"uri": opened.document.uri, "offset": offset}
    if own:
        where["examples"] = [
            {"title": offer.title, **arguments(opened, offer, offset)}
            for offer in islice(offers_at(ls, opened, offset), 200)
        ]
    command = types.Command(MORE, name, arguments=[where])
    if not ls.state.client.action_literals:
        return command
    return types.CodeAction(MORE, kind=KIND, command=command)


def resolve(ls: CheatsheetServer, action: types.CodeAction) -> types.CodeAction:
    edit = edit_of(ls, action.data)
    if edit is not None:
        action.edit = edit
    return action


def edit_of(ls: CheatsheetServer, data: Any) -> types.WorkspaceEdit | None:
    """The edit of an offer named by its data; None where the document moved on."""
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        return None
    opened = ls.state.documents.get(data["uri"])
    offset = data.get("offset")
    if opened is None or not isinstance(offset, int):
        return None
    for offer in offers_at(ls, opened, offset):
        if (offer.entry.id, offer.example.id) == (data.get("entry"), data.get("example")):
            return _edit(ls, opened, offer)
    return None
