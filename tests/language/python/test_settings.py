"""Settings modules: names, nested keys and dotted strings; `settings.X` everywhere else."""

import pytest

from tests.support.project import Project

SETTINGS = """
SECRET_KEY = "x"
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["django.contrib.ad<1>min", "rest_fra<2>mework", "shop"]
MIDDLEWARE = ["django.middleware.csrf.Csrf<3>ViewMiddleware"]
DATABASES = {"default": {"ENGINE": "x", "CONN_MAX<4>_AGE": 60}}
TEMPLATES = [{"OPTIONS": {"context_proc<5>essors": ["django.template.context_processors.deb<6>ug"]}}]
DEB<7>UG = True
MY_OWN<8>_SETTING = 1
DATE_FORMAT = "j<9> F Y"
AUTH_USER<10>_MODEL = "shop.User"
SHOP_NAME = "DEB<11>UG"
"""


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        (1, "app:django.contrib.admin"),
        (2, "app:rest_framework"),
        (3, "django.middleware.csrf.CsrfViewMiddleware"),
        (4, "setting:DATABASES.CONN_MAX_AGE"),
        (5, "setting:TEMPLATES.OPTIONS"),
        (6, "django.template.context_processors.debug"),
        (7, "setting:DEBUG"),
        (8, None),
        (9, "date:j"),
        (10, "setting:AUTH_USER_MODEL"),
        (11, None),
    ],
)
def test_what_stands_in_a_settings_module(
    project: Project, number: int, symbol: str | None
) -> None:
    text = SETTINGS
    for other in range(1, 12):
        text = text.replace(f"<{other}>", "<|>" if other == number else "")
    match = project.match(text, "shop/settings.py")
    if symbol is None:
        assert match is None
    else:
        assert match is not None
        assert match.symbols[0].startswith(symbol)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("from django.conf import settings\nsettings.DEB<|>UG", "setting:DEBUG  «DEBUG»"),
        ("from django.conf import settings\nsettings.OWN_THI<|>NG", None),
        (
            "from django.conf import settings\ngetattr(settings, 'DEB<|>UG', 1)",
            "setting:DEBUG  «DEBUG»",
        ),
        ("from shop import settings\nsettings.DEB<|>UG", None),
        ("DEB<|>UG = True", None),
        ("from .base import *\nDEB<|>UG = True", None),
    ],
)
def test_settings_elsewhere(project: Project, text: str, symbol: str | None) -> None:
    assert project.recognised(text, "shop/views.py") == symbol


def test_a_part_of_split_settings_is_one_too(project: Project) -> None:
    found = project.recognised(
        "from .base import *\nDEB<|>UG = False", "config/settings/production.py"
    )
    assert found == "setting:DEBUG  «DEBUG»"


def test_a_middleware_is_told_where_it_stands(project: Project) -> None:
    text = """
        SECRET_KEY = "x"
        MIDDLEWARE = [
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.csrf.Csrf<|>ViewMiddleware",
        ]
    """
    match = project.match(text, "shop/settings.py")
    assert match is not None
    assert match.context["position"] == "2 of 2"
