"""Checks of templates, settings and routes: where they speak, and where they must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.problems import PAGE, SETTINGS, problems

STATIC = "{% static 'a.css' %}"


def test_each_template_loads_what_it_uses():
    assert problems(STATIC, PAGE) == ["missing-load «static»"]
    assert problems("{% extends 'base.html' %}" + STATIC, PAGE) == ["missing-load «static»"]
    assert problems(STATIC + "{% load static %}", PAGE) == ["missing-load «static»"]
    assert problems("{% load static %}" + STATIC, PAGE) == []
    assert problems("{% load static from static %}" + STATIC, PAGE) == []
    assert problems("{% load staticfiles %}" + STATIC, PAGE, None) == []  # its former name
    assert problems("{% load get_static_prefix from static %}" + STATIC, PAGE) != []


@pytest.mark.parametrize(
    "text",
    [
        "{% load own_tags %}" + STATIC,  # may bring a tag of that name
        "{# " + STATIC + " #}",
        "{% comment %}" + STATIC + "{% endcomment %}",
        "{% handlebars %}" + STATIC + "{% endhandlebars %}",
        "{% trans %}Hello{% endtrans %}{%- set a = b() -%}",  # Jinja
        "{% trans %}Hello{% endtrans %}",
        "{% static",
    ],
)
def test_what_may_be_there_or_is_not_read_is_silent(text: str):
    assert problems(text, PAGE) == []


def test_libraries_of_the_configuration_need_no_load(tmp_path: Path):
    settings = (
        'INSTALLED_APPS = []\nTEMPLATES = [{"OPTIONS": {"builtins": '
        '["django.templatetags.static"]}}]\n'
    )
    assert problems(STATIC, PAGE, root=tmp_path) == ["missing-load «static»"]
    assert problems(STATIC, PAGE, root=tmp_path, config__settings=settings) == []
    assert problems(STATIC, PAGE, root=tmp_path, config__base=settings) == []


def test_trans_is_told_once_a_template():
    text = "{% load i18n %}{% trans 'a' %}{% blocktrans %}b{% endblocktrans %}"
    assert problems(text, PAGE) == ["trans-tag «trans»"]
    assert problems(text, PAGE, "3.0") == []
    assert problems("{% load i18n %}{% translate 'a' %}", PAGE) == []


FORM = '<form method="post">{{ form }}</form>'


def test_a_form_that_posts_needs_its_token():
    assert problems(FORM, PAGE) == ["post-without-token «<form»"]
    for action in ("", "/books/", "{% url 'books' %}", "?page=2"):
        text = FORM.replace("<form", f'<form action="{action}"')
        assert problems(text, PAGE) == ["post-without-token «<form»"], action


@pytest.mark.parametrize(
    "text",
    [
        FORM.replace("post", "get"),
        FORM.replace("{{ form }}", "{% csrf_token %}"),
        FORM.replace("{{ form }}", "{{ csrf_input }}"),
        FORM.replace("{{ form }}", "{% include 'fields.html' %}"),
        FORM.replace("{{ form }}", "{% block fields %}{% endblock %}"),
        FORM.replace("{{ form }}", "{% crispy form %}"),
        FORM.replace("<form", '<form action="https://pay.example.com/"'),
        FORM.replace("<form", '<form action="//pay.example.com/"'),
        FORM.replace("<form", '<form action="{{ gateway }}"'),
        FORM.replace("<form", '<form hx-post="/x/"'),
        FORM.replace("<form", '<form onsubmit="send(this)"'),
        FORM.replace("<form", '<form id="comments"'),  # a script may send it with a header
        FORM.replace("{{ form }}", '<button formaction="/x/">'),
        f"<!-- {FORM} -->",
        f"<script>const form = '{FORM}';</script>",
        f"{{% verbatim %}}{FORM}{{% endverbatim %}}",
        FORM.removesuffix("</form>"),
    ],
)
def test_forms_that_go_elsewhere_or_may_have_it_are_silent(text: str):
    assert problems(text, PAGE) == []


def test_scripts_are_no_pages():
    assert problems(FORM, "shop/templates/shop/form.js") == []


CACHE = ["UpdateCacheMiddleware", "SessionMiddleware", "FetchFromCacheMiddleware"]
PATHS = {
    "SessionMiddleware": "django.contrib.sessions.middleware.SessionMiddleware",
    "UpdateCacheMiddleware": "django.middleware.cache.UpdateCacheMiddleware",
    "FetchFromCacheMiddleware": "django.middleware.cache.FetchFromCacheMiddleware",
    "LocaleMiddleware": "django.middleware.locale.LocaleMiddleware",
}


def middleware(names: list[str], more: str = "") -> list[str]:
    lines = "".join(f"    {PATHS[name]!r},\n" for name in names)
    text = f"INSTALLED_APPS = []\nROOT_URLCONF = 'x'\nMIDDLEWARE = [\n{lines}]\n{more}"
    return [one.partition(" ")[0] for one in problems(text, SETTINGS)]


def test_the_cache_stands_around_what_varies():
    assert middleware(CACHE) == []
    assert middleware([CACHE[1], CACHE[0], CACHE[2]]) == ["cache-order"]
    assert middleware([CACHE[0], CACHE[2], CACHE[1]]) == ["cache-order"]
    assert middleware(CACHE[::-1]) == ["cache-order", "cache-order"]


def test_a_list_that_is_changed_later_is_not_known():
    assert middleware([CACHE[1], CACHE[0]], "MIDDLEWARE.reverse()\n") == []
    assert middleware([CACHE[1], CACHE[0]], "MIDDLEWARE += extra\n") == []


def test_debug_is_told_in_files_of_production_alone():
    text = "from .base import *\nDEBUG = True\n"
    assert problems(text, "config/settings/production.py") == ["security.W018 «DEBUG = True»"]
    assert problems(text, "config/settings/dev.py") == []
    computed = text.replace("True", "env('DEBUG')")
    assert problems(computed, "config/settings/production.py") == []
    later = text + "if LIVE:\n    DEBUG = False\n"
    assert problems(later, "config/settings/production.py") == []


ROUTES = "from django.urls import path, re_path, include\nfrom .views import BookView, book\n%s\n"


@pytest.mark.parametrize(
    "text",
    [
        'urlpatterns = [path("books/", book)]',
        'urlpatterns = [path("books/", BookView)]',  # nobody knows what it is
        'urlpatterns = [re_path(r"^books/$", book)]',
        "urlpatterns = [path(ROUTE, book, name=NAME)]",
        'urlpatterns = [re_path(r"^price\\$", include("x"))]',
        'routes = [path("^books/$", book)]',
        'def routes():\n    return [path("^books/$", book)]',
    ],
)
def test_routes_that_are_right_or_never_checked_are_silent(text: str):
    assert problems(ROUTES % text, "shop/urls.py") == []


def test_origins_need_their_scheme_since_4_0():
    text = (
        "INSTALLED_APPS = []\nROOT_URLCONF = 'x'\nCSRF_TRUSTED_ORIGINS = ['a.com', 'https://b']\n"
    )
    assert problems(text, SETTINGS) == ["4_0.E001 «'a.com'»"]
    assert problems(text, SETTINGS, "3.2") == []
    assert problems(text, SETTINGS, None) == []
