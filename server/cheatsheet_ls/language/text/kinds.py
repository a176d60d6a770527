"""Which files hold commands, which hold packages, and what may be inserted into them.

>>> text_kind("plaintext", PurePath("requirements/base.txt")).value
'requirements'
"""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.model import Kind, Scope

SHELL_IDS = frozenset(
    {"shellscript", "sh", "bash", "zsh", "fish", "ksh", "makefile", "make", "dockerfile", "yaml"}
    | {
        "dockercompose",
        "docker-compose",
        "github-actions-workflow",
        "gitlab-ci",
        "just",
        "justfile",
    }
    | {"bat", "powershell", "systemd", "systemd-unit", "procfile", "dotenv", "env", "nginx", "ps1"}
)
REQUIREMENTS_IDS = frozenset({"pip-requirements", "requirements", "requirementstxt"})

_SHELL_NAME = re.compile(
    r"""
      .*\.(?:sh|bash|zsh|fish|ksh|bat|cmd|ps1|mk|just|ya?ml|service|timer|dockerfile|envrc)
    | (?:gnu)?makefile | justfile | procfile (?:\..+)? | tox\.ini | crontab | package\.json
    | (?:.+\.)? (?:docker|container) file (?:\..+)? | nginx.*\.conf | supervisord?.*\.(?:conf|ini)
    | devcontainer\.json | fly\.toml | railway\.(?:json|toml) | nixpacks\.toml
    """,
    re.VERBOSE,
)
_REQUIREMENTS_NAME = re.compile(
    r".*(?:requirements|constraints).*\.(?:txt|in)|pyproject\.toml|pipfile|setup\.cfg"
)
_ENV_NAME = re.compile(r"\.env(?:\..+)?|.+\.env|\.envrc|env\.(?:example|sample|template|dist)")
_NGINX_FOLDERS = frozenset({"nginx", "sites-available", "sites-enabled"})


def text_kind(language: str, path: PurePath | None, has_django: bool = True) -> Kind | None:
    """SHELL or REQUIREMENTS by name, else by language id; None for what is neither."""
    if path is not None:
        by_name = _kind_by_name(path, has_django)
        if by_name is not None:
            return by_name
        if _ENV_NAME.fullmatch(path.name.lower()):
            return Kind.OTHER
    if language in REQUIREMENTS_IDS:
        return Kind.REQUIREMENTS
    return Kind.SHELL if language in SHELL_IDS else None


def _kind_by_name(path: PurePath, has_django: bool) -> Kind | None:
    name = path.name.lower()
    if _REQUIREMENTS_NAME.fullmatch(name) or _lies_in_requirements(path):
        return Kind.REQUIREMENTS
    if is_env(path):
        return Kind.SHELL if has_django else None
    return Kind.SHELL if _SHELL_NAME.fullmatch(name) or _is_nginx(path) else None


def is_env(path: PurePath) -> bool:
    """`.env` files hold settings by name; whose settings, only the workspace can say."""
    return _ENV_NAME.fullmatch(path.name.lower()) is not None


def _lies_in_requirements(path: PurePath) -> bool:
    return path.suffix.lower() in (".txt", ".in") and path.parent.name.lower() == "requirements"


def _is_nginx(path: PurePath) -> bool:
    folders = {folder.lower() for folder in path.parts[:-1]}
    return path.suffix.lower() in (".conf", "") and bool(folders & _NGINX_FOLDERS)


def scope_of(path: PurePath | None, kind: Kind) -> Scope:
    """What kind of example fits the file."""
    if kind is Kind.REQUIREMENTS:
        return Scope.REQUIREMENTS
    name = path.name.lower() if path is not None else ""
    if path is not None and (_is_nginx(path) or re.fullmatch(r"nginx.*\.conf", name)):
        return Scope.NGINX
    if re.fullmatch(r"(?:.+\.)?(?:docker|container)file(?:\..+)?|.*\.dockerfile", name):
        return Scope.DOCKERFILE
    return Scope.SYSTEMD if name.endswith((".service", ".timer")) else Scope.SHELL
