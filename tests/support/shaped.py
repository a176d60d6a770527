"""Small projects, each of a shape that settings and URLs have in the wild; files by name."""

from __future__ import annotations

MANAGE = """\
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "{settings}")
"""

BASE = """\
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "django-insecure-abc"
DEBUG = True
ALLOWED_HOSTS = []
ROOT_URLCONF = "config.urls"
"""

APPS = """\
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "shop",
]
"""

MIDDLEWARE = """\
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
"""

TEMPLATES = """\
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.contrib.auth.context_processors.auth",
            ],
        },
    },
]
"""

SETTINGS = f"{BASE}\n{APPS}\n{MIDDLEWARE}\n{TEMPLATES}"

URLS = """\
from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
"""

APP = {"shop/__init__.py": "", "shop/models.py": "from django.db import models\n"}

Files = dict[str, str]


def project(settings: str = SETTINGS, urls: str = URLS, **further: str) -> Files:
    return {
        "manage.py": MANAGE.format(settings="config.settings"),
        "config/__init__.py": "",
        "config/settings.py": settings,
        "config/urls.py": urls,
        "config/asgi.py": "from django.core.asgi import get_asgi_application\n\n"
        "application = get_asgi_application()\n",
        **APP,
        **further,
    }


def _split() -> Files:
    files = project()
    del files["config/settings.py"]
    files["manage.py"] = MANAGE.format(settings="config.settings.dev")
    base = SETTINGS.replace("DEBUG = True\n", "").replace(
        "parent.parent\n", "parent.parent.parent\n"
    )
    return {
        **files,
        "config/settings/__init__.py": "",
        "config/settings/base.py": base,
        "config/settings/dev.py": "from .base import *\n\nDEBUG = True\n"
        'INSTALLED_APPS += ["django.contrib.admindocs"]\n',
        "config/settings/prod.py": "from .base import *\n\nDEBUG = False\n"
        'ALLOWED_HOSTS = ["shop.example.com"]\n',
    }


def _package() -> Files:
    files = project()
    settings = files.pop("config/settings.py")
    return {**files, "config/settings/__init__.py": settings}


def _nested() -> Files:
    files = project(SETTINGS.replace('"shop"', '"apps.shop.apps.ShopConfig"'))
    moved = {name: text for name, text in files.items() if not name.startswith("shop/")}
    return {
        **moved,
        "apps/__init__.py": "",
        "apps/shop/__init__.py": "",
        "apps/shop/models.py": "",
        "apps/shop/apps.py": "from django.apps import AppConfig\n\n\n"
        'class ShopConfig(AppConfig):\n    name = "apps.shop"\n',
    }


def _no_urls() -> Files:
    files = project()
    del files["config/urls.py"]
    return files


_GROUPED = APPS.replace("INSTALLED_APPS", "DJANGO_APPS").replace('    "shop",\n', "")
_ENV = "import environ\n\nenv = environ.Env()\n" + SETTINGS.replace(
    "DEBUG = True", 'DEBUG = env.bool("DEBUG", True)'
).replace('"django-insecure-abc"', 'env.str("SECRET_KEY", "x")')

SHAPES: dict[str, Files] = {
    "as startproject makes it": project(),
    "tuples": project(SETTINGS.replace(" = [\n", " = (\n").replace("\n]\n", "\n)\n")),
    "plus-equals": project(
        SETTINGS.replace('    "shop",\n', "") + '\nINSTALLED_APPS += ["shop"]\n'
    ),
    "split settings": _split(),
    "settings package": _package(),
    "env wrappers": project(_ENV),
    "CRLF": {name: text.replace("\n", "\r\n") for name, text in project().items()},
    "tabs": {name: text.replace("    ", "\t") for name, text in project().items()},
    "single quotes": {name: text.replace('"', "'") for name, text in project().items()},
    "nested apps": _nested(),
    "no urls.py": _no_urls(),
    "i18n_patterns": project(
        urls="from django.conf.urls.i18n import i18n_patterns\n"
        "from django.contrib import admin\nfrom django.urls import path\n\n"
        'urlpatterns = i18n_patterns(path("admin/", admin.site.urls))\n'
    ),
    "apps in groups": project(
        f'{BASE}\n{_GROUPED}\nTHIRD_PARTY_APPS = []\nLOCAL_APPS = ["shop"]\n'
        f"INSTALLED_APPS = DJANGO_APPS + THIRD_PARTY_APPS + LOCAL_APPS\n\n{MIDDLEWARE}\n{TEMPLATES}"
    ),
    "apps unpacked": project(
        f"{BASE}\n{_GROUPED}\nLOCAL_APPS = [\n    'shop',  # ours\n]\n"
        f"INSTALLED_APPS = [*DJANGO_APPS, *LOCAL_APPS]\n\n{MIDDLEWARE}\n{TEMPLATES}"
    ),
    "local settings last": project(
        SETTINGS + "\ntry:\n    from .local import *\nexcept ImportError:\n    pass\n"
    ),
    "paths as text": project(
        "import os\n\n"
        + SETTINGS.replace("from pathlib import Path\n\n", "")
        .replace(
            "Path(__file__).resolve().parent.parent",
            "os.path.dirname(os.path.dirname(os.path.abspath(__file__)))",
        )
        .replace('BASE_DIR / "templates"', 'os.path.join(BASE_DIR, "templates")')
    ),
    "a middleware that encodes": project(
        SETTINGS.replace(
            "MIDDLEWARE = [\n", 'MIDDLEWARE = [\n    "django.middleware.gzip.GZipMiddleware",\n'
        )
    ),
    "no comma behind the last item": project(
        SETTINGS.replace('    "shop",\n', '    "shop"  # ours\n')
    ),
}

# What nobody can extend safely: the reason that is given.
UNCLEAR: dict[str, tuple[Files, str]] = {
    "a call": (
        project(
            f'import environ\n\nenv = environ.Env()\n{BASE}\nINSTALLED_APPS = env.list("APPS")\n'
            f"\n{MIDDLEWARE}"
        ),
        "INSTALLED_APPS is not a list that is written out in settings.py",
    ),
    "a class": (
        project(
            "from configurations import Configuration\n\n\nclass Base(Configuration):\n    "
            + SETTINGS.replace("\n", "\n    ").rstrip(" ")
        ),
        "INSTALLED_APPS is not a list that is written out in settings.py",
    ),
    "a syntax error": (project(SETTINGS + "\nLOGGING = {\n"), "settings.py does not parse"),
}
