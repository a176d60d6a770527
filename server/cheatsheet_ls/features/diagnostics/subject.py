"""What a check is asked about: a template, or one node of a Python file with its surroundings."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Span

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.module import Module
    from cheatsheet_ls.language.python.scopes import Scope
    from cheatsheet_ls.language.python.values import Value
    from cheatsheet_ls.language.template.project import ProjectLibraries
    from cheatsheet_ls.language.template.structure import Template


@dataclass(frozen=True, slots=True)
class TemplateSubject:
    """A template that is Django's for certain."""

    template: Template
    libraries: ProjectLibraries
    django: Django
    document: Document
    workspace: Workspace


@dataclass(frozen=True, slots=True)
class FileSubject:
    """A Python file. `memo` keeps what several checks ask of it, `recipes` are those of the
    sheet.
    """

    module: Module
    django: Django
    document: Document
    workspace: Workspace
    recipes: tuple[Entry, ...] = ()
    memo: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a Python file: the scope it is evaluated in, the nodes around it, outermost first.

    `guarded`: it stands where code for several releases does, in a `try` with an `except` for
    imports or below a test of versions.
    """

    file: FileSubject
    node: ast.AST
    scope: Scope
    block: int
    around: tuple[ast.AST, ...]
    guarded: bool

    def span(self, node: ast.AST | None = None) -> Span:
        wanted = self.node if node is None else node
        return Span(*self.file.module.tree.span(self.block, wanted))

    def value(self, node: ast.expr | None) -> Value | None:
        """What an expression at this place stands for."""
        from cheatsheet_ls.language.python.resolver import Resolver

        return Resolver(self.file.module).evaluate(node, self.scope, self.block)

    def text(self, span: Span) -> str:
        return self.file.document.text[span.start : span.end]

    @property
    def release(self) -> str:
        return self.file.django.documented
