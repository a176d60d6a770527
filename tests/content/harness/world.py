"""The Django process and the saved objects the examples meet."""

from __future__ import annotations

import datetime
import gc
import os
from decimal import Decimal
from typing import Any


def start() -> None:
    """Sets up Django with an empty in-memory database; done once, before any example is forked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    import django
    from django.db import connection
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    _warm()


def _warm() -> None:
    """Imports what most examples need, so that each fork starts with it."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    for app in ("rest_framework.routers", "rest_framework.test", "channels.testing"):
        try:
            __import__(app)
        except ImportError:
            continue
    save_objects()
    client = Client()
    client.force_login(get_user_model().objects.get(username="ada"))
    for path in (
        "/books/",
        "/books/add/",
        "/admin/",
        "/admin/library/book/",
        "/admin/library/book/add/",
    ):
        client.get(path)
    client.get("/admin/library/book/1/change/")
    gc.collect()
    gc.freeze()  # forks share the memory as long as the collector leaves it alone


def save_objects() -> None:
    """One saved object of each kind, all with primary key 1, and a second book."""
    from django.contrib.auth import get_user_model
    from library.models import Author, Book, Publisher, Review, Tag

    user = get_user_model().objects.create_superuser(
        "ada", "ada@example.com", "secret", first_name="Ada", last_name="Lovelace"
    )
    author = Author.objects.create(
        name="Ursula K. Le Guin", email="ursula@example.com", born=datetime.date(1929, 10, 21)
    )
    publisher = Publisher.objects.create(name="Ace Books", city="New York", country="US")
    book = Book.objects.create(
        title="The Dispossessed",
        slug="the-dispossessed",
        summary="An ambiguous utopia.",
        isbn="9780060512750",
        pages=387,
        price=Decimal("9.99"),
        published=datetime.date(1974, 5, 1),
        author=author,
        publisher=publisher,
        status="published",
    )
    book.tags.add(Tag.objects.create(name="Classic", slug="classic"))
    Book.objects.create(title="Lavinia", slug="lavinia", author=author, pages=279)
    Review.objects.create(book=book, user=user, rating=5, text="Read it twice.")


def objects() -> dict[str, Any]:
    """The saved objects by name, and a request by the user."""
    from django.contrib.auth import get_user_model
    from library import models

    found = {name.lower(): getattr(models, name).objects.get(pk=1) for name in NAMES}
    user = get_user_model().objects.get(username="ada")
    return {**found, "user": user, "request": request_by(user)}


def empty() -> None:
    """No rows at all, and primary keys from 1 on: how a test finds its database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("library_", "auth_user", "django_session", "django_admin_log")):
                cursor.execute(f'DELETE FROM "{table}"')
        cursor.execute(
            "DELETE FROM sqlite_sequence WHERE name LIKE 'library_%' OR name = 'auth_user'"
        )
        cursor.execute("PRAGMA foreign_keys = ON")


NAMES = ("Author", "Publisher", "Tag", "Book", "Review")


def request_by(user: Any, method: str = "get", path: str = "/books/", **data: Any) -> Any:
    """A request with session, messages, user and site, as the middleware would leave it."""
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sites.models import Site
    from django.test import RequestFactory

    request = getattr(RequestFactory(), method)(path, data)
    request.user = user

    async def auser() -> Any:
        return user

    request.auser = auser
    request.session = SessionStore()
    request.session.create()
    request._messages = FallbackStorage(request)
    request.site = Site.objects.get_current()
    request.LANGUAGE_CODE = "en-us"
    return request


def model_names() -> dict[str, Any]:
    from library import models

    return {name: getattr(models, name) for name in NAMES}


SAMPLES: dict[str, Any] = {
    "title": "The Dispossessed",
    "name": "Ursula K. Le Guin",
    "first_name": "Ada",
    "last_name": "Lovelace",
    "username": "grace",
    "password": "secret",
    "password1": "s3cret-and-long",
    "password2": "s3cret-and-long",
    "email": "ada@example.com",
    "subject": "Hello",
    "message": "Good day.",
    "slug": "the-dispossessed",
    "summary": "An ambiguous utopia.",
    "isbn": "9780060512767",
    "pages": "387",
    "price": "9.99",
    "published": "1974-05-01",
    "born": "1929-10-21",
    "author": "1",
    "publisher": "1",
    "tags": "1",
    "book": "1",
    "user": "1",
    "rating": "5",
    "text": "Read it twice.",
    "status": "published",
    "q": "dispossessed",
    "query": "dispossessed",
    "page": "1",
    "next": "/books/",
}
