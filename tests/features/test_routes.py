"""A further route in `urlpatterns`, whatever shape it has."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cheatsheet_ls.features.code.routes import with_route
from cheatsheet_ls.features.drafts import CannotEdit

ITEM = 'path("books/", views.books, name="books")'


def routed(text: str, pattern: str = "books/", item: str = ITEM) -> str:
    return with_route(dedent(text.removeprefix("\n")), (), pattern, item)


def test_at_the_end_with_the_import_it_needs():
    assert routed(
        """
        from . import views

        urlpatterns = []
        """
    ) == dedent(
        """\
        from django.urls import path

        from . import views

        urlpatterns = [
            path("books/", views.books, name="books"),
        ]
        """
    )


def test_before_a_route_that_would_answer_in_its_place():
    assert routed(
        """
        from django.urls import path

        urlpatterns = [
            path("about/", views.about),
            path("<slug:page>/", views.page),
        ]
        """
    ) == dedent(
        """\
        from django.urls import path

        urlpatterns = [
            path("about/", views.about),
            path("books/", views.books, name="books"),
            path("<slug:page>/", views.page),
        ]
        """
    )


def test_in_the_quotes_and_line_ends_of_the_file():
    head = "from django.urls import path\r\nurlpatterns = [\r\n\tpath('', home, name='home'),\r\n"
    new = "\tpath('books/', views.books, name='books'),\r\n"
    assert routed(head + "]\r\n") == head + new + "]\r\n"


SHAPES = {
    "a list and something added": 'urlpatterns = [path("", home)] + static("/media/")\n',
    "a list that grows": 'urlpatterns = [path("", home)]\nurlpatterns += [path("x/", x)]\n',
    "translated addresses": 'urlpatterns = i18n_patterns(\n    path("", home),\n)\n',
    "translated, with an option": (
        'urlpatterns = i18n_patterns(path("", home), prefix_default_language=False)\n'
    ),
    "suffixes": 'urlpatterns = [\n    path("", home),\n]\nurlpatterns = with_format(urlpatterns)\n',
    "suffixes around the list": 'urlpatterns = format_suffix_patterns([path("", home)])\n',
    "the routes of a router": "router = Router()\nurlpatterns = router.urls\n",
    "nothing yet": "",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_it_goes_into(shape: str):
    after = routed(SHAPES[shape])
    compile(after, "urls.py", "exec")
    assert after.count('path("books/"') == 1
    assert after.replace("    ", "").replace(" ", "").count("home") == SHAPES[shape].count("home")


def test_routes_of_a_router_stay_and_others_come_behind():
    assert routed("urlpatterns = router.urls\n").endswith(
        "urlpatterns = router.urls\nurlpatterns += [\n"
        '    path("books/", views.books, name="books"),\n]\n'
    )


REFUSED = {
    "made by code": 'urlpatterns = [one for one in found]\nfound = "x"\n',
    "imported": "from .other import *\n",
    "taken": 'urlpatterns = [path("books/", views.other)]\n',
    "taken below a condition": 'urlpatterns = []\nif X:\n    urlpatterns += [path("books/", x)]\n',
    "no Python": "urlpatterns = [\n",
}


@pytest.mark.parametrize("shape", REFUSED)
def test_it_is_refused_where_the_routes_are(shape: str):
    with pytest.raises(CannotEdit):
        routed(REFUSED[shape])


def test_it_is_refused_where_it_would_answer_for_a_route_that_follows():
    text = 'urlpatterns = []\nif X:\n    urlpatterns += [path("books/new/", new)]\n'
    with pytest.raises(CannotEdit, match="books/new/"):
        routed(text, "books/<slug:slug>/", 'path("books/<slug:slug>/", book)')


def test_a_long_route_is_broken_as_formatters_break_it():
    item = 'path("books/<slug:slug>/update/", views.BookUpdateView.as_view(), name="change_one")'
    assert routed("", "b/", item).endswith(
        'urlpatterns = [\n    path(\n        "books/<slug:slug>/update/",'
        ' views.BookUpdateView.as_view(), name="change_one"\n    ),\n]\n'
    )
