"""`index_together` and whatever else `class Meta` of a model has lost."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import names
from cheatsheet_ls.features.diagnostics import aging
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.classes import body_class, class_of_scope, is_model
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import where_versions_count
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.features.imports import Spelling
from cheatsheet_ls.language.python.literals import text

RULES = aging.RULES
NODES = (ast.Assign,)


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.Assign)
    target = node.targets[0]
    if not isinstance(target, ast.Name) or not where_versions_count(at):
        return
    facts = names.meta_option("model", target.id)
    if facts is None or aging.rule_for(facts.versions, at.file.django) is None:
        return
    meta = body_class(at)
    outer = class_of_scope(meta.scope) if meta and meta.node.name == "Meta" else None
    if outer is None or not is_model(at, outer):
        return
    aged = Aged(f"Meta.{target.id}", f"meta:model.{target.id}", facts.versions)
    fixes = _fixes(at, node) if target.id == "index_together" else []
    found = aging.problem(aged, at.span(target), at.file.django, fixes)
    if found is not None:
        yield found


def _fixes(at: Node, node: ast.Assign) -> list[Fix]:
    """`indexes` with the same columns, where they are written down and it is not there yet."""
    groups = _groups(node.value)
    if groups is None or at.scope.find("indexes"):
        return []
    document, tree = at.file.document, at.file.module.tree
    spelling = Spelling(document.text, tree).adapt(
        ("from django.db import models",), "models.Index"
    )
    items = ", ".join(f"{spelling.body}(fields=[{', '.join(group)}])" for group in groups)
    edit = TextEdit(at.span(), f"indexes = [{items}]")
    return [Fix("Use indexes", (*spelling.edits, edit), safe=False)]


def _groups(value: ast.expr) -> list[list[str]] | None:
    if not isinstance(value, (ast.List, ast.Tuple, ast.Set)) or not value.elts:
        return None
    if all(text(one) is not None for one in value.elts):
        return [[_quoted(one) for one in value.elts]]
    groups: list[list[str]] = []
    for group in value.elts:
        if not isinstance(group, (ast.List, ast.Tuple)) or not all(text(one) for one in group.elts):
            return None
        groups.append([_quoted(one) for one in group.elts])
    return groups


def _quoted(node: ast.expr) -> str:
    return f'"{text(node)}"'
