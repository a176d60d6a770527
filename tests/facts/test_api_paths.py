"""Every spelling of a name leads to one thing, and that thing to the spelling people import."""

from __future__ import annotations

import pytest

from cheatsheet_ls.facts import api, load


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("django.db.models.CharField", "django.db.models.fields.CharField"),
        ("django.db.models.CASCADE", "django.db.models.deletion.CASCADE"),
        ("django.contrib.admin.site", "django.contrib.admin.sites.site"),
        (
            "django.contrib.gis.db.models.PointField",
            "django.contrib.gis.db.models.fields.PointField",
        ),
        ("django.core.cache.cache", "django.core.cache.cache"),
        ("django.db.connection", "django.db.connection"),
        ("django.db.models.signals.post_save", "django.db.models.signals.post_save"),
        ("django.utils.translation.gettext_lazy", "django.utils.translation.gettext_lazy"),
        ("django.urls.path", "django.urls.conf.path"),
        ("rest_framework.serializers.CharField", "rest_framework.fields.CharField"),
        ("rest_framework.status.HTTP_200_OK", "rest_framework.status.HTTP_200_OK"),
        ("channels.routing.ProtocolTypeRouter", "channels.routing.ProtocolTypeRouter"),
        ("allauth.account.views.LoginView", "allauth.account.views.LoginView"),
        ("debug_toolbar.panels.Panel", "debug_toolbar.panels.Panel"),
    ],
)
def test_a_name_is_known_by_the_path_people_import(written: str, canonical: str) -> None:
    assert api.canonical(written) == canonical
    assert api.canonical(canonical) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("django.db.models.Manager.filter", "django.db.models.query.QuerySet.filter"),
        (
            "django.views.generic.ListView.paginate_by",
            "django.views.generic.list.MultipleObjectMixin.paginate_by",
        ),
        ("django.contrib.admin.site.register", "django.contrib.admin.sites.AdminSite.register"),
        ("django.db.models.Model.objects", "django.db.models.base.Model.objects"),
        ("django.test.TestCase.assertEqual", "unittest.case.TestCase.assertEqual"),
        (
            "django.db.models.ForeignKey.on_delete",
            "django.db.models.fields.related.ForeignKey.on_delete",
        ),
    ],
)
def test_a_member_is_known_by_the_class_that_defines_it(written: str, canonical: str) -> None:
    assert api.canonical(written) == canonical


@pytest.mark.parametrize(
    "path",
    [
        "",
        "django.",
        ".django",
        "datetime.datetime",
        "django.db.models.Nonsense",
        "django.db.models.CharField.nonsense",
        "django.db.models.fields.datetime",
        "django.http.HttpRequest.get_host.x",
        "rest_framework.nowhere",
    ],
)
def test_what_is_no_api_is_unknown(path: str) -> None:
    assert api.canonical(path) is None


def test_names_that_a_module_imports_for_its_own_use_from_elsewhere_are_no_api() -> None:
    assert api.submodule_or_name("django.db.models.fields", "datetime") is None
    assert api.submodule_or_name("django.utils.timezone", "datetime") is None


def test_an_import_gives_names_before_submodules() -> None:
    assert api.submodule_or_name("django.db", "models") == "django.db.models"
    assert api.submodule_or_name("django.contrib", "admin") == "django.contrib.admin"
    assert api.submodule_or_name("django.shortcuts", "render") == "django.shortcuts.render"
    assert api.submodule_or_name("django.db", "transaction") == "django.db.transaction"
    assert api.submodule_or_name("datetime", "datetime") is None


def test_a_star_import_gives_what_all_lists() -> None:
    names = api.star_names("django.contrib.admin")
    assert names["ModelAdmin"] == "django.contrib.admin.options.ModelAdmin"
    assert "autodiscover_modules" not in names


def test_a_star_import_gives_no_names_that_are_gone() -> None:
    assert api.submodule_or_name("django.utils.translation", "ugettext")
    assert "ugettext" not in api.star_names("django.utils.translation")


@pytest.mark.parametrize(
    "public",
    [
        "django.db.models.CharField",
        "django.forms.CharField",
        "rest_framework.serializers.CharField",
        "rest_framework.serializers.PrimaryKeyRelatedField",
        "django.views.generic.ListView",
        "django.http.HttpResponse",
        "django.urls.path",
        "django.contrib.admin.ModelAdmin",
        "django.contrib.auth.models.AbstractBaseUser",
        "django.contrib.auth.get_user_model",
        "django.shortcuts.get_object_or_404",
        "django.core.exceptions.ValidationError",
        "django.db.models.QuerySet",
        "django.db.models.QuerySet.filter",
        "django.views.View",
        "django.test.TestCase",
        "django.core.validators.MinValueValidator",
        "django.template.loader.render_to_string",
        "channels.db.database_sync_to_async",
        "unittest.TestCase",
    ],
)
def test_a_thing_is_spelled_as_people_import_it(public: str) -> None:
    known = "unittest.case.TestCase" if public == "unittest.TestCase" else api.canonical(public)
    assert known is not None
    assert api.public(known) == public


def test_every_public_spelling_leads_back_to_its_thing() -> None:
    spelled = {
        public: path
        for group in load.groups()
        for path, public in group["public"].items()
        if not path.startswith("unittest.")
    }
    assert len(spelled) > 700
    assert {public for public, path in spelled.items() if api.canonical(public) != path} == set()


def test_kinds_are_told_apart() -> None:
    assert api.kind("django.db.models.fields.CharField") == "class"
    assert api.kind("django.urls.conf.path") == "function"
    assert api.kind("django.db.connection") == "value"
    assert api.kind("django.db.models") == "module"
    assert api.kind("django.db.models.query.QuerySet.filter") == "member"
    assert api.kind("os.path") is None
