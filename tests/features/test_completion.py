"""Completions, judged by the document after one was accepted; tab stops show as `[word]`."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cheatsheet_ls.features.django import Django
from tests.support.editing import completed, completions

MODELS = "from django.db import models\n\n\nclass Book(models.Model):\n"


def text(words: str) -> str:
    return dedent(words.removeprefix("\n"))


@pytest.mark.parametrize("typed", ["ti", "Char", "char", "dj-char", "dj-"])
def test_a_field_is_found_by_its_name_its_prefix_and_its_first_word(typed: str):
    assert completed(f"{MODELS}    {typed}<|>\n", "CharField") == (
        f"{MODELS}    [title] = models.CharField(max_length=[200])\n"
    )


def test_behind_an_equals_sign_only_the_call_is_inserted():
    assert completed(f"{MODELS}    slug = <|>\n", "CharField") == (
        f"{MODELS}    slug = models.CharField(max_length=[200])\n"
    )


def test_behind_the_module_only_the_rest_of_the_call():
    assert completed(f"{MODELS}    slug = models.Ch<|>\n", "CharField") == (
        f"{MODELS}    slug = models.CharField(max_length=[200])\n"
    )


def test_the_spelling_of_the_file_is_kept_and_its_import_extended():
    marked = """
        from django.db.models import Model, TextField


        class Book(Model):
            slug = <|>
        """
    assert completed(marked, "CharField") == text(
        """
        from django.db.models import CharField, Model, TextField


        class Book(Model):
            slug = CharField(max_length=[200])
        """
    )


def test_without_snippets_the_same_text_comes_plain():
    assert completed(f"{MODELS}    ti<|>\n", "CharField", snippets=False) == (
        f"{MODELS}    title = models.CharField(max_length=200)\n"
    )


def test_plain_text_of_several_lines_is_indented_in_tabs_where_the_file_has_tabs():
    marked = "from django.db import models\nclass Book(models.Model):\n\tx = 1\n\tstr<|>\n"
    assert completed(marked, "__str__", snippets=False).endswith(
        "\ttitle = models.CharField(max_length=200)\n"
        "\n"
        "\tdef __str__(self):\n"
        "\t\treturn self.title\n"
    )


def test_a_file_in_single_quotes_gets_single_quotes():
    marked = f"{MODELS}    a = 'x'\n    b = 'y'\n\n    class Meta:\n        ord<|>\n"
    assert "ordering = ['[-created_at]']" in completed(marked, "ordering")


@pytest.mark.parametrize(
    "marked",
    [
        f"{MODELS}    def save(self):\n        ti<|>\n",
        f"{MODELS}    # ti<|>\n",
        f"{MODELS}    x = 'ti<|>'\n",
        f'{MODELS}    """ti<|>"""\n',
        "class Book:\n    ti<|>\n",
        "ti<|>\n",
    ],
)
def test_nothing_is_offered_where_no_field_is_legal(marked: str):
    assert "CharField" not in completions(marked)


def test_in_a_function_a_snippet_comes_by_its_prefix_only():
    marked = f"{MODELS}    def save(self):\n        "
    assert "filter" not in completions(marked + "fil<|>\n")
    assert completed(marked + "dj-fil<|>\n", "filter").endswith(
        '        books = Book.objects.filter([title]="[winter]")\n'
    )


def test_what_the_projects_django_has_no_more_is_left_out():
    marked = f"{MODELS}    Null<|>\n"
    assert "NullBooleanField" not in completions(marked, django=Django("5.2", "5.2", True))
    assert "NullBooleanField" in completions(marked, django=Django("3.2", "3.2", True))


def test_a_keyword_is_offered_once():
    shown = completions(f"{MODELS}    x = models.CharField(max_length=3, <|>)\n")
    assert "choices=" in shown
    assert "null=" in shown, "from the facts"
    assert "max_length=" not in shown


def test_a_value_is_spelled_as_the_file_imports_it():
    start = "from django.db import models as m\nclass B(m.Model):\n    a = m.ForeignKey('A', "
    assert completed(start + "on_delete=<|>)\n", "CASCADE") == (start + "on_delete=m.CASCADE)\n")


def test_an_import_that_would_touch_the_typed_word_comes_with_it():
    item = completions("dj-li<|>\n", "library/views.py")["render"]
    assert not item.edits
    assert completed("dj-li<|>\n", "render", "library/views.py").startswith(
        "from django.shortcuts import render\n\nfrom .models import Book\n\n"
    )


def test_a_decorator_brings_its_import():
    assert completed("@log<|>\ndef f(request): ...\n", "login_required", "library/views.py") == (
        "from django.contrib.auth.decorators import login_required\n\n\n"
        "@login_required\ndef f(request): ...\n"
    )


def test_meta_options_stand_in_meta_only():
    marked = f"{MODELS}    class Meta:\n        verb<|>\n"
    assert "verbose_name" in completions(marked)
    assert "verbose_name" not in completions(f"{MODELS}    verb<|>\n")


def test_methods_of_a_queryset_follow_the_dot():
    shown = completions(f"{MODELS}    x = 1\n\nBook.objects.fi<|>\n")
    assert shown["filter"].kind == "method"
    assert shown["filter"].summary == "Rows that match."


def test_lookups_follow_two_underscores():
    shown = completions(f"{MODELS}    x = 1\n\nBook.objects.filter(x__i<|>)\n")
    assert {"icontains", "in", "isnull"} <= set(shown)


def test_settings_are_offered_in_settings_and_on_the_settings_object():
    assert "DEBUG" in completions("SECRET_KEY = ''\nDEB<|>\n", "config/settings.py")
    marked = "from django.conf import settings\nsettings.DEB<|>\n"
    assert "DEBUG" in completions(marked, "library/views.py")


def test_a_deprecated_setting_is_marked():
    django = Django("6.1", "6.1", known=True)
    shown = completions("DEBUG = 1\nEMAIL_HO<|>\n", "config/settings.py", django=django)
    assert shown["EMAIL_HOST"].deprecated


# -- templates ------------------------------------------------------------------------------------


LOOP = "{% for [item] in [items] %}\n  {{ [1] }}\n{% endfor %}"


def test_a_bare_word_becomes_the_whole_tag():
    assert completed("<ul>\n  for<|>\n</ul>\n", "for", "x.html").startswith("<ul>\n  {% for [item]")
    assert not completions("<ul>\n  for<|>\n</ul>\n", "x.html", bare_tags=False)


@pytest.mark.parametrize(
    ("before", "behind"), [("{% fo<|>\n", ""), ("{% fo<|> %}\n", ""), ("{%<|>}\n", "")]
)
def test_tag_marks_are_never_doubled(before: str, behind: str):
    after = completed(before, "for", "x.html")
    assert after.count("{%") == 2
    assert after.count("%}") == 2
    assert "{% for [item] in [items] %}" in after
    assert after.endswith("{% endfor %}\n")


def test_the_open_block_is_closed_first():
    shown = completions("{% if x %}\n{% <|>\n", "x.html")
    assert list(shown)[:1] == ["endif"]
    assert "else" in shown
    assert completed("{% if x %}\n{% en<|>\n", "endif", "x.html") == "{% if x %}\n{% endif %}\n"


def test_a_tag_that_goes_on_gets_its_name_only():
    assert completed("{% fo<|> x in y %}", "for", "x.html") == "{% for x in y %}"


def test_filters_follow_the_bar_and_libraries_must_be_loaded():
    assert "date" in completions("{{ x|da<|> }}", "x.html")
    assert "intcomma" not in completions("{{ x|intc<|> }}", "x.html")
    assert "intcomma" in completions("{% load humanize %}{{ x|intc<|> }}", "x.html")


def test_libraries_follow_load_and_letters_a_date_format():
    assert "i18n" in completions("{% load <|> %}", "x.html")
    assert completions('{{ x|date:"<|>" }}', "x.html")["Y"].detail == "2026"


def test_the_hyphen_of_a_prefix_asks_by_itself():
    """Who types fast has typed on before an empty answer to the hyphen is there, and sees none."""
    assert "CharField" in completions(f"{MODELS}    dj-<|>\n", character="-")
    assert completions(f"{MODELS}    x = 3 -<|>\n", character="-") == {}
    assert completions(f"{MODELS}    x = adj-<|>\n", character="-") == {}


def test_only_a_character_that_opens_a_place_asks_by_itself():
    marked = f"{MODELS}    ti <|>\n"
    assert completions(marked, character=" ") == {}
    assert "CharField" in completions(f"{MODELS}    slug = <|>\n", character=" ")
    assert completions(f"{MODELS}    x = models.CharField(<|>)\n", character="(")
