"""What completions say inside of queries and of settings: fields, lookups, keys, paths."""

from __future__ import annotations

import pytest

from tests.support.editing import completed, completions

# -- queries --------------------------------------------------------------------------------------

SHOP = """\
from django.db import models


class Writer(models.Model):
    called = models.CharField(max_length=50)


class Book(models.Model):
    label = models.CharField(max_length=50)
    out = models.DateField()
    ready = models.BooleanField()
    writer = models.ForeignKey(Writer, on_delete=models.CASCADE)


"""


def names(words: str) -> set[str]:
    return set(completions(SHOP + words + "\n"))


def test_a_query_is_offered_the_fields_of_its_model():
    assert names("Book.objects.filter(<|>)") == {"label=", "out=", "ready=", "writer="}
    assert names("Book.objects.filter(models.Q(<|>))") == names("Book.objects.filter(<|>)")


def test_behind_a_relation_stand_the_fields_of_the_related_model():
    shown = names("Book.objects.filter(writer__<|>)")
    assert {"called", "isnull", "in"} <= shown
    assert "icontains" not in shown


def test_lookups_fit_the_field():
    of_text, of_date = names("Book.objects.filter(label__<|>)"), names("Book.objects.get(out__<|>)")
    assert {"icontains", "in", "isnull"} <= of_text
    assert not {"year", "has_key", "overlap"} & of_text
    assert {"year", "gte", "range"} <= of_date
    assert "icontains" not in of_date
    assert "gt" not in names("Book.objects.filter(ready__<|>)")


def test_where_the_field_is_not_known_every_lookup_is_offered():
    assert {"icontains", "year"} <= names("Book.objects.filter(total__<|>)")


# -- settings -------------------------------------------------------------------------------------


def settings(marked: str, **options: object) -> list[str]:
    return list(completions(marked, "config/settings.py", **options))


def test_a_setting_comes_with_the_default_of_the_projects_release():
    marked = "DEBUG = True\nSESSION_COOKIE_AG<|>\n"
    assert completed(marked, "SESSION_COOKIE_AGE", "config/settings.py") == (
        "DEBUG = True\nSESSION_COOKIE_AGE = [1209600]\n"
    )


@pytest.mark.parametrize(
    ("marked", "wanted", "unwanted"),
    [
        ('DATABASES = {"<|>": {}}', "default", "ENGINE"),
        ('DATABASES = {"default": {"<|>": 1}}', "ENGINE", "default"),
        ('DATABASES = {"default": {"TEST": {"<|>": 1}}}', "MIRROR", "ENGINE"),
        ('DATABASES = {"default": {"ENGINE": "<|>"}}', "django.db.backends.sqlite3", "NAME"),
        (
            'CACHES = {"default": {"BACKEND": "<|>"}}',
            "django.core.cache.backends.redis.RedisCache",
            "",
        ),
        ('LOGGING = {"handlers": {"console": {"<|>": 1}}}', "class", "handlers"),
        ('LOGGING = {"root": {"<|>": 1}}', "level", "formatters"),
        ('TEMPLATES = [{"OPTIONS": {"<|>": 1}}]', "context_processors", "DIRS"),
        ('STORAGES = {"<|>": {}}', "staticfiles", "BACKEND"),
        (
            'REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["<|>"]}',
            "rest_framework.permissions.IsAuthenticated",
            "PAGE_SIZE",
        ),
    ],
)
def test_each_dictionary_of_a_setting_has_its_own_keys(marked: str, wanted: str, unwanted: str):
    shown = settings(f"SECRET_KEY = ''\n{marked}\n")
    assert wanted in shown
    assert unwanted not in shown


def test_an_assertion_comes_with_its_arguments():
    head = "from django.test import TestCase\n\n\nclass A(TestCase):\n    def test(self):\n        "
    after = completed(f"{head}self.assertCont<|>\n", "assertContains", "library/tests.py")
    assert after == f"{head}self.assertContains([response], [text])\n"
    item = completions(f"{head}self.assertCont<|>(x)\n", "library/tests.py")["assertContains"]
    assert item.insert == "assertContains"


def test_nothing_is_offered_in_a_dictionary_nobody_knows():
    assert settings('CACHES = {"default": {"MINE": {"<|>": 1}}}\n') == []


def test_what_the_project_does_without_is_not_offered():
    marked = 'INSTALLED_APPS = ["<|>"]\n'
    assert "rest_framework" in settings(marked)
    assert "rest_framework" not in settings(marked, packages="django==5.2\n")
    assert "rest_framework" in settings(marked, packages="django\ndjangorestframework==3.15\n")
