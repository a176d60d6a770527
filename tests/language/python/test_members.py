"""Members by the real class of what stands before the dot, through the user's own classes."""

from pathlib import Path

import pytest

from tests.support.project import Project

MODELS = """
from django.db import models
class BookQuerySet(models.QuerySet):
    def cheap(self):
        return self.filter(price__lt=5)
class Author(models.Model):
    name = models.CharField(max_length=20)
class Book(models.Model):
    title = models.CharField(max_length=20)
    author = models.ForeignKey("Author", on_delete=models.CASCADE, related_name="books")
    objects = BookQuerySet.as_manager()
"""


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("Author.objects.fil<|>ter(name='x')", "django.db.models.QuerySet.filter"),
        ("Author.obj<|>ects", "django.db.models.Model.objects"),
        ("Book.objects.cheap().exc<|>lude(pk=1)", "django.db.models.QuerySet.exclude"),
        ("Author.objects.filter(a=1).order_by('b').fi<|>rst()", "django.db.models.QuerySet.first"),
        ("Author.objects.first().sa<|>ve()", "django.db.models.Model.save"),
        (
            "Book.objects.get(pk=1).author.refresh_from<|>_db()",
            "django.db.models.Model.refresh_from_db",
        ),
        (
            "for author in Author.objects.all():\n    author.del<|>ete()",
            "django.db.models.Model.delete",
        ),
        ("[a.full_cl<|>ean() for a in Author.objects.all()]", "django.db.models.Model.full_clean"),
        ("author = Author()\nauthor.sa<|>ve()", "django.db.models.Model.save"),
    ],
)
def test_managers_querysets_and_instances(project: Project, code: str, symbol: str) -> None:
    match = project.match(MODELS + code)
    assert match is not None
    assert match.symbols[0] == symbol


def test_methods_of_the_project_are_silent(project: Project) -> None:
    assert project.recognised(MODELS + "Book.objects.che<|>ap()") is None


def test_self_and_super_are_the_class_around_them(project: Project) -> None:
    view = """
        from django.views.generic import ListView
        class Books(ListView):
            def get_queryset(self):
                return super().get_que<|>ryset()
    """
    match = project.match(view)
    assert match is not None
    assert "django.views.generic.ListView.get_queryset" in match.symbols
    match = project.match(view.replace("super().get_que<|>ryset()", "self.requ<|>est.GET"))
    assert match is not None
    assert match.symbols[0].endswith("View.request")


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("def f(request):\n    request.G<|>ET", "django.http.HttpRequest.GET"),
        ("def f(request):\n    request.GET.getl<|>ist('a')", "django.http.QueryDict.getlist"),
        ("from django.views import View\nclass V(View):\n    def get(self, request):\n        request.us<|>er", "django.http.HttpRequest.user"),
        ("from rest_framework.views import APIView\nclass V(APIView):\n    def get(self, request):\n        request.da<|>ta", "rest_framework.request.Request.data"),
        ("from django import forms\nclass F(forms.Form): ...\ndef f(request):\n    form = F(request.POST)\n    form.is_va<|>lid()", "django.forms.Form.is_valid"),
        ("from django.test import TestCase\nclass T(TestCase):\n    def test(self):\n        self.client.po<|>st('/')", "django.test.Client.post"),
        ("from django.test import TestCase\nclass T(TestCase):\n    def test(self):\n        r = self.client.get('/')\n        self.assertConta<|>ins(r, 'a')", "django.test.SimpleTestCase.assertContains"),
        ("from django.core.cache import cache\ncache.get_or_s<|>et('a', 1)", "django.core.cache.cache.get_or_set"),
        ("from django.db.models.signals import post_save\nfrom django.dispatch import receiver\n@receiver(post_save)\ndef f(sender, instance, **kw):\n    instance.sa<|>ve()", "django.db.models.Model.save"),
        ("def forwards(apps, schema_editor):\n    Book = apps.get_model('a', 'Book')\n    Book.objects.fil<|>ter()", "django.db.models.QuerySet.filter"),
    ],
)  # fmt: skip
def test_what_django_hands_over_is_known(project: Project, code: str, symbol: str) -> None:
    match = project.match(code, "shop/views.py")
    assert match is not None
    assert match.symbols[0].rpartition(".")[2] == symbol.rpartition(".")[2]
    assert symbol in match.symbols or match.symbols[0].startswith("django.core.cache")


