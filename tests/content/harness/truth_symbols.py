"""Whether a symbol exists in the Django (and friends) of this environment.

Answers True, False, or None for "perhaps": the name is spoken of in the source, or nobody can say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from .settings_names import ALLAUTH
from .truth_arguments import kwarg
from .truth_paths import dotted
from .truth_text import names_spoken_of, text_of


def exists(symbol: str) -> bool | None:
    kind, _, name = symbol.partition(":")
    if not name:
        return dotted(symbol)
    check = KINDS.get(kind)
    return check(name) if check else None


def setting(name: str) -> bool | None:
    from django.conf import global_settings

    first, _, key = name.partition(".")
    if first == "REST_FRAMEWORK" and key:
        from rest_framework.settings import DEFAULTS

        return key.partition(".")[0] in DEFAULTS
    if not key and hasattr(global_settings, first):
        return True
    return None if _mentioned(key.rpartition(".")[2] or first) or first == "BASE_DIR" else False


def _mentioned(name: str) -> bool:
    """Spoken of in Django or an app beside it; allauth writes its names without their prefix."""
    bare = ALLAUTH.sub("", name)
    return name in names_spoken_of() or bare in names_spoken_of()


def tag(name: str) -> bool:
    return any(name in library.tags for library in _libraries().values()) or bool(
        re.search(rf"""["']{re.escape(name)}["']""", text_of("django.template"))
    )


def filter_(name: str) -> bool:
    return any(name in library.filters for library in _libraries().values())


def library(name: str) -> bool:
    return name in _libraries()


@lru_cache(maxsize=1)
def _libraries() -> dict[str, Any]:
    from django.template import Engine
    from django.template.library import import_library

    engine = Engine.get_default()
    found = {path: import_library(path) for path in engine.builtins}
    return found | {name: import_library(path) for name, path in engine.libraries.items()}


def lookup(name: str) -> bool:
    from django.db.models import Field
    from django.db.models.lookups import Lookup, Transform

    import_module("django.contrib.postgres.lookups")

    def below(cls: type) -> set[str]:
        own = {getattr(cls, "lookup_name", None) or ""}
        return own.union(*(below(c) for c in cls.__subclasses__()))

    return name in below(Lookup) | below(Transform) | set(Field.get_lookups()) | _registered()


def _registered() -> set[str]:
    from django.db.models import Field

    def below(cls: Any) -> set[str]:
        return set(cls.get_lookups()).union(*(below(c) for c in cls.__subclasses__()))

    return below(Field)


def converter(name: str) -> bool:
    from django.urls.converters import get_converters

    return name in get_converters()


def date(letter: str) -> bool:
    from django.utils.dateformat import DateFormat

    return hasattr(DateFormat, letter)


def command(name: str) -> bool | None:
    from django.core.management import get_commands, load_command_class

    word, _, flag = name.partition(" ")
    if word in ("help", "version"):  # manage.py answers these itself
        return not flag or None
    found = get_commands().get(word)
    if found is None:
        return False
    made = load_command_class(found, word) if isinstance(found, str) else found
    actions = made.create_parser("manage.py", word)._actions
    strings = {s for a in actions for s in a.option_strings} | {a.dest for a in actions}
    metavars = {str(a.metavar) for a in actions if not a.option_strings}
    return not flag or flag.partition("=")[0].split()[0] in strings | metavars


def meta(name: str) -> bool | None:
    kind, _, option = name.rpartition(".")
    if kind in ("", "model"):
        from django.db.models.options import DEFAULT_NAMES

        return option in DEFAULT_NAMES or option in ("abstract",)
    if kind == "form":
        from django.forms.models import ModelFormOptions

        return hasattr(ModelFormOptions(), option)
    package = {"serializer": "rest_framework", "filterset": "django_filters"}.get(kind)
    return None if package is None else bool(re.search(rf"""(["'.]){option}\b""", text_of(package)))


def environment(name: str) -> bool:
    prefixes = re.findall(r'"(DJANGO_[A-Z_]+_)" \+', text_of("django"))
    return name in names_spoken_of() or name.startswith(tuple(prefixes))


def permission(action: str) -> bool:
    from django.db.models.options import Options

    return action in Options(None).default_permissions


def app(path: str) -> bool:
    return find_spec(path.rpartition(".apps.")[0] or path) is not None


KINDS: dict[str, Callable[[str], bool | None]] = {
    "setting": setting,
    "tag": tag,
    "filter": filter_,
    "library": library,
    "lookup": lookup,
    "converter": converter,
    "date": date,
    "command": command,
    "meta": meta,
    "app": app,
    "env": environment,
    "permission": permission,
    "kwarg": kwarg,
}
