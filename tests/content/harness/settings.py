"""Scope `settings`: the example continues the project's settings; then Django runs with them."""

from __future__ import annotations

import ast
import os
import types
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .example import Example, Failed, run_module
from .settings_names import no_misspelt_names
from .truth_text import text_of

# Settings whose new value would need another process or a service to try; looked at on their own.
APART = {"DATABASES", "ROOT_URLCONF", "LOGGING", "SECRET_KEY_FALLBACKS", "FORMAT_MODULE_PATH"}


def settings(example: Example) -> None:
    import config.settings as project
    from django.conf import Settings

    _dummy_environment(example)
    assigned = _assigned(example)
    if not assigned:
        raise Failed("assigns no setting")
    before = {k: v for k, v in vars(project).items() if not k.startswith("__")}
    if any(name.startswith("EMAIL_") for name in assigned):
        before.pop("MAILERS", None)  # Django takes one or the other
    start = {k: _copied(v) for k, v in before.items()}
    module = run_module(example, "config.example_settings", start, _placed(example, project))
    no_misspelt_names(example)
    loaded = Settings("config.example_settings")
    changed = {
        name: value
        for name, value in vars(module).items()
        if name.isupper() and (name in assigned or name not in before or before[name] != value)
    }
    _databases(changed.get("DATABASES"))
    _logging(changed.get("LOGGING"))
    _providers(changed.get("SOCIALACCOUNT_PROVIDERS"))
    _rest_framework(changed.get("REST_FRAMEWORK"))
    _used({k: getattr(loaded, k) for k in changed if k not in APART})


def _assigned(example: Example) -> set[str]:
    """Settings the example assigns, extends, or changes by a method: `MIDDLEWARE.insert(0, …)`."""
    nodes = [n for statement in example.tree.body for n in ast.walk(statement)]
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    owners = [n.value for n in nodes if isinstance(n, (ast.Attribute, ast.Subscript))]
    while inner := [o.value for o in owners if isinstance(o, (ast.Attribute, ast.Subscript))]:
        stored |= {o.id for o in owners if isinstance(o, ast.Name)}
        owners = inner
    stored |= {o.id for o in owners if isinstance(o, ast.Name)}
    return {name for name in stored if name.isupper()}


def _placed(example: Example, project: types.ModuleType) -> str:
    """The code as it would run in config/settings.py: `__file__` is that of the project."""
    return (
        f"__file__ = {str(project.__file__)!r}; " + example.code
        if _one_line_start(example)
        else (f"__file__ = {str(project.__file__)!r}\n{example.code}")
    )


def _one_line_start(example: Example) -> bool:
    first = example.tree.body[0] if example.tree.body else None
    return isinstance(first, (ast.Import, ast.Assign, ast.Expr)) and first.lineno == 1


def _copied(value: Any) -> Any:
    from copy import deepcopy

    return value if isinstance(value, types.ModuleType) or callable(value) else deepcopy(value)


def _dummy_environment(example: Example) -> None:
    """Every variable the example reads from the environment is there."""
    for node in ast.walk(example.tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
            if isinstance(node.slice, ast.Constant):
                os.environ.setdefault(
                    str(node.slice.value), "5432" if "PORT" in str(node.slice.value) else "value"
                )
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func)
            in (
                "env",
                "env.str",
                "config",
                "os.getenv",
            )
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            os.environ.setdefault(str(node.args[0].value), "value")
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("env.db", "env.db_url"):
            os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")


