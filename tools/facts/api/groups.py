"""Which data file a path belongs to: the longest of these prefixes wins."""

from __future__ import annotations

GROUPS = {
    "django": "django",
    "django.db": "django.db",
    "django.db.models": "django.db.models",
    "django.db.backends": "django.db.backends",
    "django.forms": "django.forms",
    "django.views": "django.views",
    "django.http": "django.http",
    "django.test": "django.test",
    "django.core": "django.core",
    "django.utils": "django.utils",
    "django.template": "django.template",
    "django.contrib": "django.contrib",
    "django.contrib.admin": "django.contrib.admin",
    "django.contrib.auth": "django.contrib.auth",
    "django.contrib.gis": "django.contrib.gis",
    "django.contrib.postgres": "django.contrib.postgres",
    "rest_framework": "rest_framework",
    "channels": "channels",
    "channels_redis": "channels",
    "daphne": "channels",
    "allauth": "allauth",
    "debug_toolbar": "debug_toolbar",
    "unittest": "django.test",
}


def group_of(path: str) -> str:
    """
    >>> group_of("django.db.models.fields.CharField")
    'django.db.models'
    """
    while path not in GROUPS:
        path = path.rpartition(".")[0]
    return GROUPS[path]
