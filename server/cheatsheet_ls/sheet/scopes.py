"""Where the code of a foreign sheet may stand, guessed from the code: our own sheets say it
themselves.
"""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.model import Scope
from cheatsheet_ls.sheet.mentions import is_python, is_shell, is_template, parsed

_BY_LANGUAGE = {
    "nginx": Scope.NGINX,
    "dockerfile": Scope.DOCKERFILE,
    "docker": Scope.DOCKERFILE,
    "requirements": Scope.REQUIREMENTS,
    "systemd": Scope.SYSTEMD,
}

# The first base class that fits tells what kind of module it is.
_BY_BASE = (
    (r"models\.Model$|AbstractUser$|AbstractBaseUser$", Scope.MODELS),
    (r"Form$", Scope.FORMS),
    (r"ModelAdmin$|Inline$", Scope.ADMIN),
    (r"APIView$|ViewSet$", Scope.API_VIEWS),
    (r"View$", Scope.VIEWS),
    (r"Serializer$", Scope.SERIALIZERS),
    (r"TestCase$", Scope.TESTS),
    (r"BaseCommand$", Scope.COMMAND),
    (r"AppConfig$", Scope.APPS),
    (r"Consumer$", Scope.CONSUMERS),
    (r"Migration$", Scope.MIGRATION),
)


def guessed(language: str, code: str) -> Scope:
    if language in _BY_LANGUAGE:
        return _BY_LANGUAGE[language]
    if language in ("ini", "") and re.search(r"^\[(Unit|Service|Install|Socket)\]", code, re.M):
        return Scope.SYSTEMD
    if is_template(language, code):
        return Scope.TEMPLATE
    if is_shell(language):
        return Scope.SHELL
    return _of_python(code) if is_python(language) else Scope.TEXT


def _of_python(code: str) -> Scope:
    tree = parsed(code)
    if tree is None:
        return Scope.TEXT
    statements = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    bases = [
        ast.unparse(base)
        for node in statements
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    ]
    for base in bases:
        for pattern, scope in _BY_BASE:
            if re.search(pattern, base):
                return scope
    return _of_statements(statements, code)


def _of_statements(statements: list[ast.stmt], code: str) -> Scope:
    names = [
        target.id
        for node in statements
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    if "urlpatterns" in names:
        return Scope.URLS
    if names and len(names) == len(statements) and all(name.isupper() for name in names):
        return Scope.SETTINGS
    if "admin.site.register" in code:
        return Scope.ADMIN
    if any(isinstance(node, ast.FunctionDef) and _takes_request(node) for node in statements):
        return Scope.VIEWS
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return Scope.MODULE if any(isinstance(node, definitions) for node in statements) else Scope.BODY


def _takes_request(node: ast.FunctionDef) -> bool:
    return bool(node.args.args) and node.args.args[0].arg == "request"
