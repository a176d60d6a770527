"""Defaults and signatures as each release has them."""

from __future__ import annotations

import pytest

from cheatsheet_ls.facts import api, defaults, names
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.signatures import shortened
from tools.facts.api import changes

HASHER = "django.contrib.auth.hashers.PBKDF2PasswordHasher"


def parameter(path: str, name: str, release: str) -> str | None:
    found = api.keyword(path, name)
    return defaults.parameter(*found, release) if found else "unknown"


@pytest.mark.parametrize(
    ("path", "name", "told"),
    [
        ("django.db.models.CharField", "max_length", "None"),
        ("django.db.models.CharField", "blank", "False"),
        ("django.db.models.ForeignKey", "on_delete", "required"),
        ("django.db.models.Field", "default", None),
        ("django.contrib.auth.decorators.login_required", "redirect_field_name", "'next'"),
        ("rest_framework.serializers.CharField", "allow_blank", "False"),
        ("django.views.generic.ListView.as_view", "paginate_by", "None"),
        ("django.views.generic.ListView.as_view", "page_kwarg", "'page'"),
    ],
)
def test_a_parameter_has_its_default(path: str, name: str, told: str | None) -> None:
    assert parameter(path, name, "5.2") == told


def test_a_default_that_changed_is_that_of_the_release() -> None:
    iterator = "django.db.models.QuerySet.iterator"
    assert parameter(iterator, "chunk_size", "4.0") == "2000"
    assert parameter(iterator, "chunk_size", "4.2") == "None"
    told = [defaults.attribute(HASHER, "iterations", release) for release in ("4.2", "5.2", "2028")]
    assert told == ["600000", "1000000", "1500000"]
    form = defaults.attribute("django.contrib.auth.admin.UserAdmin", "add_form", "5.0")
    assert form == "UserCreationForm"


def test_settings_have_the_default_of_the_release() -> None:
    setting = names.setting("DEFAULT_AUTO_FIELD")
    assert setting is not None
    assert setting.default_in("5.2") == "'django.db.models.AutoField'"
    assert setting.default_in("6.0") == "'django.db.models.BigAutoField'"


@pytest.mark.parametrize(
    ("path", "release", "call"),
    [
        ("django.shortcuts.redirect", "5.1", "redirect(to, *args, permanent=False, **kwargs)"),
        (
            "django.shortcuts.redirect",
            "5.2",
            "redirect(to, *args, permanent=False, preserve_request=False, **kwargs)",
        ),
        (
            "django.db.models.QuerySet.bulk_create",
            "4.0",
            "bulk_create(objs, batch_size=None, ignore_conflicts=False)",
        ),
        ("django.http.Http404", "5.2", None),
    ],
)
def test_a_call_is_told_as_the_release_takes_it(path: str, release: str, call: str | None) -> None:
    assert defaults.signature(api.canonical(path) or "", release) == call


def test_what_only_the_code_knows_is_left_open() -> None:
    call = defaults.signature("django.db.models.fields.Field", "5.2") or ""
    assert "default=…" in call
    assert "null=False" in call


def test_a_long_call_is_cut_between_two_parameters() -> None:
    call = "f(" + ", ".join(f"parameter_{number}=None" for number in range(20)) + ")"
    assert shortened(call).endswith("=None, …)")
    assert shortened("f(x)") == "f(x)"


def test_changes_are_kept_with_the_release_that_made_them() -> None:
    records = [
        {"params": ["a", "b="], "defaults": {"b": "1"}},
        {"params": ["a=", "b="], "defaults": {"a": "None", "b": "1"}},
        None,
    ]
    told = changes.of(["4.2", "5.0", "5.1"], records)
    assert told["defaults"] == {"a": [["4.2", "required"], ["5.0", "None"]], "b": "1"}


def test_what_a_release_lacks_is_gone_or_yet_to_come() -> None:
    old, unknown = Django("4.2", "4.2", known=True), Django()
    pool = names.setting("SECURE_CSP")
    assert pool is not None
    assert old.lacks(pool.versions)
    assert not unknown.lacks(pool.versions)
    assert not Django("4.2", "6.1", known=True).lacks(pool.versions)
