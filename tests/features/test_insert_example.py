""" "Insert example: …", judged by the document after the action."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cheatsheet_ls.features.django import Django
from tests.support.editing import actions


def text(words: str) -> str:
    return dedent(words.removeprefix("\n"))


def test_a_field_goes_below_the_field_under_the_cursor():
    offered = actions(
        """
        from django.db import models


        class Book(models.Model):
            name = models.Char<|>Field(
                max_length=10,
            )
            pages = models.IntegerField()
        """
    )
    assert offered == {
        "Insert example: store a title": text(
            """
            from django.db import models


            class Book(models.Model):
                name = models.CharField(
                    max_length=10,
                )
                title = models.CharField(max_length=200)
                pages = models.IntegerField()
            """
        )
    }


def test_a_view_goes_below_the_function_with_two_empty_lines_and_its_import():
    offered = actions(
        """
        from django.shortcuts import render

        def home(request):
            return ren<|>der(request, "home.html")
        def about(request): ...
        """,
        "library/views.py",
    )
    assert offered["Insert example: write a list view"] == text(
        """
        from django.shortcuts import render

        from .models import Book

        def home(request):
            return render(request, "home.html")


        def book_list(request):
            return render(request, "library/book_list.html", {"books": Book.objects.all()})


        def about(request): ...
        """
    )


def test_on_an_import_the_code_goes_below_all_imports():
    marked = "from django.shortcuts import ren<|>der\nimport os\n\nX = 1\n"
    after = actions(marked, "library/views.py")["Insert example: write a list view"]
    assert after.startswith(
        "from django.shortcuts import render\nimport os\n\nfrom .models import Book\n\n\n"
        "def book_list(request):\n"
    )


def test_asked_again_at_the_same_place_what_is_done_is_not_offered():
    marked = (
        "from django.db import models\n\n\nclass A(models.Model):\n    x = models.Char<|>Field()\n"
    )
    after = actions(marked)["Insert example: store a title"]
    assert not actions(after.replace("x = models.Char", "x = models.Char<|>"))


def test_a_name_that_is_taken_gets_a_number():
    marked = """
        from django.db import models

        class A(models.Model):
            title = models.Char<|>Field(max_length=1)
        """
    after = actions(marked)["Insert example: store a title"]
    assert "    title_2 = models.CharField(max_length=200)\n" in after


def test_an_example_of_a_list_goes_below_the_item():
    marked = """
        from django.urls import path
        from . import views

        urlpatterns = [
            pa<|>th("a/", views.a),  # first
            path("b/", views.b),
        ]
        """
    assert actions(marked, "library/urls.py")["Insert example: add a page"] == text(
        """
        from django.urls import path
        from . import views

        urlpatterns = [
            path("a/", views.a),  # first
            path("list/", views.book_list, name="book_list"),
            path("b/", views.b),
        ]
        """
    )


def test_an_empty_file_begins_with_the_imports():
    assert actions("<|>", "library/views.py")["Insert example: render, write a list view"] == text(
        """
        from django.shortcuts import render

        from .models import Book


        def book_list(request):
            return render(request, "library/book_list.html", {"books": Book.objects.all()})"""
    )


def test_a_setting_that_is_there_is_not_assigned_twice():
    assert not actions("DEBUG = Tr<|>ue\nDEB<|>UG".replace("Tr<|>ue", "True"), "site/settings.py")


def test_on_an_empty_line_the_examples_of_the_place_are_offered():
    offered = actions(
        """
        from django.db import models

        class Book(models.Model):
            title = models.CharField(max_length=1)
            <|>
        """
    )
    assert list(offered) == [
        "Insert example: CharField, store a title",
        "Insert example: __str__, name the object",
    ]
    assert offered["Insert example: __str__, name the object"] == text(
        """
        from django.db import models

        class Book(models.Model):
            title = models.CharField(max_length=1)

            def __str__(self):
                return self.title
        """
    )


@pytest.mark.parametrize(
    "marked",
    [
        "from django.db import models\nx = 1<|>\n",
        "x = 'models.Char<|>Field'\n",
        "# models.Char<|>Field\n",
        "class A:\n    Char<|>Field = 1\n",
    ],
)
def test_elsewhere_nothing_is_offered(marked: str):
    assert not actions(marked)


def test_an_example_that_is_not_legal_there_is_not_offered():
    marked = """
        from django.db import models

        def f():
            return models.Char<|>Field()
        """
    assert not actions(marked)


def test_examples_for_another_django_are_not_offered():
    marked = """
        from django.db import models

        class A(models.Model):
            x = models.NullBoolean<|>Field(default=None)
        """
    assert actions(marked, django=Django("3.2", "3.2", known=True))
    assert not actions(marked, django=Django("5.2", "5.2", known=True))


def test_line_ends_and_tabs_stay_as_the_file_has_them():
    marked = (
        "from django.db import models\r\nclass A(models.Model):\r\n\tx = models.Char<|>Field()\r\n"
    )
    assert actions(marked)["Insert example: store a title"] == (
        "from django.db import models\r\nclass A(models.Model):\r\n\tx = models.CharField()\r\n"
        "\ttitle = models.CharField(max_length=200)\r\n"
    )


def test_a_file_that_ends_without_line_end_is_continued():
    marked = "from django.db import models\nclass A(models.Model):\n    x = models.Char<|>Field()"
    assert actions(marked)["Insert example: store a title"].endswith(
        "x = models.CharField()\n    title = models.CharField(max_length=200)"
    )


def test_a_template_example_goes_below_the_line():
    assert actions("<ul>\n  {% fo<|>r a in b %}{% endfor %}\n</ul>\n", "x.html") == {
        "Insert example: loop over a list": (
            "<ul>\n  {% for a in b %}{% endfor %}\n"
            "  {% for item in items %}\n    {{ item }}\n  {% endfor %}\n</ul>\n"
        )
    }


def test_on_an_empty_line_between_imports_nothing_is_offered():
    marked = "from django.db import models\n<|>\nfrom django.utils import timezone\n\n\n"
    assert actions(marked, "library/views.py") == {}
    assert actions(marked.replace("<|>", "") + "<|>\n", "library/views.py")
