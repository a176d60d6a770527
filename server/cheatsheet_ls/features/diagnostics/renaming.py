"""The fix that puts one imported name in the place of another, everywhere in the file.

from django.utils.http import urlquote        from urllib.parse import quote
urlquote(title)                               quote(title)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.replacements import statement_of
from cheatsheet_ls.features.diagnostics.subject import FileSubject, Node
from cheatsheet_ls.features.diagnostics.walk import is_whole, nodes_of
from cheatsheet_ls.features.drafts import hunks
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.features.imports import Spelling
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.model import Span


def of_import(at: Node, alias: ast.alias, new: str) -> tuple[TextEdit, ...]:
    """The imported name and all its uses; none where the file uses the name for other things."""
    statement = at.node
    assert isinstance(statement, ast.ImportFrom)
    span, name = at.span(alias), new.rpartition(".")[2]
    same_module = new.rpartition(".")[0] == statement.module
    bound = alias.asname or alias.name
    if same_module and alias.asname:
        return (TextEdit(Span(span.start, span.start + len(alias.name)), name),)
    if at.around:
        return ()  # in a function or a condition: one of several ways
    uses = list(_uses(at.file, bound))
    if any(use is None for use in uses):
        return ()
    spans = [use for use in uses if use is not None]
    if same_module and not at.file.module.scope.find(name):
        return (TextEdit(span, name), *(TextEdit(use, name) for use in spans))
    return _moved(at, alias, new, spans)


def _uses(file: FileSubject, bound: str) -> Iterator[Span | None]:
    """Where the name of the module's scope is used; None where it is something else, too."""
    if len(file.module.scope.find(bound)) != 1:
        yield None
    for block in range(len(file.module.tree.blocks)):
        if not is_whole(file.module.tree.blocks[block]):
            yield None
        for node in nodes_of(file, block):
            if isinstance(node.node, ast.Name) and node.node.id == bound:
                yield node.span() if _is_global(bound, node.scope) else None
            elif isinstance(node.node, ast.Constant) and node.node.value == bound:
                yield None  # `__all__`, or a name looked up by its text


def _is_global(name: str, scope: Scope) -> bool:
    current: Scope | None = scope
    while current is not None and current.kind != "module":
        if current.find(name):
            return False
        current = current.parent
    return True


def _moved(at: Node, alias: ast.alias, new: str, uses: list[Span]) -> tuple[TextEdit, ...]:
    text = at.file.document.text
    statement, spelled = statement_of(new)
    if alias.asname:
        statement, spelled = f"{statement} as {alias.asname}", alias.asname
    without = _without(at, alias)
    after = applied(text, [without])
    adapted = Spelling(after).adapt((statement,), spelled)
    shift = len(without.text) - (without.span.end - without.span.start)
    renamed = [
        TextEdit(Span(use.start + shift, use.end + shift), adapted.body)
        for use in uses
        if use.start >= without.span.end and adapted.body != alias.asname
    ]
    return tuple(hunks(text, applied(after, [*adapted.edits, *renamed])))


def _without(at: Node, alias: ast.alias) -> TextEdit:
    """The statement without one of its names; without any it goes with its line."""
    statement = at.node
    assert isinstance(statement, ast.ImportFrom)
    text = at.file.document.text
    if len(statement.names) == 1:
        span = at.span()
        end = span.end
        while end < len(text) and text[end] in " \t":
            end += 1
        if text[end : end + 2] == "\r\n":
            end += 2
        elif text[end : end + 1] in ("\n", "\r"):
            end += 1
        return TextEdit(Span(span.start, end), "")
    index = statement.names.index(alias)
    if index + 1 < len(statement.names):
        following = at.span(statement.names[index + 1]).start
        return TextEdit(Span(at.span(alias).start, following), "")
    return TextEdit(Span(at.span(statement.names[index - 1]).end, at.span(alias).end), "")


def of_attribute(at: Node, new: str) -> tuple[TextEdit, ...]:
    """`encoding.force_text` where it stands: by its module where that has the new name, too."""
    node = at.node
    assert isinstance(node, ast.Attribute)
    module, _, name = new.rpartition(".")
    span = at.span()
    owner = at.value(node.value)
    if getattr(owner, "path", None) == module:
        return (TextEdit(Span(span.end - len(node.attr), span.end), name),)
    statement, spelled = statement_of(new)
    adapted = Spelling(at.file.document.text, at.file.module.tree).adapt((statement,), spelled)
    return (*adapted.edits, TextEdit(span, adapted.body))
