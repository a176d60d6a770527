"""Which dotted paths a setting takes: classes by what they are built on, modules by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

DRF = "REST_FRAMEWORK.DEFAULT_"

# Names a project usually gives, and those that Django itself asks for.
ALIASES = {
    **dict.fromkeys(("DATABASES", "CACHES", "MAILERS", "TASKS", "CHANNEL_LAYERS"), ("default",)),
    "STORAGES": ("default", "staticfiles"),
    "LOGGING.formatters": ("verbose", "simple"),
    "LOGGING.handlers": ("console", "file", "mail_admins"),
    "LOGGING.filters": ("require_debug_false", "require_debug_true"),
    "LOGGING.loggers": (
        "django",
        "django.request",
        "django.server",
        "django.template",
        "django.db.backends",
        "django.security",
        "django.utils.autoreload",
    ),
}

# Setting → the class its values are built on, and what to call them.
_BASES = {
    "CACHES.BACKEND": ("django.core.cache.backends.base.BaseCache", "cache backend"),
    "TEMPLATES.BACKEND": ("django.template.backends.base.BaseEngine", "template engine"),
    "TEMPLATES.OPTIONS.loaders": ("django.template.loaders.base.Loader", "template loader"),
    "STORAGES.BACKEND": ("django.core.files.storage.Storage", "storage"),
    "DEFAULT_FILE_STORAGE": ("django.core.files.storage.Storage", "storage"),
    "STATICFILES_STORAGE": ("django.core.files.storage.Storage", "storage"),
    "STATICFILES_FINDERS": ("django.contrib.staticfiles.finders.BaseFinder", "finder"),
    "EMAIL_BACKEND": ("django.core.mail.backends.base.BaseEmailBackend", "mail backend"),
    "MAILERS.BACKEND": ("django.core.mail.backends.base.BaseEmailBackend", "mail backend"),
    "PASSWORD_HASHERS": ("django.contrib.auth.hashers.BasePasswordHasher", "password hasher"),
    "AUTHENTICATION_BACKENDS": ("django.contrib.auth.backends.BaseBackend", "login backend"),
    "FILE_UPLOAD_HANDLERS": ("django.core.files.uploadhandler.FileUploadHandler", "handler"),
    "MESSAGE_STORAGE": ("django.contrib.messages.storage.base.BaseStorage", "message storage"),
    "TASKS.BACKEND": ("django.tasks.backends.base.BaseTaskBackend", "task backend"),
    "CHANNEL_LAYERS.BACKEND": ("channels.layers.BaseChannelLayer", "channel layer"),
    f"{DRF}PERMISSION_CLASSES": ("rest_framework.permissions.BasePermission", "permission"),
    f"{DRF}RENDERER_CLASSES": ("rest_framework.renderers.BaseRenderer", "renderer"),
    f"{DRF}PARSER_CLASSES": ("rest_framework.parsers.BaseParser", "parser"),
    f"{DRF}THROTTLE_CLASSES": ("rest_framework.throttling.BaseThrottle", "throttle"),
    f"{DRF}FILTER_BACKENDS": ("rest_framework.filters.BaseFilterBackend", "filter backend"),
    f"{DRF}PAGINATION_CLASS": ("rest_framework.pagination.BasePagination", "pagination"),
    f"{DRF}VERSIONING_CLASS": ("rest_framework.versioning.BaseVersioning", "versioning"),
    f"{DRF}AUTHENTICATION_CLASSES": (
        "rest_framework.authentication.BaseAuthentication",
        "authentication",
    ),
}
_SESSIONS = "django.contrib.sessions.backends"
_NAMED = {
    "DATABASES.ENGINE": (
        "database",
        *(f"django.db.backends.{name}" for name in ("postgresql", "mysql", "sqlite3", "oracle")),
        *(f"django.contrib.gis.db.backends.{name}" for name in ("postgis", "mysql", "spatialite")),
    ),
    "SESSION_ENGINE": (
        "session engine",
        *(f"{_SESSIONS}.{name}" for name in ("db", "cache", "cached_db", "file", "signed_cookies")),
    ),
    "SESSION_SERIALIZER": ("serializer", "django.contrib.sessions.serializers.JSONSerializer"),
    "DEFAULT_AUTO_FIELD": (
        "primary key",
        *(f"django.db.models.{name}" for name in ("BigAutoField", "AutoField", "SmallAutoField")),
    ),
    "LOGGING.handlers.class": (
        "log handler",
        *("logging.StreamHandler", "logging.FileHandler", "logging.handlers.RotatingFileHandler"),
        *("logging.handlers.TimedRotatingFileHandler", "logging.handlers.SysLogHandler"),
        *("logging.NullHandler", "django.utils.log.AdminEmailHandler"),
    ),
    **dict.fromkeys(
        ("LOGGING.handlers.level", "LOGGING.loggers.level"),
        ("level", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"),
    ),
    "TEST_RUNNER": ("test runner", "django.test.runner.DiscoverRunner"),
    "CSRF_FAILURE_VIEW": ("view", "django.views.csrf.csrf_failure"),
}
# Setting → a part of the path, its end, and what to call it.
_ENDING = {
    "MIDDLEWARE": (".middleware.", "Middleware", "middleware"),
    "AUTH_PASSWORD_VALIDATORS.NAME": (".password_validation.", "Validator", "password rule"),
    "TEMPLATES.OPTIONS.context_processors": (".context_processors.", "", "context processor"),
}


@lru_cache(maxsize=64)
def values_of(owner: str) -> tuple[tuple[str, str], ...]:
    """The paths that may be the value of a setting or of a key of it, and what they are."""
    if owner in _NAMED:
        detail, *names = _NAMED[owner]
        return tuple((name, detail) for name in names)
    if owner in _BASES:
        base, detail = _BASES[owner]
        return tuple((path, detail) for path in _built_on(base))
    if owner in _ENDING:
        part, end, detail = _ENDING[owner]
        return tuple((path, detail) for path in _ending(part, end))
    return ()


def _built_on(base: str) -> Iterator[str]:
    from cheatsheet_ls.facts import api

    canonical = api.canonical(base)
    module, _, name = base.rpartition(".")
    package, end = module.removesuffix(".base") + ".", name.removeprefix("Base")
    for path in api.all_paths():
        if not path.startswith(package) and not path.endswith(end):
            continue  # following the bases of every class takes half a second
        found = api.canonical(path)
        if found and found != canonical and canonical in api.mro(found):
            if not path.rpartition(".")[2].startswith(("Base", "_")):
                yield path


def _ending(part: str, end: str) -> Iterator[str]:
    from cheatsheet_ls.facts import api

    for path in api.all_paths():
        name = path.rpartition(".")[2]
        is_function = bool(end) or name.islower()
        if part in path and name.endswith(end) and is_function and "Base" not in path:
            yield path
