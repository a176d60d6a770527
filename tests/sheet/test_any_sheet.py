"""Any sheet with chapters, bullets and code blocks is an index, as it is."""

from __future__ import annotations

import pytest

from cheatsheet_ls.model import Entry, Scope, Symbol
from cheatsheet_ls.sheet.index import Index
from tests.support.sheet_pages import page

SHEET = """

    ---
    title: Our Django notes
    description: What the team keeps looking up.
    ---

    # Our Django notes

    [TOC]

    For everybody who joins.

    ## Models

    ### Model Fields

    *   `CharField`: Short text. Needs `max_length`.
    *   `DateField`, `DateTimeField`: A day, a moment.

    ### Write a query

    All of them:

    ```python
    from django.db.models import Q
    from .models import Book

    Book.objects.filter(Q(title="x") | Q(pages=3))
    ```

    In a template:

    ```html
    {% for book in books %}{{ book.title|upper }}{% endfor %}
    ```

    ## Forms

    ### Form Fields

    *   `CharField`: One line of text.

    ## Advice

    *   Keep `SECRET_KEY` out of the repository.
"""


def entries() -> list[Entry]:
    parsed = page(SHEET, "notes.md")
    assert parsed.problems == ()
    return list(parsed.entries)


def test_every_bullet_is_an_entry_with_its_line() -> None:
    bullets = [(one.origin.line, one.title) for one in entries() if not one.examples]
    assert bullets == [
        (7, "Our Django notes"),
        (17, "CharField"),
        (18, "DateField, DateTimeField"),
        (41, "CharField"),
        (45, "Keep SECRET_KEY out of the repository"),
    ]


def test_every_code_block_is_an_example_with_its_line() -> None:
    (section,) = [one for one in entries() if one.examples]
    assert section.title == "Write a query"
    assert [(one.title, one.line, one.scope) for one in section.examples] == [
        ("All of them", 24, Scope.BODY),
        ("In a template", 33, Scope.TEMPLATE),
    ]
    assert section.examples[0].imports[0] == "from django.db.models import Q"


def test_the_chapter_decides_what_a_name_means() -> None:
    found = {one.origin.line: one.symbols for one in entries()}
    assert found[17] == ("django.db.models.CharField",)
    assert found[18] == ("django.db.models.DateField", "django.db.models.DateTimeField")
    assert found[41] == ("django.forms.CharField",)


def test_what_a_block_or_a_sentence_mentions_answers_last() -> None:
    index = Index.of(entries())
    block = index.find([Symbol("django.db.models.Q")])
    assert block is not None
    assert block.entry.title == "Write a query"
    assert block.entry.weak
    sentence = index.find([Symbol("setting:SECRET_KEY")])
    assert sentence is not None
    assert sentence.entry.origin.line == 45
    defined = index.find([Symbol("tag:for"), Symbol("django.db.models.CharField")])
    assert defined is not None
    assert defined.entry.title == "CharField"


def test_front_matter_and_contents_marker_are_not_shown() -> None:
    everything = " ".join(one.summary + one.text + one.title for one in entries())
    assert "[TOC]" not in everything
    assert "What the team keeps" not in everything


def bullet(chapter: str, text: str) -> list[str]:
    """The symbols of one bullet below `chapter`, headings joined by " > "."""
    above = "\n\n".join(
        f"{'#' * (level + 2)} {title}" for level, title in enumerate(chapter.split(" > "))
    )
    (found,) = page(f"# Sheet\n\n{above}\n\n*   {text}\n").entries
    return list(found.symbols)


