"""What the shipped sheet offers at a place, and what of it comes first."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.completion import CompletionOptions, complete
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.load import load_index
from tests.support.editing import opened

MODELS = "from django.db import models\n\n\nclass Book(models.Model):\n"


def names(marked: str, name: str = "library/models.py") -> list[str]:
    """The labels in the order of the list."""
    document, offset = opened(marked, name)
    found = complete(load_index([]), document, offset, Workspace(None), CompletionOptions())
    items = sorted(found.items, key=lambda one: (one.last, one.rank, one.label))
    return [item.label for item in items]


def test_with_nothing_typed_what_is_used_most_comes_first():
    first = names(f"{MODELS}    <|>\n")[:5]
    assert first[:2] == ["CharField", "ForeignKey"]
    assert "BooleanField" in first


def test_the_calls_behind_a_module_begin_with_the_ones_used_most():
    assert names(f"{MODELS}    slug = models.<|>\n")[:2] == ["CharField", "ForeignKey"]


def test_settings_come_before_what_else_may_stand_in_their_module():
    assert names("DEBUG = True\n<|>\n", "mysite/settings.py")[0] == "SECRET_KEY"


@pytest.mark.parametrize(
    "after", ["", "    title = models.TextField()\n", "    def title(self): ...\n", "\n\nX = 1\n"]
)
def test_a_decorator_is_offered_whatever_stands_below(after: str):
    assert "cached_property" in names(f"{MODELS}    @<|>\n{after}")


def test_in_a_class_only_decorators_of_its_methods_are_offered():
    assert "login_required" not in names(f"{MODELS}    @<|>\n    def title(self): ...\n")


def test_a_view_is_offered_its_decorators_at_the_end_of_the_file():
    marked = "from django.shortcuts import render\n\n\n@<|>"
    assert names(marked, "shop/views.py")[0] == "login_required"


def test_an_app_that_is_installed_is_not_offered_again():
    marked = 'INSTALLED_APPS = ["django.contrib.admin", "<|>"]\n'
    shown = names(marked, "mysite/settings.py")
    assert "django.contrib.auth" in shown
    assert "django.contrib.admin" not in shown


def test_a_key_is_offered_before_it_has_a_value():
    marked = 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "<|>"}}\n'
    shown = names(marked, "mysite/settings.py")
    assert "NAME" in shown
    assert "ENGINE" not in shown
