"""Settings with their defaults: Django's global ones and what the add-ons read."""

from __future__ import annotations

import ast
import importlib
import inspect
import re

LONGEST = 90


def collect(which: str) -> dict[str, dict[str, str | None]]:
    return django_settings() if which == "django" else addon_settings()


def django_settings() -> dict[str, dict[str, str | None]]:
    from django.conf import global_settings

    found = {
        name: fact(vars(global_settings)[name]) for name in vars(global_settings) if name.isupper()
    }
    return {name: {**facts, "package": "django"} for name, facts in found.items()}


def addon_settings() -> dict[str, dict[str, str | None]]:
    return {
        **nested("rest_framework.settings", "DEFAULTS", "REST_FRAMEWORK", "djangorestframework"),
        **nested(
            "debug_toolbar.settings",
            "CONFIG_DEFAULTS",
            "DEBUG_TOOLBAR_CONFIG",
            "django-debug-toolbar",
        ),
        "DEBUG_TOOLBAR_PANELS": {"default": "[...]", "package": "django-debug-toolbar"},
        **channel_layers(),
        **allauth(),
    }


def nested(module: str, table: str, name: str, package: str) -> dict[str, dict[str, str | None]]:
    """A dictionary setting: the setting itself and one key for each of its documented defaults."""
    defaults = getattr(importlib.import_module(module), table)
    found = {name: {"default": "{}", "package": package}}
    for key, value in defaults.items():
        found[f"{name}.{key}"] = {**fact(value), "package": package}
    return found


def channel_layers() -> dict[str, dict[str, str | None]]:
    from channels.layers import InMemoryChannelLayer
    from channels_redis.core import RedisChannelLayer

    common = {"package": "channels"}
    found: dict[str, dict[str, str | None]] = {
        "ASGI_APPLICATION": {"default": None, **common},
        "CHANNEL_LAYERS": {"default": "{}", **common},
        "CHANNEL_LAYERS.BACKEND": {"default": None, **common},
        "CHANNEL_LAYERS.CONFIG": {"default": "{}", **common},
        "CHANNEL_LAYERS.TEST_CONFIG": {"default": "{}", **common},
    }
    for layer, package in (
        (RedisChannelLayer, "channels_redis"),
        (InMemoryChannelLayer, "channels"),
    ):
        for name, parameter in inspect.signature(layer.__init__).parameters.items():
            if name not in ("self", "kwargs") and parameter.default is not inspect.Parameter.empty:
                found[f"CHANNEL_LAYERS.CONFIG.{name}"] = {
                    **fact(parameter.default),
                    "package": package,
                }
    return found


def allauth() -> dict[str, dict[str, str | None]]:
    """allauth keeps each app's settings as properties that call `self._setting(name, default)`."""
    found: dict[str, dict[str, str | None]] = {}
    for app in ("account", "socialaccount", "mfa", "usersessions", "headless", "idp.oidc"):
        module = importlib.import_module(f"allauth.{app}.app_settings")
        tree = ast.parse(inspect.getsource(module))
        for name, default in setting_calls(tree, f"{app.upper().replace('.', '_')}_"):
            found[name] = {"default": default, "package": "django-allauth"}
    tree = ast.parse(inspect.getsource(importlib.import_module("allauth.app_settings")))
    for name, default in setting_calls(tree, "ALLAUTH_"):
        found[name] = {"default": default, "package": "django-allauth"}
    return found


def setting_calls(tree: ast.Module, prefix: str) -> list[tuple[str, str | None]]:
    found = []
    for node in ast.walk(tree):
        if (
            not isinstance(node, ast.Call)
            or not node.args
            or not isinstance(node.args[0], ast.Constant)
        ):
            continue
        called, first = ast.unparse(node.func), node.args[0].value
        if not isinstance(first, str) or not re.fullmatch(r"[A-Z][A-Z0-9_]+", first):
            continue
        default = source(node.args[1]) if len(node.args) > 1 else None
        if called == "self._setting":
            found.append((prefix + first, default))
        elif called in ("getattr", "get_setting"):
            found.append((first, default))
    return found


def source(node: ast.expr) -> str | None:
    """A default as written, where it says something without its surroundings."""
    text = ast.unparse(node)
    if isinstance(node, ast.Name):
        return None
    return (
        text
        if not re.search(r"\b(self|default|\w+_settings)\b", text) and len(text) <= LONGEST
        else None
    )


def fact(value: object) -> dict[str, str | None]:
    return {"default": python_source(value)}


def python_source(value: object) -> str | None:
    """The value as Python source; a long container keeps its brackets only."""
    if isinstance(value, type) or callable(value):
        return None
    text = repr(value)
    if " at 0x" in text or text.startswith("<"):
        return None
    return text if len(text) <= LONGEST else f"{text[0]}...{text[-1]}"