@pytest.mark.parametrize(
    ("chapter", "text", "symbols"),
    [
        ("Models > Model Fields", "`UUIDField`: x", ["django.db.models.UUIDField"]),
        ("Forms > Form Widgets", "`Textarea`: x", ["django.forms.Textarea"]),
        ("DRF > Serializer Fields", "`CharField`: x", ["rest_framework.serializers.CharField"]),
        ("Models > Meta Options", "`abstract = True`: x", ["meta:model.abstract"]),
        ("Forms > Form Meta", "`fields`: x", ["meta:form.fields"]),
        ("Views > Decorators", "`@require_GET`, `@require_POST`: x", [
            "django.views.decorators.http.require_GET",
            "django.views.decorators.http.require_POST",
        ]),
        ("Views > Decorators", "`@cache_page(60 * 15)`: x", [
            "django.views.decorators.cache.cache_page",
        ]),
        ("Templates > Tags", "`{% url 'name' pk %}`: x", ["tag:url"]),
        ("Templates > Tags", "`{% if a %}{% endif %}`: x", ["tag:if"]),
        ("Templates > Tags", "`{{ value|date }}`: x", ["filter:date"]),
        ("Templates > Common Template Filters", "`lower`, `upper`: x", [
            "filter:lower",
            "filter:upper",
        ]),
        ("Templates > Filters", '`date:"FORMAT"`: x', ["filter:date"]),
        ("Settings > Key Settings", "`DEBUG = True`: x", ["setting:DEBUG"]),
        ("Settings > Key Settings", "`ALLOWED_HOSTS = ['*']`: x", ["setting:ALLOWED_HOSTS"]),
        ("Commands", "`python manage.py migrate --fake`: x", [
            "command:migrate",
            "command:migrate --fake",
        ]),
        ("Commands", "`django-admin startproject NAME`: x", ["command:startproject"]),
        ("Common Commands", "`flush`: x", ["command:flush"]),
        ("Install", "`pip install Django_Filter==2`: x", ["package:django-filter"]),
        ("Signals > Common Signals", "`pre_save`: x", ["django.db.models.signals.pre_save"]),
        ("Signals", "`request_started`: x", ["django.core.signals.request_started"]),
        ("DRF > Permissions", "`permissions.AllowAny`: x", ["rest_framework.permissions.AllowAny"]),
        ("Security", "`django.middleware.csrf.CsrfViewMiddleware` - x", [
            "django.middleware.csrf.CsrfViewMiddleware",
        ]),
        ("QuerySet methods", "`filter(**kwargs)`: x", ["django.db.models.QuerySet.filter"]),
        ("Field lookups", "`icontains`: x", ["lookup:icontains"]),
        ("Path converters", "`slug`: x", ["converter:slug"]),
        ("Anything", "**`models.Index`**: x", ["django.db.models.Index"]),
        ("Advice", "Read the docs.", []),
        ("Advice", "Put it into `settings.py`.", []),
    ],
)  # fmt: skip
def test_a_bullet_is_found_by(chapter: str, text: str, symbols: list[str]) -> None:
    assert bullet(chapter, text) == symbols


def test_a_block_without_import_lines_still_says_what_it_uses() -> None:
    (found,) = page("""
        ## Upload

        ```python
        class Upload(forms.Form):
            file = forms.FileField()
        ```
    """).entries
    assert found.symbols == ("django.forms.Form", "django.forms.FileField")
    assert found.examples[0].scope is Scope.FORMS


def test_a_block_that_does_not_parse_says_what_it_imports() -> None:
    (found,) = page("""
        ## View

        ```python
        from django.shortcuts import render, redirect
        def view(request):
            return render(
        ```
    """).entries
    assert found.symbols == ("django.shortcuts.render", "django.shortcuts.redirect")


def test_names_of_other_packages_and_of_the_block_itself_are_no_symbols() -> None:
    (found,) = page("""
        ## View

        ```python
        import logging
        from flask import render

        class Client:
            pass

        render(Client())
        ```
    """).entries
    assert found.symbols == ()


def test_nested_bullets_and_their_code_are_kept() -> None:
    parsed = page("""
        ## Model Fields

        - `CharField`: text
          - `max_length` is needed

            ```python
            models.CharField(max_length=2)
            ```
    """)
    outer, inner = parsed.entries
    assert (outer.origin.line, inner.origin.line) == (3, 4)
    assert inner.examples[0].body == "models.CharField(max_length=2)"


def test_rows_of_a_table_of_names_are_entries_as_bullets_are() -> None:
    parsed = page("""
        ## Settings

        | Name | Meaning |
        | --- | --- |
        | `DEBUG` | Error pages |
    """)
    assert ("DEBUG", ("setting:DEBUG",), 5) in [
        (one.title, one.symbols, one.origin.line) for one in parsed.entries
    ]


def test_chapters_of_one_name_have_ids_of_their_own() -> None:
    parsed = page("""
        # Sheet

        ## Channels

        ### Installation

        Do this.

        ## Allauth

        ### Installation

        Do that.
    """)
    assert [one.id for one in parsed.entries] == [
        "models/fields#channels-installation",
        "models/fields#allauth-installation",
    ]
