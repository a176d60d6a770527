"""The arguments a call still needs, added behind those it has; order and comments stay."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.code.calls import with_arguments
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.features.edits import applied, in_quotes_of
from cheatsheet_ls.features.imports import Spelling
from cheatsheet_ls.features.required import Required, required

ID = "required-arguments"


def offers(asked: Asked) -> Iterator[Action]:
    call, path = _call_at(asked)
    if call is None or asked.document.path is None:
        return
    missing = [one for one in required(path, asked.django.high) if not _is_given(call, one)]
    if not missing:
        return

    def build(drafts: Drafts) -> None:
        assert asked.document.path is not None
        draft = drafts.open(asked.document.path)
        draft.text = _filled(asked, call, missing, draft.text)

    name = path.rpartition(".")[2]
    yield from answered(asked, ID, f"required arguments of {name}", build)


def _call_at(asked: Asked) -> tuple[ast.Call | None, str]:
    """The call of the API whose name or arguments the cursor is on, and what it calls."""
    from cheatsheet_ls.language.python.values import Api

    cursor = asked.cursor
    call = cursor.around(ast.Call) if cursor is not None else None
    if cursor is None or not isinstance(call, ast.Call):
        return None, ""
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    if not isinstance(callee, Api) or cursor.module.tree.is_repaired_at(cursor.span.start):
        return None, ""
    return call, callee.path


def _is_given(call: ast.Call, one: Required) -> bool:
    """Where arguments are unpacked nobody knows, so nothing is missing."""
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return True
    if any(word.arg is None or word.arg == one.name for word in call.keywords):
        return True
    return one.position is not None and one.position < len(call.args)


def _filled(asked: Asked, call: ast.Call, missing: list[Required], text: str) -> str:
    cursor = asked.cursor
    assert cursor is not None
    tree, block = cursor.module.tree, cursor.block
    spelling = Spelling(text, tree)
    imports = tuple(dict.fromkeys(line for one in missing for line in one.imports))
    body = "\n".join(f"{one.name} = {one.value}" for one in missing)
    adapted = spelling.adapt(imports, body)
    written = in_quotes_of(adapted.body, text).replace(" = ", "=").split("\n")
    arguments = [tree.span(block, one) for one in (*call.args, *call.keywords)]
    edits = with_arguments(text, tree.span(block, call), arguments, written)
    return applied(text, (*adapted.edits, edits))
