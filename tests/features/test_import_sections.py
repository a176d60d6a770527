"""Sections of imports: packages, the project's own, relative ones; and names under another one."""

from __future__ import annotations

from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.features.imports import adapt


def after(text: str, line: str, body: str) -> str:
    return applied(text, adapt(text, (line,), body).edits)


OWN = "from accounts.models import Member  # own"


def test_the_project_s_own_has_a_section_of_its_own():
    django, own, views = (
        "from django.db import models\n",
        "from accounts.models import Member\n",
        "from . import views\n",
    )
    assert after(f"{django}\n{views}", OWN, body="Member") == f"{django}\n{own}\n{views}"


def test_the_project_s_own_joins_what_begins_with_the_same_name():
    text = "from django.db import models\n\nfrom accounts.forms import SignIn\n"
    assert after(text, OWN, body="Member") == text + "from accounts.models import Member\n"


def test_a_package_does_not_go_among_the_project_s_own():
    text = "from zoo import Cage\n\nfrom accounts.forms import SignIn\n"
    assert after(text, "from django.urls import path", body="path").startswith(
        "from django.urls import path\nfrom zoo import Cage\n\n"
    )


def test_a_name_under_another_one_has_a_line_of_its_own():
    text = "from library.models import Author\n\nclass Book: pass\n"
    new = after(text, "from shop.models import Book", body="Book")
    assert "from shop.models import Book as ModelsBook\n" in new
    alone = "from shop.models import Book as Other, Cover\n"
    assert after(alone, "from shop.models import Author", body="Author") == (
        "from shop.models import Author, Book as Other, Cover\n"
    )
    apart = "from shop.models import Book as Other\n"
    assert after(apart, "from shop.models import Cover", body="Cover") == (
        apart + "from shop.models import Cover\n"
    )
