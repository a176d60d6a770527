"""What the body of a class may override, with its default or its signature and `super()`."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.django import Django
from tests.support.editing import completed, completions

LIST = "from django.views.generic import ListView\n\n\nclass Books(ListView):\n"
ADMIN = "from django.contrib import admin\n\n\nclass BookAdmin(admin.ModelAdmin):\n"
MIXIN = """\
from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import UpdateView


class Change(LoginRequiredMixin, UpdateView):
"""


def test_what_a_method_gives_is_kept_and_handed_on():
    assert completed(f"{LIST}    get_q<|>\n", "get_queryset()", "library/views.py") == (
        f"{LIST}    def get_queryset(self):\n"
        "    queryset = super().get_queryset()\n    $0\n    return queryset\n"
    )


def test_behind_def_the_rest_of_the_method_follows():
    assert completed(f"{LIST}    def get_q<|>\n", "get_queryset()", "library/views.py") == (
        f"{LIST}    def get_queryset(self):\n"
        "    queryset = super().get_queryset()\n    $0\n    return queryset\n"
    )


def test_without_snippets_the_method_comes_indented():
    after = completed(f"{LIST}    get_q<|>\n", "get_queryset()", "library/views.py", snippets=False)
    assert after.endswith(
        "    def get_queryset(self):\n"
        "        queryset = super().get_queryset()\n"
        "        ...\n"
        "        return queryset\n"
    )


def test_arguments_are_handed_up():
    after = completed(f"{ADMIN}    save_m<|>\n", "save_model()", "library/admin.py")
    assert "def save_model(self, request, obj, form, change):" in after
    assert "super().save_model(request, obj, form, change)" in after


def test_optional_arguments_keep_their_defaults_where_they_are_few():
    after = completed(f"{ADMIN}    has_d<|>\n", "has_delete_permission()", "library/admin.py")
    assert "def has_delete_permission(self, request, obj=None):" in after


def test_many_optional_arguments_are_left_to_args_and_kwargs():
    marked = "from django.db import models\n\n\nclass Book(models.Model):\n    sav<|>\n"
    assert "def save(self, *args, **kwargs):" in completed(marked, "save()")


def test_async_methods_are_awaited():
    marked = "from django.db import models\n\n\nclass Book(models.Model):\n    "
    assert "await super().asave(*args, **kwargs)" in completed(f"{marked}asa<|>\n", "asave()")
    assert list(completions(f"{marked}async def asa<|>\n")) == ["asave()"]
    assert completions(f"{marked}def asa<|>\n") == {}


def test_every_base_is_asked_not_only_the_first():
    shown = completions(f"{MIXIN}    <|>\n", "library/views.py")
    assert {"login_url", "form_valid()", "get_queryset()"} <= set(shown)


def test_what_the_class_has_already_is_left_out():
    marked = f"{LIST}    def get_queryset(self): ...\n\n    get_<|>\n"
    assert "get_queryset()" not in completions(marked, "library/views.py")


def test_attributes_come_with_their_default():
    assert completed(f"{ADMIN}    list_per<|>\n", "list_per_page", "library/admin.py") == (
        f"{ADMIN}    list_per_page = [100]\n"
    )


def test_a_test_case_is_offered_what_it_sets_up_not_what_it_calls():
    marked = "from django.test import TestCase\n\n\nclass A(TestCase):\n    <|>\n"
    shown = completions(marked, "library/tests.py")
    assert "setUp()" in shown
    assert not [label for label in shown if label.startswith("assert")]


def test_a_class_method_brings_its_decorator():
    marked = "from django.test import TestCase\n\n\nclass A(TestCase):\n    setUpC<|>\n"
    assert "@classmethod\ndef setUpClass(cls):" in completed(
        marked, "setUpClass()", "library/tests.py"
    )


@pytest.mark.parametrize(
    "before",
    [
        "class Timing:\n    def __init__(self, get_response):\n        pass\n\n    ",
        "class TimingMiddleware:\n    ",
        "from django.utils.deprecation import MiddlewareMixin\n\n\nclass A(MiddlewareMixin):\n    ",
    ],
)
def test_a_middleware_class_is_offered_its_hooks(before: str):
    after = completed(f"{before}process_v<|>\n", "process_view()", "library/middleware.py")
    assert "def process_view(self, request, view_func, view_args, view_kwargs):" in after


def test_any_other_class_is_offered_nothing():
    assert completions("class A:\n    pro<|>\n", "library/middleware.py") == {}
    assert completions("class A:\n    def pro<|>\n", "library/middleware.py") == {}


# -- class Meta -----------------------------------------------------------------------------------

META = "from django.db import models\n\n\nclass Book(models.Model):\n    class Meta:\n"


def test_an_option_comes_with_a_value_to_write_over():
    assert completed(f"{META}        db_tablesp<|>\n", "db_tablespace") == (
        f'{META}        db_tablespace = ["tablespace"]\n'
    )


def test_an_option_the_sheet_shows_comes_once_as_the_sheet_has_it():
    shown = completions(f"{META}        orde<|>\n")
    assert shown["ordering"].kind == "snippet"
    assert "Meta.ordering" not in shown


def test_what_django_sets_itself_is_no_option_to_write():
    assert "swappable" not in completions(f"{META}        <|>\n")


def test_an_option_that_went_away_is_left_out():
    marked = f"{META}        index_t<|>\n"
    assert "index_together" not in completions(marked, django=Django("5.2", "5.2", known=True))
    assert completions(marked, django=Django("4.2", "4.2", known=True))["index_together"].deprecated


FILTERS = "import django_filters\n\n\nclass BookFilter(django_filters.FilterSet):\n"


def test_a_filter_set_has_filters_and_options_of_its_own():
    after = completed(f"{FILTERS}    Char<|>\n", "CharFilter", "library/filters.py")
    assert '    [name] = django_filters.CharFilter(lookup_expr="icontains")\n' in after
    shown = completions(f"{FILTERS}    class Meta:\n        <|>\n", "library/filters.py")
    assert {"model", "fields"} <= set(shown)
    assert "ordering" not in shown
