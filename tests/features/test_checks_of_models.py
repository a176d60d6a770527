"""Checks of models and their admin: where they speak, and where they must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.problems import problems

HEAD = "from django.db import models\n\nclass Book(models.Model):\n"
DATABASES = 'INSTALLED_APPS = []\nDATABASES = {"default": {"ENGINE": "django.db.backends.%s"}}\n'


def body(*lines: str, django: str | None = "5.2") -> list[str]:
    return problems(HEAD + "".join(f"    {line}\n" for line in lines), django=django)


@pytest.mark.parametrize(
    ("engine", "django", "told"),
    [
        ("mysql", "5.2", True),
        ("oracle", "6.1", True),
        ("sqlite3", "4.2", True),
        ("sqlite3", "5.2", False),
        ("sqlite3", "4.2:5.2", False),
        ("postgresql", "4.2", False),
        ("postgresql", "3.2", True),  # before 4.2 every text column had a limit
        ("mysql", None, False),
    ],
)
def test_a_length_is_needed_where_the_database_needs_it(
    engine: str, django: str | None, told: bool, tmp_path: Path
):
    settings = DATABASES % engine
    text = HEAD + "    title = models.CharField()\n"
    said = problems(text, django=django, root=tmp_path, config__settings=settings)
    assert said == (["fields.E120 «models.CharField»"] if told else [])


@pytest.mark.parametrize(
    "settings",
    [
        "",
        'import dj_database_url\nDATABASES = {"default": dj_database_url.config()}\n',
        'DATABASES = env_databases("ENGINE")\n',
        'DATABASES = {"default": {"ENGINE": "my.own.engine"}}\n',
    ],
)
def test_without_the_database_nothing_is_said_of_lengths(settings: str, tmp_path: Path):
    text = HEAD + "    title = models.CharField()\n"
    assert problems(text, root=tmp_path, config__settings=settings) == []


@pytest.mark.parametrize(
    "line",
    [
        "title = models.CharField(max_length=LENGTH)",
        "title = models.CharField(**options)",
        "price = models.DecimalField(*options)",
        "price = models.DecimalField(None, None, 10, 2)",
        "author = models.ForeignKey('Author', **options)",
        "author = models.ForeignKey()",  # somebody is typing
        "author = models.ForeignKey('Author', models.CASCADE)",
        "author = models.ForeignKey('Author', models.SET_NULL, null=NULL)",
        "author = models.ForeignKey('Author', models.CASCADE, related_name='%(class)s_set')",
        "author = models.ForeignKey('Author', models.CASCADE, related_name=NAME)",
        "notes = models.JSONField(default=None)",
        "notes = models.JSONField(default=list)",
        "at = models.DateTimeField(default=make_date())",
        "at = models.DateTimeField(auto_now=AUTO, default=now)",
        "code = models.CharField(max_length=3, choices=CHOICES)",
        "parents = models.ManyToManyField('self')",
        "_private = models.CharField(max_length=3)",
        "title = forms.CharField()",
        "DecimalField()",
    ],
)
def test_what_is_computed_or_right_is_silent(line: str):
    assert body(line) == []


def test_calls_outside_of_a_model_are_nobodys_fields():
    text = "from django.db import models\nfield = models.DecimalField()\n"
    assert problems(text) == []
    mixin = "from django.db import models\nclass Mixin:\n    price = models.DecimalField()\n"
    assert problems(mixin) == []
    function = "from django.db import models\ndef cast():\n    return models.DecimalField()\n"
    assert problems(function) == []


def test_two_relations_to_one_model_need_names_of_their_own():
    one = "author = models.ForeignKey('Person', models.CASCADE)"
    assert body(one) == []
    assert len(body(one, one.replace("author", "editor"))) == 2
    named = "editor = models.ForeignKey('Person', models.CASCADE, related_name='edited')"
    assert body(one, named) == []
    hidden = "editor = models.ForeignKey('Person', models.CASCADE, related_name='+')"
    assert body(one, hidden) == []
    assert body(one, "extra = models.ForeignKey('Shelf', models.CASCADE)") == []


ORDER = ("title = models.TextField()", "class Meta:", "    ordering = ['titel']")


def test_an_order_by_what_is_not_there_is_told_where_the_whole_model_is_known():
    assert body(*ORDER) == ["models.E015 «'titel'»"]
    assert body("titel = models.ForeignKey('Author', models.CASCADE)", *ORDER[1:]) == []
    assert body(ORDER[0], "class Meta:", "    ordering = ['author__name', '?', 'pk', '-id']") == []


@pytest.mark.parametrize(
    "text",
    [
        "from tree import Tree\nfrom django.db import models\nclass Book(Tree, models.Model):\n",
        "from django.db import models\n@fielded\nclass Book(models.Model):\n",
        "from django.db import models\nclass Book(models.Model, metaclass=Fielded):\n",
        "from money import Money\n" + HEAD + "    price = Money()\n",
        "from django.db import models\nclass Book(models.Model):\n    exec('titel = 1')\n",
        "from django.contrib.auth.models import AbstractUser\nclass Book(AbstractUser):\n",
    ],
)
def test_what_may_bring_fields_of_its_own_is_silent(text: str):
    assert problems(text + "".join(f"    {line}\n" for line in ORDER)) == []


def test_the_link_to_the_row_of_a_parent_is_a_field():
    text = HEAD + "    title = models.TextField()\n\nclass Novel(Book):\n    class Meta:\n"
    assert problems(text + "        ordering = ['book_ptr', 'title']\n") == []


def test_names_by_which_others_are_reached_are_no_mistakes(tmp_path: Path):
    other = """
        from django.db import models
        class Review(models.Model):
            book = models.ForeignKey("shop.Book", models.CASCADE, related_name="reviews")
    """
    text = (
        HEAD + "    title = models.TextField()\n    class Meta:\n        ordering = ['reviews']\n"
    )
    assert problems(text, root=tmp_path, review__models=other) == []


ADMIN = """
    from django.contrib import admin
    from .models import Book

    @admin.register(Book)
    class BookAdmin(admin.ModelAdmin):
        %s
"""


def admin(line: str, root: Path, book: str = "    title = models.TextField()\n") -> list[str]:
    return problems(ADMIN % line, "shop/admin.py", root=root, shop__models=HEAD + book)


def test_admin_names_are_looked_up_in_the_model_and_the_class(tmp_path: Path):
    assert admin("list_display = ['title', 'titel']", tmp_path) == ["admin.E108 «'titel'»"]
    assert admin("list_display = ['__str__', 'pk', 'author__name']", tmp_path) == []
    own = "list_display = ['short']\n        def short(self, book): ..."
    assert admin(own, tmp_path) == []
    method = "    def short(self): ...\n"
    assert admin("list_display = ['short']", tmp_path, method) == []
    assert admin("ordering = ['-titel']", tmp_path) == ["admin.E033 «'-titel'»"]


def test_an_admin_class_that_nobody_registers_here_is_silent(tmp_path: Path):
    text = ADMIN.replace("    @admin.register(Book)\n", "") % "list_display = ['titel']"
    assert problems(text, "shop/admin.py", root=tmp_path, shop__models=HEAD + "    pass\n") == []


def test_a_text_in_brackets_is_no_tuple(tmp_path: Path):
    assert admin("search_fields = ('title')", tmp_path) == ["admin.E126 «'title'»"]
    assert admin("search_fields = ('title',)", tmp_path) == []
    assert admin("search_fields = FIELDS", tmp_path) == []
    mixin = "class Mixin:\n    search_fields = ('title')\n"
    assert problems(mixin, "shop/admin.py") == []
