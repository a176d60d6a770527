"""Classes of the user's code as checks see them: whether all that makes them up is known."""

from __future__ import annotations

import ast

from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import Foreign, Made, UserClass

MODEL = "django.db.models.base.Model"


def class_of_scope(scope: Scope | None) -> UserClass | None:
    if scope is None or scope.parent is None or not isinstance(scope.node, ast.ClassDef):
        return None
    return UserClass(scope.node, scope.parent, scope.block)


def enclosing_class(at: Node) -> UserClass | None:
    return class_of_scope(at.scope.enclosing("class"))


def body_class(at: Node) -> UserClass | None:
    """The class in whose body the node stands, not in a method of it."""
    return class_of_scope(at.scope) if at.scope.kind == "class" else None


def mro(at: Node, cls: UserClass) -> tuple[classes.Ancestor, ...]:
    return classes.mro(Resolver(at.file.module), cls)


def is_model(at: Node, cls: UserClass) -> bool:
    return MODEL in mro(at, cls)


def is_complete(at: Node, cls: UserClass) -> bool:
    """Whether every base of it and of its bases is a class of the user's or of Django's, and
    nothing else makes it up: no decorator, no metaclass.
    """
    r = Resolver(at.file.module)
    for ancestor in classes.mro(r, cls):
        if isinstance(ancestor, Foreign):
            return False
        if isinstance(ancestor, UserClass) and not _is_plain(r, ancestor):
            return False
    return True


def _is_plain(r: Resolver, cls: UserClass) -> bool:
    node = cls.node
    known = classes.bases(r, cls)
    if len(known) != len([base for base in node.bases if not _is_object(base)]):
        return False
    return not node.keywords and not any(isinstance(base, Made) for base in known)


def _is_object(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id == "object"
