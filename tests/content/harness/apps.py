"""Scopes `apps`, `apps-body`, `signals`, `tasks`."""

from __future__ import annotations

from typing import Any

from . import world
from .example import Example, Failed, body_names, class_source, classes, run_module


def apps(example: Example) -> None:
    from django.apps import AppConfig

    found = classes(run_module(example, "library.apps"), AppConfig)
    if not found:
        raise Failed("defines no AppConfig")
    for cls in found:
        _ready(cls)


def apps_body(example: Example) -> None:
    extra = "" if "name" in body_names(example) else 'name = "library"'
    source = "from django.apps import AppConfig\n" + class_source(
        "class ExampleConfig(AppConfig):", example, extra
    )
    _ready(run_module(example, "library.apps", source=source).ExampleConfig)


def _ready(cls: Any) -> None:
    from importlib import import_module

    from django.apps import apps as registry

    module = import_module("library" if cls.name not in registry.app_configs else cls.name)
    config = cls(cls.name, module)
    config.apps = registry
    config.models = registry.all_models[registry.get_app_config("library").label]
    config.ready()


def signals(example: Example) -> None:
    """The receivers are connected, then everything that sends signals happens once."""
    from django.contrib.auth import authenticate
    from django.core.signals import setting_changed
    from django.test import Client

    objects_of = run_module(example, "library.signals")
    objects = world.objects()
    type(objects["book"])(title="Always Coming Home", author=objects["author"]).save()
    type(objects["user"]).objects.create_user("grace", "grace@example.com", "secret")
    objects["book"].tags.clear()
    objects["book"].save()
    objects["book"].tags.add(objects["tag"])
    setting_changed.send(sender=None, setting="DEBUG", value=True, enter=True)
    authenticate(username="nobody", password="wrong")
    client = Client()
    client.login(username="ada", password="secret")
    client.get("/books/")
    client.logout()
    for name in ("review", "book", "author"):
        objects[name].delete()
    _send_own(objects_of, objects)


def _send_own(module: Any, objects: dict[str, Any]) -> None:
    """Signals the example itself defines."""
    from django.dispatch import Signal

    for value in list(vars(module).values()):
        if isinstance(value, Signal) and value.receivers != []:
            if module.__name__ == getattr(value, "__module__", module.__name__) and _is_own(value):
                value.send(sender=type(objects["book"]), book=objects["book"], user=objects["user"])


def _is_own(signal: Any) -> bool:
    from django.core import signals as core
    from django.db.models import signals as db

    known = [v for m in (core, db) for v in vars(m).values()]
    return (
        not any(signal is v for v in known)
        and type(signal).__module__ == "django.dispatch.dispatcher"
    )


def tasks(example: Example) -> None:
    """The module runs; tasks that need no argument, or an id, are enqueued."""
    import inspect

    module = run_module(example, "library.tasks")
    for value in list(vars(module).values()):
        function = getattr(value, "func", None)
        if function is None or not hasattr(value, "enqueue"):
            continue
        needed = [
            p for p in inspect.signature(function).parameters.values() if p.default is p.empty
        ]
        if getattr(value, "takes_context", False):
            needed = needed[1:]
        result = value.enqueue(*(1 for _ in needed))
        if getattr(result, "errors", None):
            raise Failed(result.errors[0].traceback)
