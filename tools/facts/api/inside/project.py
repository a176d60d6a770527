"""Settings of a project that has everything installed, so that every module can be imported."""

from __future__ import annotations

import importlib.util
from typing import Any

from tools.facts.api.inside.libraries import NAMES

CONTRIB = [
    "admin",
    "admindocs",
    "auth",
    "contenttypes",
    "flatpages",
    "gis",
    "humanize",
    "messages",
    "postgres",
    "redirects",
    "sessions",
    "sitemaps",
    "sites",
    "staticfiles",
    "syndication",
]
COMPANIONS = {
    "rest_framework": ["rest_framework", "rest_framework.authtoken"],
    "channels": ["channels"],
    "daphne": ["daphne"],
    "allauth": [
        "allauth",
        "allauth.account",
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid",
        "allauth.socialaccount.providers.saml",
        "allauth.mfa",
        "allauth.usersessions",
        "allauth.headless",
        "allauth.idp.oidc",
    ],
    "debug_toolbar": ["debug_toolbar"],
}


def configure(roots: set[str]) -> None:
    import django
    from django.conf import settings

    settings.configure(**values(roots))
    django.setup()


def values(roots: set[str]) -> dict[str, Any]:
    apps = ["django.contrib." + name for name in CONTRIB]
    for root in sorted(roots):
        apps += [name for name in COMPANIONS.get(root, []) if installed(name)]
    return {
        "SECRET_KEY": "facts",
        "INSTALLED_APPS": [name for name in apps if name != "django.contrib.syndication"],
        "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "SITE_ID": 1,
        "STATIC_URL": "/static/",
        "ROOT_URLCONF": __name__,
        "GDAL_LIBRARY_PATH": NAMES["gdal"],
        "GEOS_LIBRARY_PATH": NAMES["geos"],
        "TEMPLATES": templates(),
        "MIDDLEWARE": middleware(roots),
        "USE_TZ": True,
        "HEADLESS_ONLY": False,
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    }


def middleware(roots: set[str]) -> list[str]:
    return ["allauth.account.middleware.AccountMiddleware"] if "allauth" in roots else []


def templates() -> list[dict[str, Any]]:
    processors = ["django.template.context_processors.request"]
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": processors},
        }
    ]


def installed(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False


urlpatterns: list[Any] = []
