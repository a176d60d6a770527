"""A project as Django starts it, with the models and views of a small library.

`library` is as `startapp` makes it; `archive` has packages instead of modules, Windows line ends,
tabs and single quotes.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.content.actions.steps import SETS
from tests.content.environments import python_of

CONFIG = "site_config"

_MODELS = """
import uuid

from django.conf import settings
from django.db import models


class Stamped(models.Model):
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        get_latest_by = "added"


class Author(models.Model):
    name = models.CharField(max_length=100)
    pen_name = models.CharField(blank=True)
    born = models.DateField(null=True, blank=True)


class Category(models.Model):
    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=12, unique=True)


class Book(models.Model):
    class Binding(models.TextChoices):
        HARD = "hard", "Hardcover"
        SOFT = "soft", "Paperback"

    title = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")
    categories = models.ManyToManyField(Category, blank=True)
    binding = models.CharField(max_length=4, choices=Binding.choices)
    price = models.DecimalField(max_digits=6, decimal_places=2)
    pages = models.PositiveIntegerField()
    published = models.DateField()
    in_print = models.BooleanField()
    cover = models.FileField(upload_to="covers", blank=True)
    summary = models.TextField(blank=True)
    extra = models.JSONField(default=dict, blank=True)


class Loan(Stamped):
    book = models.OneToOneField(Book, on_delete=models.CASCADE)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    lent_at = models.DateTimeField()
    note = models.CharField(max_length=80, blank=True)
"""

_VIEWS = """
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from .models import Author, Book


def about(request):
    return render(request, "library/about.html", {"books": Book.objects.all(), "year": 2026})


class ShelfView(TemplateView):
    template_name = "library/shelf.html"


def borrow(request, slug):
    book = get_object_or_404(Book, slug=slug)
    return redirect("/", book)


def edit_author(request, author_id):
    author = get_object_or_404(Author, pk=author_id)
    return render(request, "library/edit_author.html", {"author": author})


@require_POST
def give_back(request, pk):
    get_object_or_404(Book, pk=pk)
    return redirect("/")
"""

_PAPERS = """
from django.db import models


class Paper(models.Model):
    headline = models.CharField(max_length=80)
    printed_on = models.DateField()
    kind = models.CharField(max_length=1, choices=[('d', 'Daily'), ('w', 'Weekly')])
"""

_BASE = """
<!doctype html>
<html lang="en">
  <head><title>{% block title %}Library{% endblock %}</title></head>
  <body>{% block content %}{% endblock %}</body>
</html>
"""


_PACKAGES = "djangorestframework\nchannels[daphne]\ndjango-allauth\ndjango-debug-toolbar\n"

_BOOKS = """
<h1>Books</h1>

<ul>
  {% for book in page_obj %}
    <li>{{ book.title }}</li>
  {% endfor %}
</ul>

"""

# What the actions on templates make of these can be rendered.
_PAGES_TEST = """
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory, SimpleTestCase


class PagesTest(SimpleTestCase):
    def test_pages_render(self):
        request = RequestFactory().get("/", {"q": "x"})
        context = {"page_obj": Paginator([], 1).get_page(1)}
        for name in ("books", "child", "contact"):
            render_to_string(f"library/{name}.html", context, request)
"""

_CHILD = """
{% extends "library/base.html" %}

{% block title %}A page{% endblock %}

"""


def start(root: Path, release: str) -> None:
    """The project in an empty folder."""
    admin = python_of(release).with_name("django-admin")
    _run([str(admin), "startproject", CONFIG, "."], root)
    for app in ("library", "archive"):
        _run([str(admin), "startapp", app], root)
    _install(root / CONFIG / "settings.py", "library", "archive")
    _write(root / "requirements.txt", f"django~={release}.0\n{_PACKAGES}")
    _write(root / "library/models.py", _MODELS)
    _write(root / "library/views.py", _VIEWS)
    _write(root / "library/templates/library/base.html", _BASE)
    _write(root / "library/templates/library/books.html", _BOOKS)
    _write(root / "library/templates/library/child.html", _CHILD)
    _write(root / "library/templates/library/contact.html", "  \n<h1>Contact</h1>\n")
    _write(root / "library/test_pages.py", _PAGES_TEST)
    for name in SETS:
        _write(root / CONFIG / f"{name}.py", "from .settings import *\n\n")
    _packages(root / "archive")


def _packages(app: Path) -> None:
    for name in ("models", "views", "tests"):
        (app / f"{name}.py").unlink()
        _write(app / name / "__init__.py", "")
    _write(app / "models/__init__.py", "from .papers import Paper\n\n__all__ = ['Paper']\n")
    text = _PAPERS.lstrip("\n").replace("    ", "\t").replace("\n", "\r\n")
    (app / "models/papers.py").write_bytes(text.encode())


def _install(settings: Path, *apps: str) -> None:
    text = settings.read_text(encoding="utf-8")
    names = "".join(f'    "{app}",\n' for app in apps)
    settings.write_text(text.replace("INSTALLED_APPS = [\n", f"INSTALLED_APPS = [\n{names}"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")


def _run(command: list[str], root: Path) -> None:
    subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
