"""A project with every app installed, so that all of them register what they offer."""

from __future__ import annotations

import warnings
from functools import cache
from importlib import import_module, util
from pathlib import Path

CONTRIB_NAMES = """
    admin admindocs auth contenttypes flatpages humanize messages postgres redirects
    sessions sitemaps sites staticfiles syndication
"""
CONTRIB = [f"django.contrib.{name}" for name in CONTRIB_NAMES.split()]
ADDON_NAMES = """
    rest_framework rest_framework.authtoken channels daphne allauth allauth.account
    allauth.socialaccount allauth.mfa allauth.usersessions allauth.headless
    debug_toolbar django_filters
"""
ADDONS = ADDON_NAMES.split()
TOP_LEVEL = {
    "django": ["django"],
    "addons": [
        "rest_framework",
        "channels",
        "channels_redis",
        "daphne",
        "allauth",
        "debug_toolbar",
        "django_filters",
    ],
}
DISTRIBUTION = {
    "django": "django",
    "rest_framework": "djangorestframework",
    "channels": "channels",
    "channels_redis": "channels_redis",
    "daphne": "daphne",
    "allauth": "django-allauth",
    "debug_toolbar": "django-debug-toolbar",
    "django_filters": "django-filter",
}


def start(which: str) -> None:
    warnings.simplefilter("ignore")
    import django
    from django.conf import settings

    apps = [*CONTRIB, *(ADDONS if which == "addons" else [])]
    settings.configure(
        INSTALLED_APPS=apps
        if which == "django"
        else [a for a in apps if a != "django.contrib.postgres"],
        SECRET_KEY="facts",
        STATIC_URL="/static/",
        SITE_ID=1,
        USE_TZ=True,
        TIME_ZONE="UTC",
        LANGUAGE_CODE="en",
        USE_I18N=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        MIDDLEWARE=["allauth.account.middleware.AccountMiddleware"] if which == "addons" else [],
        ROOT_URLCONF="project",
    )
    django.setup()


urlpatterns: list[object] = []


def folders(which: str) -> list[Path]:
    """The source folders of the packages in question."""
    found = [util.find_spec(name) for name in TOP_LEVEL[which]]
    return [Path(spec.origin).parent for spec in found if spec and spec.origin]


def modules(which: str, inside: str) -> list[str]:
    """Dotted names of the modules below folders called `inside`, such as `management/commands`."""
    names = []
    for folder in folders(which):
        for path in sorted(folder.rglob(f"{inside}/*.py")):
            if not path.stem.startswith("_") and "conf" not in path.parts[len(folder.parts) : -3]:
                relative = path.relative_to(folder.parent).with_suffix("")
                names.append(".".join(relative.parts))
    return names


@cache
def attempt(name: str) -> object | None:
    """The module, or None where it needs something that is not installed (GDAL, for instance)."""
    try:
        return import_module(name)
    except Exception:
        return None


def package_of(module: str) -> str:
    return DISTRIBUTION.get(module.split(".")[0], module.split(".")[0])
