"""Hovers of what only the facts know: call, default, versions and page of the release."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.cards import HoverOptions, text_of_symbol
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.model import Symbol

DOCS = "https://docs.djangoproject.com/en"


def card(symbol: str, low: str = "5.2", high: str = "") -> str:
    django = Django(low, high or low, known=True)
    return text_of_symbol(None, Symbol(symbol), HoverOptions(django)) or ""


@pytest.mark.parametrize(
    ("symbol", "lines"),
    [
        (
            "django.shortcuts.get_object_or_404",
            [
                "**get_object_or_404** (function): import it from `django.shortcuts`.",
                "- `get_object_or_404(klass, *args, **kwargs)`",
                f"{DOCS}/5.2/topics/http/shortcuts/#django.shortcuts.get_object_or_404",
            ],
        ),
        (
            "django.views.generic.ListView.paginate_by",
            [
                "**ListView.paginate_by** (attribute of `django.views.generic.ListView`, default",
                "- defined by `django.views.generic.list.MultipleObjectMixin`",
            ],
        ),
        (
            "django.db.models.Manager.filter",
            [
                "- `filter(*args, **kwargs)` gives `QuerySet`",
                f"{DOCS}/5.2/ref/models/querysets/#django.db.models.query.QuerySet.filter",
            ],
        ),
        (
            "kwarg:django.db.models.ForeignKey.on_delete",
            ["**on_delete** (argument of `ForeignKey`, required)"],
        ),
        (
            "kwarg:django.db.models.CharField.blank",
            ["**blank** (argument of `CharField`, default `False`): declared by `Field`."],
        ),
        (
            "command:migrate",
            [
                "- takes `app_label` (may be left out)",
                "- flags `--check`, `--database DATABASE`, `--fake`,",
                f"{DOCS}/5.2/ref/django-admin/#django-admin-migrate",
            ],
        ),
        (
            "command:migrate app_label",
            ["**app_label** (argument of `migrate`): may be left out."],
        ),
        (
            "url:admin:index",
            ["**admin:index** (URL name of `django`): leads to `django.contrib.admin.sites"],
        ),
        (
            "env:DJANGO_COLORS",
            [
                "**DJANGO_COLORS** (environment variable): read in `django.core.management.base`.",
                f"{DOCS}/5.2/ref/django-admin/#envvar-DJANGO_COLORS",
            ],
        ),
        ("permission:add", ["**add** (permission): written `app.add_model`;"]),
        ("command:migrate --fake", ["**--fake** (flag of `migrate`): takes no value."]),
        (
            "command:loaddata --format",
            ["**--format** (flag of `loaddata`): takes `FORMAT`."],
        ),
        (
            "tag:blocktranslate",
            ["needs `{% load i18n %}`.", "- closed by `{% endblocktranslate %}`"],
        ),
        ("lookup:year", ["written `field__year=…`, or with a lookup behind it,"]),
        ("meta:model.ordering", ["**Meta.ordering** (model, default `[]`)"]),
        ("django.core.cache.cache", ["**cache** (object): import it from `django.core.cache`."]),
        ("setting:REST_FRAMEWORK.PAGE_SIZE", ["(key of `REST_FRAMEWORK`, default `None`)"]),
    ],
)
def test_a_card_says_what_the_facts_know(symbol: str, lines: list[str]) -> None:
    text = card(symbol)
    for line in lines:
        assert line in text, text


def test_the_call_is_that_of_the_projects_release() -> None:
    assert "preserve_request" not in card("django.shortcuts.redirect", "5.1")
    assert "preserve_request=False" in card("django.shortcuts.redirect", "5.2")
    assert "`--prune`" not in card("command:migrate", "4.0")


def test_a_range_of_releases_has_a_range_of_defaults() -> None:
    text = card("setting:USE_TZ", "4.2", "5.2")
    assert text.startswith("**USE_TZ** (setting, default `False` on 4.2, `True` on 5.2)")


def test_what_is_gone_says_what_to_use() -> None:
    assert card("django.utils.encoding.force_text").startswith(
        "**force_text** (function) was **removed in 4.0**; your project is on 5.2. "
        "Use `force_str()`."
    )
    assert "Deprecated in 6.0. Use `ValueError`." in card("django.core.mail.BadHeaderError", "6.0")


def test_what_is_gone_does_not_say_when_it_came() -> None:
    text = card("setting:FORMS_URLFIELD_ASSUME_HTTPS", "6.1")
    assert "**removed in 6.0**" in text
    assert "Added in" not in text


def test_a_name_that_the_facts_do_not_know_has_no_card() -> None:
    for symbol in ("django.db.models.Novelty", "setting:NOVELTY", "kwarg:django.urls.path.nov"):
        assert card(symbol) == ""


def test_an_argument_is_required_where_the_release_wants_it() -> None:
    told = [card("kwarg:django.db.models.GeneratedField.db_persist", r) for r in ("5.0", "6.1")]
    assert told[0].startswith("**db_persist** (argument of `GeneratedField`, default `None`)")
    assert told[1].startswith("**db_persist** (argument of `GeneratedField`, required)")


def test_members_and_arguments_came_with_their_class() -> None:
    for symbol in (
        "kwarg:django.db.models.GeneratedField.db_persist",
        "django.contrib.auth.middleware.LoginRequiredMiddleware.get_login_url",
        "django.forms.ColorInput.input_type",
    ):
        assert "your project is on 4.2." in card(symbol, "4.2")
    assert "Added in" not in card("django.forms.BoundField.as_widget", "4.2")
