"""Methods that Django's classes have dropped or will drop, called on `self` or on a manager."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics import aging
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.classes import enclosing_class, is_complete
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix
from cheatsheet_ls.features.diagnostics.replacements import MEMBERS
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import where_versions_count
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python.values import Method
from cheatsheet_ls.model import Span

RULES = aging.RULES
NODES = (ast.Attribute,)


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.Attribute)
    if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
        return
    if not where_versions_count(at):
        return
    value = at.value(node)
    if not isinstance(value, Method) or not value.owner.startswith("django."):
        return
    versions = value.member.versions
    if not versions.deprecated or aging.rule_for(versions, at.file.django) is None:
        return
    own = enclosing_class(at)
    if own is None or not is_complete(at, own):
        return
    end = at.span().end
    span = Span(end - len(node.attr), end)
    new = MEMBERS.get(node.attr)
    fixes = [Fix(f"Use {new}", (TextEdit(span, new),))] if new else []
    aged = Aged(f"{node.attr}()", f"{value.owner}.{node.attr}", versions)
    found = aging.problem(aged, span, at.file.django, fixes)
    if found is not None:
        yield found
