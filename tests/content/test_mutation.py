"""The harness is tested itself: a dozen examples with one wrong word each, none gets through."""

from __future__ import annotations

from typing import Any

import pytest

from .environments import RELEASES, installed
from .jobs import run

BY_SCOPE = {
    "body": ('books = Book.objects.filter(title__icontains="moon")', "icontains", "icontans"),
    "module": ("def name_of(book):\n    return book.title.strip()", "title", "tittle"),
    "model-body": ("title = models.CharField(max_length=200)", "max_length", "max_lenght"),
    "model-meta": ('ordering = ["title"]', '"title"', '"titel"'),
    "form-body": ("def clean_isbn(self):\n    return '978'", "clean_isbn", "clean_ibsn"),
    "form-meta": ('model = Book\nfields = ["title", "author"]', "fields", "fileds"),
    "admin-body": ('list_display = ["title", "price"]', "list_display", "list_dispaly"),
    "serializer-meta": ('model = Book\nfields = ["id", "title"]', "title", "titel"),
    "api-view-body": (
        "queryset = Book.objects.all()\nserializer_class = BookSerializer\npagination_class = None",
        "pagination_class",
        "pagination_clas",
    ),
    "view-body": ("paginate_by = 20", "paginate_by", "pagniate_by"),
    "test-body": (
        'def test_page(self):\n    self.assertEqual(self.client.get("/books/").status_code, 200)',
        "200",
        "404",
    ),
    "settings": ('MEDIA_URL = "uploads/"', "MEDIA_URL", "MEDIA_ULR"),
    "url-list": (
        'path("books/", views.book_list, name="book_list"),',
        "views.book_list",
        "views.l",
    ),
    "template": ("{% for book in books %}{{ book.title }}{% endfor %}", "book.title", "book.titel"),
    "shell": ("python manage.py migrate --fake-initial", "--fake-initial", "--fake-inital"),
    "systemd": ("[Service]\nExecStart=/srv/app\nRestart=always", "Restart", "Restrat"),
    "nginx": ("server { listen 80; location / { return 404; } }", "listen", "listne"),
    "dockerfile": ("FROM python:3.13\nRUN pip install django", "RUN", "RNU"),
    "requirements": ("django>=5.2,<6.0", ">=", "=>"),
}
IMPORTS = {"model-body": "from django.db import models"}


@pytest.fixture(scope="module")
def errors() -> dict[str, str | None]:
    """What became of each example as it stands, and of the broken one under its name and `!`."""
    jobs = []
    for scope, (code, right, wrong) in BY_SCOPE.items():
        assert right in code
        jobs += [job(scope, scope, code), job(f"{scope}!", scope, code.replace(right, wrong, 1))]
    release = next(r for r in ("5.2", *RELEASES) if r in installed())
    return {name: result["error"] for name, result in run(release, jobs).items()}


def job(name: str, scope: str, body: str) -> dict[str, Any]:
    return {
        "id": name,
        "scope": scope,
        "language": "python",
        "imports": IMPORTS.get(scope, ""),
        "body": body,
        "symbols": [],
        "file": None,
        "requires": [],
        "deprecated": False,
    }


@pytest.mark.parametrize("scope", BY_SCOPE)
def test_broken_example_is_caught_and_the_right_one_is_not(
    scope: str, errors: dict[str, str | None]
) -> None:
    assert errors[scope] is None
    assert errors[f"{scope}!"] is not None, f"{BY_SCOPE[scope][2]} got through"
