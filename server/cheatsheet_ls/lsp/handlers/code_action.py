"""`textDocument/codeAction` and `codeAction/resolve`: at most eight, the last one "more…"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp import fixing, offering
from cheatsheet_ls.lsp.convert import to_offset

if TYPE_CHECKING:
    from cheatsheet_ls.features.actions import Action as Offered
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

KIND = "refactor.insertExample"
MOST = 8
MOST_TO_PICK = 200

SET_UP = "source.setUp"

OPTIONS = types.CodeActionOptions(
    code_action_kinds=[KIND, SET_UP, fixing.KIND, fixing.ALL], resolve_provider=True
)

Action = types.CodeAction | types.Command


def actions(ls: CheatsheetServer, params: types.CodeActionParams) -> list[Action]:
    opened = ls.state.documents.get(params.text_document.uri)
    if opened is None or not ls.state.config(opened.folder).code_actions_enabled:
        return []
    fixes = fixing.actions(ls, opened, params)
    if not any(_asked_for(params.context.only, kind) for kind in (KIND, SET_UP)):
        return fixes
    offset = to_offset(opened.lines, params.range.start, ls.state.client.encoding)
    picked = ls.state.client.picks_examples
    offered = offering.actions_at(ls, opened, offset)
    wanted = (
        one
        for one in offered
        if _asked_for(params.context.only, one.kind)
        and (one.disabled is None or ls.state.client.disables_actions)
    )
    found = list(islice(wanted, MOST_TO_PICK if picked else MOST + 1))
    most = max(1, MOST - len(fixes))
    shown = found if len(found) <= most else found[: most - 1]
    result = fixes + [_action(ls, opened, one, offset) for one in shown]
    if len(found) > most:
        can = [one for one in found if one.disabled is None] if picked else []
        result.append(_more(ls, opened, offset, can))
    return result


def _asked_for(only: Sequence[str] | None, kind: str) -> bool:
    """An editor that asks for `refactor` means all kinds below it."""
    wanted = [""] if only is None else [str(getattr(one, "value", one)) for one in only]
    return any(not one or kind == one or kind.startswith(one + ".") for one in wanted)


def _action(ls: CheatsheetServer, opened: Opened, offered: Offered, offset: int) -> Action:
    client, data = ls.state.client, offering.arguments(opened, offered, offset)
    if offered.disabled is not None:
        reason = types.CodeActionDisabled(offered.disabled)
        return types.CodeAction(offered.title, kind=offered.kind, disabled=reason)
    if not client.action_literals:
        return types.Command(offered.title, "djangoCheatsheet.insertExample", arguments=[data])
    edit = None if client.resolves_edits else offering.edit(ls, opened, offered)
    return types.CodeAction(offered.title, kind=offered.kind, edit=edit, data=data)


def _more(ls: CheatsheetServer, opened: Opened, offset: int, picked: Sequence[Offered]) -> Action:
    """Asks which one: a quick pick in an editor that has one for us, a message elsewhere."""
    name = "djangoCheatsheet.pickExample" if picked else "djangoCheatsheet.moreExamples"
    where: dict[str, Any] = {"uri": opened.document.uri, "offset": offset}
    if picked:
        where["examples"] = [
            {"title": one.title, **offering.arguments(opened, one, offset)} for one in picked
        ]
    command = types.Command(offering.MORE, name, arguments=[where])
    if not ls.state.client.action_literals:
        return command
    return types.CodeAction(offering.MORE, kind=KIND, command=command)


def resolve(ls: CheatsheetServer, action: types.CodeAction) -> types.CodeAction:
    is_fix = isinstance(action.data, dict) and "fix" in action.data
    edit = (fixing if is_fix else offering).edit_of(ls, action.data)
    if edit is not None:
        action.edit = edit
    return action
