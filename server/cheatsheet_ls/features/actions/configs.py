"""The app's `AppConfig`: a module that it imports once the apps are ready."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.words import parts
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.statements import with_code, with_import_in, with_member
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.packages import mentioned_in_settings

FILE = "apps.py"


def import_when_ready(asked: Asked, drafts: Drafts, app: App, module: str) -> None:
    """`ready()` imports a module of the app; the config and the method are made where missing."""
    draft = drafts.open(app.folder / FILE)
    if re.search(rf"\bimport\s+(?:[\w.]+\.)?{module}\b|\.{module}\b", draft.text):
        return
    line = f"from . import {module}  # noqa: F401"
    config = _config(asked, draft.text)
    if config is None:
        draft.text = with_code(draft.text, _IMPORTS, _new(app, line))
    elif any(isinstance(one, ast.FunctionDef) and one.name == "ready" for one in config.body):
        draft.text = _in_ready(draft.text, config.name, module, line)
    else:
        draft.text = with_member(draft.text, config.name, f"def ready(self):\n    {line}")


def _in_ready(text: str, config: str, module: str, line: str) -> str:
    """Among the modules that are imported there, else where the imports of the method end."""
    pattern = r"^[ \t]+from \. import (\w+(?:, \w+)*)(?=[ \t]*(?:#|$))"
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        return with_import_in(text, config, "ready", line)
    names = ", ".join(sorted([*found[1].split(", "), module]))
    return text[: found.start(1)] + names + text[found.end(1) :]


_IMPORTS = ("from django.apps import AppConfig",)


def _new(app: App, line: str) -> str:
    name = "".join(word.capitalize() for word in parts(app.label))
    return (
        f"class {name}Config(AppConfig):\n"
        f'    name = "{app.name}"\n'
        f"\n"
        f"    def ready(self):\n"
        f"        {line}"
    )


def _config(asked: Asked, text: str) -> ast.ClassDef | None:
    """The config of the app; where there are several, the one that Django takes."""
    found = [
        node
        for _, node in parsed(text, FILE).statements()
        if isinstance(node, ast.ClassDef) and "Config" in "".join(map(ast.unparse, node.bases))
    ]
    if len(found) < 2:
        return next(iter(found), None)
    default = [one for one in found if _is_default(one)]
    named = [one for one in found if mentioned_in_settings(asked.workspace, asked.layout, one.name)]
    for one in (default, named):
        if len(one) == 1:
            return one[0]
    raise CannotEdit("apps.py has several configs")


def _is_default(node: ast.ClassDef) -> bool:
    return any(
        isinstance(one, ast.Assign) and ast.unparse(one) == "default = True" for one in node.body
    )
