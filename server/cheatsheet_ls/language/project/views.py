"""The user's views: functions that answer a request and classes below Django's `View`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.language.project.templates import files_in
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python import models as django_models
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import UserClass, UserInstance, Value
from cheatsheet_ls.language.workspace import Workspace

VIEW = "django.views.generic.base.View"
_ANSWERS = re.compile(r"\b(?:render|redirect|get_object_or_404|\w*Response\w*)\(")
_MODEL = re.compile(r"\bget_(?:object|list)_or_404\(\s*(\w+)|\b([A-Z]\w*)\.objects\b")

FunctionNode = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class View:
    """`source` is its text; `bases` are the API classes below it, none for a function; `model` is
    the class of the user's that it is about.
    """

    name: str
    path: Path | None
    node: ast.ClassDef | Function = field(compare=False, repr=False)
    source: str = field(default="", repr=False)
    bases: tuple[str, ...] = ()
    model: UserClass | None = field(default=None, compare=False, repr=False)
    cls: UserClass | None = field(default=None, compare=False, repr=False)

    @property
    def is_class(self) -> bool:
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_rest(self) -> bool:
        return any(one.startswith("rest_framework.") for one in self.bases)

    def is_a(self, generic: str) -> bool:
        """Whether it is a generic view of that name: `ListView`."""
        return any(one.rpartition(".")[2] == generic for one in self.bases)

    @property
    def decorators(self) -> tuple[str, ...]:
        """As they are written, without `@`."""
        return tuple(ast.unparse(one) for one in self.node.decorator_list)


def files_of(workspace: Workspace, folder: Path) -> list[Path]:
    """The files that hold the views of the app in a folder."""
    package = folder / "views"
    if workspace.exists(package / "__init__.py"):
        return files_in(package, "*.py")
    return [folder / "views.py"]


def view_at(cursor: Cursor) -> View | None:
    """The view whose `class` or `def` line the cursor is on."""
    kinds = (ast.ClassDef, *FunctionNode)
    if not cursor.path or not isinstance(cursor.path[0], kinds):
        return None
    if any(isinstance(one, ast.stmt) for one in cursor.path[1:]):
        return None
    return view_of(cursor.resolver, cursor.module, cursor.path[0], cursor.block)


def views_in(module: Module, mention: str = "") -> Iterator[View]:
    """The views at the top level of a file whose text mentions a word, in its order."""
    r = Resolver(module)
    for index, block in enumerate(module.tree.blocks):
        if mention in block.text and block.defines:
            for node in block.body:
                found = view_of(r, module, node, index)
                if found is not None:
                    yield found


def view_of(r: Resolver, module: Module, node: ast.AST, block: int) -> View | None:
    if isinstance(node, ast.ClassDef):
        cls = UserClass(node, module.scope, block)
        bases = tuple(one for one in classes.mro(r, cls) if isinstance(one, str))
        if VIEW not in bases:
            return None
        source = module.tree.blocks[block].text
        return View(node.name, module.path, node, source, bases, _subject(r, cls), cls)
    if isinstance(node, FunctionNode):
        source = module.tree.blocks[block].text
        if _answers(node, source) and not _is_called(module, node.name):
            about = _spoken_of(r, module, source)
            return View(node.name, module.path, node, source, model=about)
    return None


def _is_called(module: Module, name: str) -> bool:
    """Whether the file calls it itself: a helper of other views."""
    text = module.tree.text
    return text.count(f"{name}(") > 1 and len(re.findall(rf"\b{name}\(", text)) > 1


def _spoken_of(r: Resolver, module: Module, source: str) -> UserClass | None:
    """The model that a function looks for first."""
    for name in _MODEL.findall(source):
        value = r.in_module(module, name[0] or name[1])
        if isinstance(value, UserClass) and django_models.MODEL in classes.mro(r, value):
            return value
    return None


def _answers(node: Function, source: str) -> bool:
    first = next(iter([*node.args.posonlyargs, *node.args.args]), None)
    takes_request = first is not None and first.arg == "request"
    returned = ast.unparse(node.returns) if node.returns is not None else "Response"
    if not takes_request or node.name.startswith("_") or "Response" not in returned:
        return False
    return bool(_ANSWERS.search(source))


def _subject(r: Resolver, cls: UserClass) -> UserClass | None:
    found: Value | None = django_models.subject_of(r, cls)
    if isinstance(found, UserInstance) and isinstance(found.cls, UserClass):
        return found.cls
    return None


def attribute(r: Resolver, view: View, name: str) -> str | None:
    """A string attribute of a class-based view, its own or inherited from the user's classes."""
    for ancestor in classes.mro(r, view.cls) if view.cls is not None else ():
        bound = body_of(ancestor).find(name) if isinstance(ancestor, UserClass) else None
        if bound:
            return text(bound[-1][1].value)
    return None
