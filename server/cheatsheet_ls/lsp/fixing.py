"""Quick fixes of the problems in a range, and all safe ones of a document together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.convert import to_offset
from cheatsheet_ls.lsp.problems import SOURCE, to_lsp
from cheatsheet_ls.lsp.workspace_edit import workspace_edit

if TYPE_CHECKING:
    from cheatsheet_ls.features.diagnostics import Diagnostic, Fix
    from cheatsheet_ls.features.edits import TextEdit
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

KIND = "quickfix"
ALL = "source.fixAll.djangoCheatsheet"
COMMAND = "djangoCheatsheet.applyFix"
ALL_TITLE = "Fix what Django has renamed and what is missing"

Action = types.CodeAction | types.Command


def actions(ls: CheatsheetServer, opened: Opened, params: types.CodeActionParams) -> list[Action]:
    """In the order of the problems; the first fix of each is the one that is preferred."""
    only = _words(params.context.only)
    if not ls.state.config(opened.folder).diagnostics_enabled:
        return []
    found: list[Action] = []
    if _means(only, KIND) and (only is not None or _shows_ours(params)):
        for problem, index in _in_range(ls, opened, params.range):
            found.append(_action(ls, opened, problem, index))
    if only is not None and _means(only, ALL):
        found += _fix_all(ls, opened)
    return found


def _words(only: Sequence[Any] | None) -> list[str] | None:
    return None if only is None else [str(getattr(kind, "value", kind)) for kind in only]


def _means(only: list[str] | None, kind: str) -> bool:
    """An editor that asks for `source` means all kinds below it."""
    return only is None or any(one == "" or f"{kind}.".startswith(f"{one}.") for one in only)


def _shows_ours(params: types.CodeActionParams) -> bool:
    return any(one.source == SOURCE for one in params.context.diagnostics)


def _in_range(
    ls: CheatsheetServer, opened: Opened, range_: types.Range
) -> Iterator[tuple[Diagnostic, int]]:
    start = to_offset(opened.lines, range_.start, ls.state.client.encoding)
    end = to_offset(opened.lines, range_.end, ls.state.client.encoding)
    for problem in ls.state.problems.of(ls.state, opened):
        if problem.span.start <= end and start <= problem.span.end:
            yield from ((problem, index) for index in range(len(problem.fixes)))


def _action(ls: CheatsheetServer, opened: Opened, problem: Diagnostic, index: int) -> Action:
    client, fix = ls.state.client, problem.fixes[index]
    data = {
        "uri": opened.document.uri,
        "version": opened.document.version,
        "fix": [problem.code, problem.span.start, index],
    }
    if not client.action_literals:
        return types.Command(fix.title, COMMAND, arguments=[data])
    return types.CodeAction(
        fix.title,
        kind=KIND,
        diagnostics=[to_lsp(ls.state, opened, problem)],
        is_preferred=True if index == 0 else None,  # to Emacs false is a value like any other
        edit=None if client.resolves_edits else _edit(ls, opened, fix),
        data=data,
    )


def _fix_all(ls: CheatsheetServer, opened: Opened) -> list[Action]:
    from cheatsheet_ls.features.diagnostics import Fix

    edits = together(ls.state.problems.of(ls.state, opened))
    if not edits or not ls.state.client.action_literals:
        return []
    return [types.CodeAction(ALL_TITLE, kind=ALL, edit=_edit(ls, opened, Fix(ALL_TITLE, edits)))]


def together(problems: Sequence[Diagnostic]) -> tuple[TextEdit, ...]:
    """The edits of the safe first fixes that do not touch each other; the rest waits for the next
    time.
    """
    taken: list[TextEdit] = []
    for fix in _safe(problems):
        if all(_apart(edit, other) for edit in fix.edits for other in taken if edit != other):
            taken += [edit for edit in fix.edits if edit not in taken]
    return tuple(taken)


def _safe(problems: Sequence[Diagnostic]) -> Iterator[Fix]:
    yield from (one.fixes[0] for one in problems if one.fixes and one.fixes[0].safe)


def _apart(one: TextEdit, other: TextEdit) -> bool:
    return one.span.end < other.span.start or other.span.end < one.span.start


def _edit(ls: CheatsheetServer, opened: Opened, fix: Fix) -> types.WorkspaceEdit | None:
    return workspace_edit(ls.state, opened, fix.changes(opened.document.path))


def edit_of(ls: CheatsheetServer, data: Any) -> types.WorkspaceEdit | None:
    """The edit of the fix that an action names; None where the document moved on."""
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        return None
    opened = ls.state.documents.get(data["uri"])
    if opened is None or opened.document.version != data.get("version"):
        return None
    for problem in ls.state.problems.of(ls.state, opened):
        for index, fix in enumerate(problem.fixes):
            if [problem.code, problem.span.start, index] == data.get("fix"):
                return _edit(ls, opened, fix)
    return None