def _databases(databases: dict[str, Any] | None) -> None:
    """Each engine loads; one whose driver is not installed here must at least exist."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import ConnectionHandler

    if databases is None:
        return
    handler = ConnectionHandler(databases)
    for alias in handler:
        engine = handler.settings[alias]["ENGINE"]
        try:
            handler[alias].get_connection_params()
        except (ImproperlyConfigured, ModuleNotFoundError):
            if find_spec(engine) is None:
                raise


def _providers(given: dict[str, Any] | None) -> None:
    """Each key is a provider that allauth has."""
    for name in given or {}:
        if find_spec(f"allauth.socialaccount.providers.{name}") is None:
            raise Failed(f"allauth has no provider {name}")


def _rest_framework(given: dict[str, Any] | None) -> None:
    """Its keys are known, and the classes they name load."""
    from rest_framework.settings import DEFAULTS, APISettings

    loaded = APISettings(given or {})
    for key in given or {}:
        if key not in DEFAULTS:
            raise Failed(f"REST_FRAMEWORK has no key {key}")
        getattr(loaded, key)


def _logging(config: dict[str, Any] | None) -> None:
    import logging.config
    import tempfile

    if config:
        os.chdir(tempfile.mkdtemp())
        for handler in config.get("handlers", {}).values():
            if "filename" in handler:  # a log file belongs into a folder that exists here
                handler["filename"] = Path(handler["filename"]).name
        logging.config.dictConfig(config)
        for name in config.get("loggers", {}):
            if name.startswith("django.") and not _is_logger(name):
                raise Failed(f"Django has no logger {name}")
        logging.getLogger("django").error("a line for every handler")


def _is_logger(name: str) -> bool:
    """Django names it; those of refused requests are called as their exceptions."""
    from django.core import exceptions

    if name.startswith("django.security.") and hasattr(exceptions, name.rpartition(".")[2]):
        return True
    return f'"{name}' in text_of("django")


def _used(changed: dict[str, Any]) -> None:
    """With the new values checks are clean, and what is configured by dotted path loads."""
    from django.core.checks import ERROR, run_checks
    from django.test.utils import override_settings

    if "INSTALLED_APPS" in changed:  # the project has most apps already
        changed["INSTALLED_APPS"] = list(dict.fromkeys(changed["INSTALLED_APPS"]))
    with override_settings(**changed):
        errors = [m for m in run_checks() if m.level >= ERROR and not _silenced(m)]
        if errors:
            raise Failed("; ".join(str(m) for m in errors))
        _services(changed)
        _request(changed)


def _silenced(message: Any) -> bool:
    """daphne's check stays registered when an example leaves daphne out."""
    return bool(message.is_silenced()) or str(message.id).startswith("daphne.")


def _services(changed: dict[str, Any]) -> None:
    from django.conf import settings as current
    from django.contrib.auth import get_backends
    from django.contrib.auth.hashers import get_hashers
    from django.contrib.auth.password_validation import get_default_password_validators
    from django.core.cache import caches
    from django.core.files.storage import storages
    from django.core.mail import get_connection
    from django.template import engines
    from django.utils.module_loading import import_string

    for alias in current.CACHES:
        caches[alias]
    if "STORAGES" in changed:
        for alias in changed["STORAGES"]:
            _tolerating_missing(lambda alias=alias: storages[alias])
    if any(name.startswith("EMAIL") for name in changed):
        get_connection()
    for layer in changed.get("CHANNEL_LAYERS", {}).values():
        import_string(layer["BACKEND"])
    get_backends()
    get_hashers()
    get_default_password_validators()
    engines.all()


def _tolerating_missing(run: Any) -> None:
    """A storage of a package that is not installed here cannot be loaded."""
    from django.core.files.storage import InvalidStorageError

    try:
        run()
    except InvalidStorageError as error:
        if "storages.backends.s3.S3Storage" not in str(error):
            raise


def _request(changed: dict[str, Any]) -> None:
    """One page through the whole middleware; a redirect to HTTPS is an answer too."""
    from django.template import TemplateDoesNotExist
    from django.test import Client

    try:
        response = Client().get("/books/")
    except TemplateDoesNotExist:
        if not {"TEMPLATES", "INSTALLED_APPS"} & set(changed):  # these decide what is found
            raise
        return
    if response.status_code >= 500:
        raise Failed(f"GET /books/ answered {response.status_code}")
