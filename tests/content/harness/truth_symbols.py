"""Whether a symbol exists in the Django (and friends) of this environment.

Answers True, False, or None for "perhaps": the name is spoken of in the source, or nobody can say.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Attributes that code other than the class sets on its objects.
SET_ELSEWHERE = re.compile(r"\b(?:request|response|self|instance|obj|cls|view|site)\.(\w+)(?:\s*=[^=]|\s*:)")


def exists(symbol: str) -> bool | None:
    kind, _, name = symbol.partition(":")
    if not name:
        return dotted(symbol)
    check = KINDS.get(kind)
    return check(name) if check else None


# Names of a convention: Django looks for them in modules and classes that users write.
CONVENTIONS = {
    "django.conf.urls.app_name",
    "django.conf.urls.urlpatterns",
    "django.db.models.Model.Meta",
    "kwarg:django.forms.Media.extend",
}


def dotted(path: str) -> bool | None:
    if path in CONVENTIONS or path.rpartition("_")[2] == "FIELD":
        return True
    found, value = _resolve(path)
    if getattr(value, "system_check_removed_details", None):  # kept for old migrations only
        return False
    return found


def _resolve(path: str) -> tuple[bool | None, Any]:
    """Imports as much as is module, then asks for attributes; objects' own attributes count."""
    if path.startswith(RELATED_MANAGER):
        return _on_related_manager(path.removeprefix(RELATED_MANAGER).lstrip("."))
    parts = path.split(".")
    found: Any = None
    rest: list[str] = []
    for end in range(len(parts), 0, -1):
        name = ".".join(parts[:end])
        try:
            found, rest = import_module(name), parts[end:]
            break
        except ImportError:
            continue
    if found is None:
        return False, None
    for at, name in enumerate(rest):
        inner = _member(found, name)
        if inner is MISSING:
            perhaps = at == len(rest) - 1 and _set_on_objects(found, name)
            return (None if perhaps else False), None
        found = inner
    return True, found


MISSING = object()
RELATED_MANAGER = "django.db.models.fields.related.RelatedManager"


def _on_related_manager(name: str) -> tuple[bool, Any]:
    """The class is made for each relation; both kinds of it count."""
    from library.models import Author, Book

    found = [getattr(m, name, MISSING) for m in (Author(pk=1).books, Book(pk=1).tags) if name]
    found = [value for value in found if value is not MISSING]
    return bool(found) or not name, found[0] if found else type(Author(pk=1).books)




def _member(owner: Any, name: str) -> Any:
    found = inspect.getattr_static(owner, name, MISSING)
    if found is MISSING:
        found = getattr(owner, name, MISSING)
    if found is MISSING and isinstance(owner, type):
        return _of_model(owner, name)
    return getattr(owner, name, found) if inspect.ismodule(owner) else found


def _of_model(owner: type, name: str) -> Any:
    """What every concrete model has though Model itself has not: DoesNotExist, objects, get_x_display."""
    from django.db.models import Model
    from library.models import Book

    if owner is not Model:
        return MISSING
    if re.fullmatch(r"get_.+_display", name):
        return Book.get_status_display
    if re.fullmatch(r"get_(next|previous)_by_.+", name):
        return Book.get_next_by_created_at
    return getattr(Book, name, MISSING)


def _set_on_objects(owner: Any, name: str) -> bool:
    """Set in the class's own code or annotated there; for requests and responses, anywhere in Django."""
    if not isinstance(owner, type):
        return False
    for cls in owner.__mro__:
        if name in getattr(cls, "__annotations__", {}) or name in _spoken_of(cls):
            return True
        if "__getattr__" in vars(cls) or name in getattr(cls, "http_method_names", ()):
            return True
    words = {"HttpRequest", "Request", "HttpResponse", "Response", "HttpResponseBase", "Client", "APIClient"}
    if words & {cls.__name__ for cls in owner.__mro__} or owner.__name__.endswith(("Request", "Response")):
        return name in _set_anywhere() or f'"{name}"' in _text_of("django.views")
    package = ".".join(owner.__module__.split(".")[:2])
    return f'"{name}"' in _text_of(package if package.startswith("django.") else "rest_framework")


@lru_cache(maxsize=None)
def _spoken_of(cls: type) -> frozenset[str]:
    """Names the class reads or sets on itself, or asks for by `getattr` and `hasattr`."""
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):
        return frozenset()
    return frozenset(re.findall(r"\bself\.(\w+)", source) + re.findall(r"""["'](\w+)["']""", source))


