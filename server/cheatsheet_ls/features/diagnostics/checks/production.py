"""Settings that must not reach production, in a file that is clearly meant for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.calls import is_constant
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.lists import is_changed_later, setting_at
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit

DEBUG = Rule(
    "security.W018",
    Severity.WARNING,
    "With `DEBUG` on, an error page shows settings, code and data to everybody.",
)
WEAK = Rule(
    "security.W009",
    Severity.WARNING,
    "Sessions, password resets and signed values are only as safe as the key; one that begins with "
    "`django-insecure-` was made for development.",
)
RULES = (DEBUG, WEAK)
NODES = (ast.Assign,)

PRODUCTION = ("prod", "production", "settings_prod", "settings_production", "production_settings")


def check(at: Node) -> Iterator[Diagnostic]:
    path = at.file.document.path
    if path is None or path.stem.lower() not in PRODUCTION:
        return
    name, node = setting_at(at), at.node
    assert isinstance(node, ast.Assign)
    if name is None or is_changed_later(at, name):
        return
    if name == "DEBUG" and is_constant(node.value, True):
        fix = Fix("Switch it off", (TextEdit(at.span(node.value), "False"),))
        message = "DEBUG is on in the settings of production."
        yield DEBUG.at(at.span(), message, at.release, (fix,), symbol="setting:DEBUG")
    elif name == "SECRET_KEY" and isinstance(node.value, ast.Constant):
        if str(node.value.value).startswith("django-insecure-"):
            message = "SECRET_KEY is the one that startproject made for development."
            yield WEAK.at(at.span(), message, at.release, symbol="setting:SECRET_KEY")
