"""Versions: what came, went and warns; nothing where nothing changed since the oldest release."""

from __future__ import annotations

import pytest

from cheatsheet_ls.facts import api
from cheatsheet_ls.model import Versions


@pytest.mark.parametrize(
    ("path", "since", "deprecated", "removed"),
    [
        ("django.db.models.CharField", None, None, None),
        ("django.db.models.GeneratedField", "5.0", None, None),
        ("django.contrib.auth.decorators.login_not_required", "5.1", None, None),
        ("django.db.models.QuerySet.aget", "4.1", None, None),
        ("django.utils.translation.ugettext", None, "3.0", "4.0"),
        ("django.utils.timezone.utc", None, "4.1", "5.0"),
        ("django.conf.urls.url", None, "3.1", "4.0"),
        ("django.contrib.postgres.fields.JSONField", None, "3.1", "4.0"),
        ("django.test.TransactionTestCase.assertQuerysetEqual", None, "4.2", "5.1"),
        ("django.utils.baseconv", None, "4.0", "5.0"),
        ("kwarg:django.db.models.CharField.db_default", "5.0", None, None),
        ("kwarg:django.db.models.CharField.max_length", None, None, None),
        ("kwarg:django.db.models.CheckConstraint.condition", "5.1", None, None),
        ("kwarg:django.db.models.CheckConstraint.check", None, "5.1", "6.0"),
        ("kwarg:django.db.models.CharField.nonsense", None, None, None),
        ("not.ours", None, None, None),
        ("django.contrib.gis.admin.GeoModelAdmin.map_width", None, None, "5.0"),
    ],
)
def test_a_path_lives_from_release_to_release(
    path: str, since: str | None, deprecated: str | None, removed: str | None
) -> None:
    told = api.versions(path)
    assert (told.since, told.deprecated, told.removed) == (since, deprecated, removed)


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("django.utils.translation.ugettext", "`gettext()`"),
        ("django.test.SimpleTestCase.assertFormsetError", "`assertFormSetError()`"),
        ("django.contrib.gis.admin.OSMGeoAdmin", "`GISModelAdmin`"),
        ("django.db.models.CharField", None),
    ],
)
def test_what_is_gone_names_what_took_its_place(path: str, instead: str | None) -> None:
    assert api.versions(path).instead == instead


def test_a_member_that_moved_to_a_base_class_is_not_new() -> None:
    assert api.versions("django.views.generic.View.dispatch") == Versions()
    assert api.versions("django.test.SimpleTestCase.assertContains") == Versions()


def test_members_of_a_new_class_came_with_it_unless_an_older_class_had_them() -> None:
    found = api.find_member("django.db.models.fields.generated.GeneratedField", "db_persist")
    assert found is not None
    assert found[1].versions == Versions(since="5.0")
    moved = api.find_member("django.forms.boundfield.BoundField", "as_widget")
    assert moved is not None
    assert moved[1].versions.since is None
