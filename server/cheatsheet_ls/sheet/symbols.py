"""How symbols are spelled, and what kind of thing a spelling names.

django.db.models.CharField    setting:DEBUG    meta:model.ordering    command:check --deploy
"""

from __future__ import annotations

import re

from cheatsheet_ls.model import Symbol

KINDS = {
    "meta": "Meta option",
    "kwarg": "argument",
    "setting": "setting",
    "tag": "template tag",
    "filter": "template filter",
    "library": "template library",
    "variable": "template variable",
    "lookup": "field lookup",
    "converter": "path converter",
    "date": "date format letter",
    "command": "management command",
    "app": "app",
    "package": "package",
    "check": "system check",
    "env": "environment variable",
    "url": "URL name",
    "permission": "permission",
}

# Packages whose names are written in full; other dotted words in a table are attributes.
PACKAGES = frozenset(
    {"django", "rest_framework", "channels", "channels_redis", "daphne", "allauth"}
    | {"debug_toolbar", "django_filters", "whitenoise", "celery", "corsheaders"}
)

_PATH = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
_REST = re.compile(r"[^\s\"'(){}|]+( --?[\w-]+)?")
_COMMAND = re.compile(r"[\w-]+( [\w.\[\]-]+)?")
_META = ("model.", "form.", "serializer.", "filterset.")


def spelled(name: str) -> Symbol | None:
    """The one spelling of what somebody wrote, or None for what is no symbol."""
    name = name.strip().removeprefix("python:")
    kind, colon, rest = name.partition(":")
    if colon and kind in KINDS:
        form = _COMMAND if kind == "command" else _REST
        if not form.fullmatch(rest) or (kind == "date" and len(rest) > 1):
            return None
        if kind == "meta" and not rest.startswith(_META):
            return Symbol(f"meta:model.{rest}")
        return Symbol(name)
    path = name.split("(", 1)[0].removeprefix("@")
    return Symbol(path) if _PATH.fullmatch(path) else None


def whole(name: str) -> Symbol | None:
    """A symbol that can only be one: with its kind, or a path that begins with a known package."""
    if ":" in name:
        kind = name.split(":", 1)[0]
        return spelled(name) if kind in KINDS or kind == "python" else None
    if name.split(".", 1)[0] in PACKAGES and "." in name:
        return spelled(name)
    return None


def kind_of(symbol: Symbol) -> str:
    """ "setting" for `setting:DEBUG`; "" for a dotted path, which may be anything."""
    kind, colon, rest = symbol.partition(":")
    if not colon:
        return ""
    if kind == "meta":
        return f"{rest.split('.', 1)[0]} Meta option"
    return KINDS.get(kind, kind)


def last_part(symbol: str) -> str:
    """What one types of it: `CharField`, `ordering`, `--deploy`, `CONN_MAX_AGE`."""
    kind, colon, rest = symbol.partition(":")
    if kind in ("app", "package", "check", "url"):
        return rest
    return re.split(r"[. ]", rest if colon else kind)[-1]


def is_path(symbol: str) -> bool:
    return ":" not in symbol
