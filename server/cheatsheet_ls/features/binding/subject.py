"""What a file's project has for the sample: the model under the cursor or the one most used in the
file, the models around it, the app and its URL names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.binding.bind import snake
from cheatsheet_ls.features.binding.project import Project
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.project.apps import App, app_of, url_namespace
from cheatsheet_ls.language.project.models import Model, model_of
from cheatsheet_ls.language.python import models as django_models
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import UserClass, UserInstance
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Place

MOST_NAMES = 30  # of a file that are tried as models
MOST_NEIGHBOURS = 3  # models looked at for one that points to the subject

_CLASS = re.compile(r"(?:@[^\n]*\n)*class ([A-Z]\w*)\(")


def project_at(document: Document, workspace: Workspace, place: Place | None) -> Project:
    """Empty where nothing can be told, so that examples stay as they are. Kept until a document or
    file changes, for a list of completions asks once for each.
    """
    key = f"project of {place.context.get('class', '') if place else ''}"
    generation, known = document.cache.get(key) or (None, None)
    if known is None or generation != workspace.generation:
        known = _read(document, workspace, place)
        document.cache[key] = (workspace.generation, known)
    return known


def _read(document: Document, workspace: Workspace, place: Place | None) -> Project:
    if document.kind is Kind.PYTHON:
        return _of_python(document, workspace, place)
    if document.kind is Kind.TEMPLATE and document.path is not None:
        return _of_template(document.path, workspace)
    return Project()


def _of_python(document: Document, workspace: Workspace, place: Place | None) -> Project:
    module = workspace.module_of(document)
    app = app_of(workspace, document.path)
    r = Resolver(module)
    cls = _under_cursor(r, module, place) or _most_used(r, module) or _largest(app, workspace)
    return _project(r, cls, app, workspace, module)


def _under_cursor(r: Resolver, module: Module, place: Place | None) -> UserClass | None:
    """The model whose body the cursor is in, or that the class around it is about."""
    name = place.context.get("class", "") if place is not None else ""
    found = _class(r, module, name) if name else None
    if found is None:
        return None
    if _is_model(r, found):
        return found
    about = django_models.subject_of(r, found)
    cls = about.cls if isinstance(about, UserInstance) else None
    return cls if isinstance(cls, UserClass) else None


def _most_used(r: Resolver, module: Module) -> UserClass | None:
    """The model that the file names most often, of those it defines or imports."""
    counted: Counter[str] = Counter()
    for block in module.tree.blocks:
        counted.update(block.capitalised)
    for name, _ in counted.most_common(MOST_NAMES):
        found = _class(r, module, name)
        if found is not None and _is_model(r, found):
            return found
    return None


def _class(r: Resolver, module: Module, name: str) -> UserClass | None:
    value = r.in_module(module, name)
    return value if isinstance(value, UserClass) else None


def _is_model(r: Resolver, cls: UserClass) -> bool:
    from cheatsheet_ls.language.python import classes

    return django_models.MODEL in classes.mro(r, cls)


def _largest(app: App | None, workspace: Workspace) -> UserClass | None:
    """The model of the app that has most to it, for files that name none."""
    module = _models_module(app, workspace)
    if module is None:
        return None
    r = Resolver(module)
    blocks = sorted(module.tree.blocks, key=lambda one: -len(one.text))
    for block in blocks[:MOST_NAMES]:
        named = _CLASS.match(block.text)
        found = _class(r, module, named[1]) if named else None
        if found is not None and (model := model_of(r, found)) and not model.abstract:
            return found
    return None


def _models_module(app: App | None, workspace: Workspace) -> Module | None:
    if app is None:
        return None
    path = app.folder / "models.py"
    return workspace.read_module(path) if workspace.exists(path) else None


def _of_template(path: Path, workspace: Workspace) -> Project:
    """`templates/shop/product_list.html` is about the model Product of the app shop."""
    app = _app_of_template(path, workspace)
    module = _models_module(app, workspace)
    if app is None or module is None:
        return Project()
    r = Resolver(module)
    cls = _named_by(path.stem, r, module) or _largest(app, workspace)
    return _project(r, cls, app, workspace, module)


def _app_of_template(path: Path, workspace: Workspace) -> App | None:
    for folder in path.parents:
        if folder.name == "templates":
            inside = path.relative_to(folder).parts
            label = inside[0] if len(inside) > 1 else ""
            around = (folder.parent, *((folder.parent / label,) if label else ()))
            found = (app_of(workspace, one / "models.py") for one in reversed(around))
            return next((app for app in found if app is not None), None)
    return None


def _named_by(stem: str, r: Resolver, module: Module) -> UserClass | None:
    names = (_CLASS.match(block.text) for block in module.tree.blocks)
    for name in sorted((one[1] for one in names if one), key=len, reverse=True):
        if re.match(rf"_?(?:{name.lower()}|{snake(name)})(?:_|\Z)", stem):
            found = _class(r, module, name)
            if found is not None and _is_model(r, found):
                return found
    return None


def _project(
    r: Resolver, cls: UserClass | None, app: App | None, workspace: Workspace, module: Module
) -> Project:
    subject = model_of(r, cls) if cls is not None else None
    models: dict[str, Model] = {}
    if subject is not None and cls is not None:
        models = {one.name: one for one in (subject, *_around(r, cls, subject))}
    package = app.name if app is not None else ""
    modules = {one.name: _import_path(one, module, workspace) for one in models.values()}
    namespace = _namespace(app, workspace)
    return Project(subject, models, modules, app.label if app else "", package, namespace)


def _around(r: Resolver, cls: UserClass, subject: Model) -> Iterator[Model]:
    """Models the subject points to, and a few that point to it from its own file."""
    home = cls.scope.module
    for one in subject.fields:
        target = _class(r, home, one.target) if one.target else None
        model = model_of(r, target) if target is not None else None
        if model is not None and model.name != subject.name:
            yield model
    pointing = [
        named[1]
        for block in home.tree.blocks
        if "ForeignKey" in block.text
        and subject.name in block.capitalised
        and (named := _CLASS.match(block.text))
        and named[1] != subject.name
    ]
    for name in pointing[:MOST_NEIGHBOURS]:
        found = _class(r, home, name)
        model = model_of(r, found) if found is not None else None
        if model is not None:
            yield model


def _import_path(model: Model, module: Module, workspace: Workspace) -> str:
    """ "" where the file has the name; relative in one folder, else absolute."""
    if model.path is None or module.path is None or module.scope.find(model.name):
        return ""
    if model.path.parent == module.path.parent:
        return f".{model.path.stem}"
    return workspace.dotted_name(model.path)


def _namespace(app: App | None, workspace: Workspace) -> str | None:
    if app is None:
        return None
    path = app.folder / "urls.py"
    return url_namespace(workspace.source(path)) or "" if workspace.exists(path) else app.label
