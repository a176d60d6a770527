"""Strings that mean something to Django, and all the others that do not."""

import pytest

from tests.support.project import Project


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("from django.urls import path\npath('<in<|>t:pk>/', f)", "converter:int  «int»"),
        ("from django.core.management import call_command\ncall_command('mig<|>rate')", "command:migrate  «migrate»"),
        ("from django.db import models\nmodels.ForeignKey('auth.Us<|>er', models.CASCADE)", "django.contrib.auth.models.User  «auth.User»"),
        ("class A:\n    default_auto_field = 'django.db.models.BigAuto<|>Field'", "django.db.models.BigAutoField  «django.db.models.BigAutoField»"),
        ("from django.urls import include\ninclude('django.contrib.auth.ur<|>ls')", "django.contrib.auth.urls  «django.contrib.auth.urls»"),
        ("from django.urls import path\npath('in<|>t', f)", None),
        ("'''See django.db.models.Char<|>Field'''", None),
        ("x = 'fil<|>ter'", None),
        ("x = {'DEB<|>UG': 1}", None),
        ("x = 'read django.db.models.Char<|>Field first'", None),
    ],
)  # fmt: skip
def test_strings(project: Project, text: str, symbol: str | None) -> None:
    assert project.recognised(text, "shop/urls.py") == symbol


def test_names_inside_f_strings_are_code(project: Project) -> None:
    text = "from django.conf import settings\nx = f'é {settings.DEB<|>UG!r:>{4}} {{x}}'"
    assert project.recognised(text) == "setting:DEBUG  «DEBUG»"