@lru_cache(maxsize=1)
def _set_anywhere() -> frozenset[str]:
    found: set[str] = set()
    for package in ("django", "rest_framework"):
        for path in _sources(package):
            found.update(SET_ELSEWHERE.findall(path.read_text(encoding="utf-8")))
    return frozenset(found)


def _sources(package: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    folder = Path(next(iter(spec.submodule_search_locations)))
    return [p for p in folder.rglob("*.py") if "/locale/" not in str(p)]


@lru_cache(maxsize=None)
def _text_of(package: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in _sources(package))


def setting(name: str) -> bool | None:
    from django.conf import global_settings

    first, _, key = name.partition(".")
    if first == "REST_FRAMEWORK" and key:
        from rest_framework.settings import DEFAULTS

        return key.partition(".")[0] in DEFAULTS
    if not key and hasattr(global_settings, first):
        return True
    return None if _mentioned(key.rpartition(".")[2] or first) or first == "BASE_DIR" else False


PACKAGES = ("django", "rest_framework", "channels", "channels_redis", "allauth", "debug_toolbar", "corsheaders", "whitenoise", "django_filters")


def _mentioned(name: str) -> bool:
    """The name stands in quotes, or after `settings.`, in Django or an app the sheet speaks about."""
    quoted = re.compile(rf"""["']{re.escape(name)}["']|settings\.{re.escape(name)}\b|\b{re.escape(name)} =""")
    parts = {name, re.sub(r"^(ACCOUNT|SOCIALACCOUNT|HEADLESS|MFA|USERSESSIONS)_", "", name)}
    if any(quoted.search(_text_of(package)) for package in PACKAGES):
        return True
    return any(re.search(rf"""["']{re.escape(part)}["']""", _text_of("allauth")) for part in parts)


def tag(name: str) -> bool:
    return any(name in library.tags for library in _libraries().values()) or bool(
        re.search(rf"""["']{re.escape(name)}["']""", _text_of("django.template"))
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
    return None if package is None else bool(re.search(rf"""(["'.]){option}\b""", _text_of(package)))


def app(path: str) -> bool:
    return find_spec(path.rpartition(".apps.")[0] or path) is not None


def kwarg(name: str) -> bool | None:
    path, _, argument = name.rpartition(".")
    found, callable_ = _resolve(path)
    if f"kwarg:{name}" in CONVENTIONS or (found and argument in parameters(callable_)):
        return True
    open_ended = found and not isinstance(callable_, type) and _takes_anything(callable_)
    return None if open_ended else False


def _takes_anything(function: Any) -> bool:
    """`**kwargs` that the function hands to something its caller names."""
    try:
        kinds = {p.kind for p in inspect.signature(function).parameters.values()}
    except (TypeError, ValueError):
        return False
    return inspect.Parameter.VAR_KEYWORD in kinds


def parameters(callable_: Any) -> dict[str, Any]:
    """Every keyword the callable takes, with its default, `**kwargs` followed to where they end."""
    known: dict[str, Any] = {}
    for function in _functions(callable_):
        try:
            signature = inspect.signature(function)
        except (TypeError, ValueError):
            continue
        kinds = {p.kind for p in signature.parameters.values()}
        for parameter in signature.parameters.values():
            known.setdefault(parameter.name, parameter.default)
        known |= {name: MISSING for name in _taken_from_kwargs(function) if name not in known}
        if inspect.Parameter.VAR_KEYWORD not in kinds:
            break
    return known


def _functions(callable_: Any) -> list[Any]:
    """The initialisers of a class from the nearest base on; a function stands for itself."""
    if isinstance(callable_, (staticmethod, classmethod)):
        callable_ = callable_.__func__
    if not isinstance(callable_, type):
        return [callable_, getattr(callable_, "__call__", callable_)]  # noqa: B004
    made = []
    for cls in callable_.__mro__:
        for name in ("__init__", "__new__"):
            if name in vars(cls) and cls is not object:
                function = vars(cls)[name]
                made.append(getattr(function, "__func__", function))
    return made


def _taken_from_kwargs(function: Any) -> set[str]:
    try:
        source = inspect.getsource(function)
    except (OSError, TypeError):
        return set()
    found = set(re.findall(r"""kwargs\.(?:pop|get|setdefault)\(\s*["'](\w+)""", source))
    return found | set(re.findall(r"""kwargs\[["'](\w+)""", source)) | set(re.findall(r"""["'](\w+)["'] in (?:\w*_)?kwargs""", source))


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
    "kwarg": kwarg,
}
