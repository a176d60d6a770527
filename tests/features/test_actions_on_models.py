"""Actions on models in projects that are not as the pages have them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.files import Files

MODELS = """
from django.db import models


class Bo<|>ok(models.Model):
    title = models.CharField(max_length=200)
"""


def test_a_page_that_has_a_view_and_a_path_gets_only_its_template(tmp_path: Path):
    files = {
        "library/models.py": MODELS,
        "library/views.py": """
            from django.views.generic import ListView
            from .models import Book

            class AllBooks(ListView):
                model = Book
                context_object_name = "books"
            """,
        "library/urls.py": """
            from django.urls import path
            from . import views

            urlpatterns = [path("", views.AllBooks.as_view(), name="books")]
            """,
    }
    after = Files(tmp_path, files).after("model-list")
    assert list(after) == ["library/templates/library/book_list.html"]
    assert "{% for book in books %}" in after["library/templates/library/book_list.html"]


def test_a_page_that_is_whole_is_not_offered(tmp_path: Path):
    files = {
        "library/models.py": MODELS,
        "library/views.py": """
            def book_list(request):
                return render(request, "books.html", {"books": Book.objects.all()})
            """,
        "library/urls.py": 'urlpatterns = [path("", views.book_list)]\n',
    }
    assert "model-list" not in Files(tmp_path, files).offered()


def test_a_class_of_that_name_that_is_no_view_is_in_the_way(tmp_path: Path):
    files = {"library/models.py": MODELS, "library/views.py": "class BookListView:\n    pass\n"}
    offered = Files(tmp_path, files).offered()
    assert offered["model-list"].disabled == "views.py has another BookListView"


def test_generic_views_are_named_as_the_file_names_them(tmp_path: Path):
    views = "from django.views import generic\n\n\nclass Other(generic.TemplateView):\n    pass\n"
    files = {"library/models.py": MODELS, "library/views.py": views}
    after = Files(tmp_path, files).after("model-list")
    assert "class BookListView(generic.ListView):" in after["library/views.py"]
    assert "views.generic import" not in after["library/views.py"]


def test_names_of_routes_have_dashes_where_others_have(tmp_path: Path):
    urls = 'app_name = "books"\nurlpatterns = [path("a/", views.a, name="the-first")]\n'
    files = {"library/models.py": MODELS, "library/urls.py": urls}
    after = Files(tmp_path, files).after("model-list")
    assert 'name="book-list"' in after["library/urls.py"]


def test_a_views_package_whose_modules_are_imported_gets_a_module(tmp_path: Path):
    files = {
        "library/models.py": MODELS,
        "library/views/__init__.py": "",
        "library/views/shelf.py": "",
        "library/urls.py": "from library.views import shelf\n\nurlpatterns = []\n",
    }
    after = Files(tmp_path, files).after("model-list")
    assert "class BookListView(ListView):" in after["library/views/book.py"]
    assert "from library.views import book, shelf" in after["library/urls.py"]
    assert (
        'path("books/", book.BookListView.as_view(), name="book_list")' in after["library/urls.py"]
    )
    assert "library/views/__init__.py" not in after


def test_the_project_s_urls_include_an_app_once(tmp_path: Path):
    files = {
        "library/models.py": MODELS,
        "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
        "config/settings.py": 'ROOT_URLCONF = "config.urls"\n',
        "config/urls.py": """
            from django.urls import include, path

            urlpatterns = [path("books/", include(("library.urls", "shelf")))]
            """,
        "library/urls.py": "urlpatterns = []\n",
        "library/forms.py": "class BookForm: ...\n",
    }
    after = Files(tmp_path, files).after("model-create")
    assert "config/urls.py" not in after
    assert 'reverse_lazy("shelf:book_list")' in after["library/views.py"]
    assert "form_class = BookForm" in after["library/views.py"]


def test_a_template_extends_the_base_of_another_installed_app(tmp_path: Path):
    files = {
        "library/models.py": MODELS,
        "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
        "config/settings.py": 'INSTALLED_APPS = ["core.apps.CoreConfig", "library"]\n',
        "core/templates/base.html": "{% block main %}{% endblock %}\n",
        "other/templates/library/base.html": "{% block content %}{% endblock %}\n",
    }
    page = Files(tmp_path, files).after("model-list")["library/templates/library/book_list.html"]
    assert page.startswith('{% extends "base.html" %}\n\n{% block main %}\n')


DISABLED = {
    "urls.py does not parse": ("library/urls.py", "urlpatterns = [\n", "urls.py does not parse"),
    "addresses made in apps.py": (
        "library/apps.py",
        "def get_urls(self): ...\n",
        "apps.py makes the addresses of this app",
    ),
    "views.py does not parse": ("library/views.py", "class :\n", "the file does not parse"),
}


@pytest.mark.parametrize("case", DISABLED)
def test_a_page_says_why_it_cannot_be_made(case: str, tmp_path: Path):
    name, text, reason = DISABLED[case]
    files = Files(tmp_path, {"library/models.py": MODELS, name: text})
    assert files.offered()["model-list"].disabled == reason


def test_a_file_that_is_read_only_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    files = Files(tmp_path, {"library/models.py": MODELS, "library/views.py": ""})
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "views.py")
    assert files.offered()["model-list"].disabled == "views.py is read-only"


def test_a_parent_s_meta_and_str_are_left_alone(tmp_path: Path):
    models = """
        from django.db import models

        class Named(models.Model):
            name = models.CharField(max_length=10)

            class Meta:
                abstract = True
                ordering = ["name"]

            def __str__(self):
                return self.name

        class Bo<|>ok(Named):
            pages = models.IntegerField()
        """
    offered = Files(tmp_path, {"library/models.py": models}).offered()
    assert not {"model-meta", "model-str"} & set(offered)


def test_what_a_required_field_takes_must_be_known(tmp_path: Path):
    models = """
        from django.db import models
        from colours.fields import ColourField

        class Bo<|>ok(models.Model):
            cover = ColourField()
        """
    offered = Files(tmp_path, {"library/models.py": models}).offered()
    assert offered["model-test"].disabled == "what the field cover of Book takes is not known"


def test_objects_that_need_each_other_cannot_be_made(tmp_path: Path):
    models = """
        from django.db import models

        class Author(models.Model):
            first = models.ForeignKey("Book", on_delete=models.CASCADE)

        class Bo<|>ok(models.Model):
            author = models.ForeignKey(Author, on_delete=models.CASCADE)
        """
    offered = Files(tmp_path, {"library/models.py": models}).offered()
    assert offered["model-test"].disabled == "Book needs objects that need each other"


def test_a_test_makes_the_project_s_own_user(tmp_path: Path):
    files = {
        "library/models.py": """
            from django.conf import settings
            from django.db import models

            class Lo<|>an(models.Model):
                reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
            """,
        "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
        "config/settings.py": 'AUTH_USER_MODEL = "accounts.Member"\n',
        "accounts/models.py": """
            from django.contrib.auth.models import AbstractUser
            from django.db import models

            class Member(AbstractUser):
                username = None
                email = models.EmailField(unique=True)
                USERNAME_FIELD = "email"
            """,
    }
    after = Files(tmp_path, files).after("model-test")["library/tests.py"]
    assert "from accounts.models import Member" in after
    assert 'reader = Member.objects.create(email="ada@example.com")' in after


def test_secrets_are_not_shown(tmp_path: Path):
    models = MODELS + "    api_token = models.CharField(max_length=40)\n"
    files = {"library/models.py": models, "library/serializers.py": "import rest_framework\n"}
    project = Files(tmp_path, files)
    assert "api_token" not in project.after("model-serializer")["library/serializers.py"]
    assert "api_token" not in project.after("model-admin")["library/admin.py"]
    page = project.after("model-detail")["library/templates/library/book_detail.html"]
    assert "api_token" not in page


def test_no_api_without_the_package(tmp_path: Path):
    assert "model-serializer" not in Files(tmp_path, {"library/models.py": MODELS}).offered()


def test_an_abstract_model_is_nobody_s_row(tmp_path: Path):
    models = MODELS + "\n    class Meta:\n        abstract = True\n"
    assert Files(tmp_path, {"library/models.py": models}).offered() == {}


def test_a_generic_relation_is_nothing_to_fill_in(tmp_path: Path):
    models = "from django.contrib.contenttypes.fields import GenericRelation" + MODELS
    models += '    notes = GenericRelation("notes.Note")\n'
    project = Files(tmp_path, {"library/models.py": models})
    assert 'fields = ["title"]' in project.after("model-form")["library/forms.py"]
    assert "notes" not in project.after("model-test")["library/tests.py"]
