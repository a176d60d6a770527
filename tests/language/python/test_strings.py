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


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("import os\nos.environ.get('DJANGO_COL<|>ORS')", "env:DJANGO_COLORS  «DJANGO_COLORS»"),
        ("os.environ['DJANGO_SUPERUSER_EM<|>AIL']", "env:DJANGO_SUPERUSER_EMAIL  «DJANGO_SUPERUSER_EMAIL»"),
        ("os.environ['DJANGO_SHOP_M<|>ODE']", None),
        ("from django.urls import reverse\nreverse('admin:in<|>dex')", "url:admin:index  «admin:index»"),
        ("from django.shortcuts import redirect\nredirect('account_lo<|>gin')", "url:account_login  «account_login»"),
        ("from django.urls import reverse\nreverse('lo<|>gin')", None),
        ("print('admin:in<|>dex')", None),
        ("request.user.has_perm('shop.add_bo<|>ok')", "permission:add  «shop.add_book»"),
        ("user.has_perms(['shop.view_bo<|>ok'])", "permission:view  «shop.view_book»"),
        ("user.has_perm('shop.publish_bo<|>ok')", None),
        ("print('shop.add_bo<|>ok')", None),
        ("class A(Own):\n    permission_required = 'shop.change_bo<|>ok'", "permission:change  «shop.change_book»"),
        ("data = {'form-TOTAL_FO<|>RMS': '2'}", "django.forms.formsets.TOTAL_FORM_COUNT  «form-TOTAL_FORMS»"),
        ("data['review_set-INITIAL_FO<|>RMS'] = 0", "django.forms.formsets.INITIAL_FORM_COUNT  «review_set-INITIAL_FORMS»"),
        ("text = 'form-TOTAL_FO<|>RMS'", None),
        ("data = {'form-OTHER_FO<|>RMS': '2'}", None),
    ],
)  # fmt: skip
def test_strings_that_are_names_by_convention(
    project: Project, text: str, symbol: str | None
) -> None:
    assert project.recognised(text, "shop/views.py") == symbol


def test_a_setting_may_name_a_url(project: Project) -> None:
    text = "LOGIN_URL = 'account_lo<|>gin'\nDEBUG = True\nINSTALLED_APPS = []"
    assert project.recognised(text, "shop/settings.py") == "url:account_login  «account_login»"


def test_names_inside_f_strings_are_code(project: Project) -> None:
    text = "from django.conf import settings\nx = f'é {settings.DEB<|>UG!r:>{4}} {{x}}'"
    assert project.recognised(text) == "setting:DEBUG  «DEBUG»"