@pytest.mark.parametrize(
    "code",
    [
        "import unittest\nclass T(unittest.TestCase):\n    def t(self):\n        self.assertEq<|>ual(1, 1)",
        "from django.test import TestCase\nclass T(TestCase):\n    def t(self):\n        self.assertEq<|>ual(1, 1)",
        "class Form:\n    def is_valid(self): ...\nForm().is_va<|>lid()",
        "def f(form):\n    form.is_va<|>lid()",
    ],
)
def test_members_of_other_classes_are_silent(project: Project, code: str) -> None:
    assert project.recognised(code, "shop/tests.py") is None


def test_bases_are_followed_through_other_files(tmp_path: object) -> None:
    project = Project(
        tmp_path,  # type: ignore[arg-type]
        {
            "core/__init__.py": "",
            "core/models.py": """
                from django.db import models
                class Stamped(models.Model):
                    class Meta:
                        abstract = True
            """,
        },
    )
    text = """
        from core.models import Stamped
        class Book(Stamped):
            def sa<|>ve(self, *args, **kwargs): ...
    """
    assert project.recognised(text) == "django.db.models.Model.save  «save»"


def test_a_class_that_inherits_from_itself_ends(project: Project) -> None:
    assert project.recognised("class A(A):\n    def sa<|>ve(self): ...") is None


def test_classes_of_well_known_packages_are_what_they_derive_from(project: Project) -> None:
    text = """
        from mptt.models import MPTTModel
        class Genre(MPTTModel):
            class Meta:
                orde<|>ring = ["name"]
    """
    assert project.recognised(text) == "meta:model.ordering  «ordering»"


@pytest.mark.parametrize(
    "code",
    [
        "from aiohttp import web\ndef handler(request):\n    request.meth<|>od",
        "from starlette.routing import Route\nclass V:\n    def get(self, request):\n        request.meth<|>od",
        "import pytest\n@pytest.fixture\ndef thing(request):\n    request.sess<|>ion",
    ],
)
def test_requests_of_other_frameworks_are_silent(project: Project, code: str) -> None:
    assert project.recognised(code, "shop/handlers.py") is None


SHOP = {
    "shop/__init__.py": "",
    "shop/models.py": """
        from django.db import models
        class Author(models.Model):
            name = models.CharField(max_length=20)
        class Book(models.Model):
            author = models.ForeignKey(Author, models.CASCADE, related_name="books")
        class Note(models.Model):
            author = models.ForeignKey(Author, models.CASCADE)
        class Profile(models.Model):
            author = models.OneToOneField(Author, models.CASCADE, related_name="profile")
    """,
}


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("Author().books.exc<|>lude(pk=1)", "django.db.models.QuerySet.exclude"),
        ("Author().books.first().sa<|>ve()", "django.db.models.Model.save"),
        ("Author().note_set.al<|>l()", "django.db.models.QuerySet.all"),
        ("Author().profile.full_cle<|>an()", "django.db.models.Model.full_clean"),
        ("Author().profile.fil<|>ter()", None),
        ("Author().papers.fil<|>ter()", None),
    ],
)
def test_reverse_relations_of_the_project(tmp_path: Path, code: str, symbol: str | None) -> None:
    match = Project(tmp_path, SHOP).match(f"from .models import Author\n{code}", "shop/views.py")
    assert (match.symbols[0] if match else None) == symbol
