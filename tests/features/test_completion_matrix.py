"""Every snippet of the shipped sheet against every kind of place: offered by its prefix where it is
legal, and nowhere else.
"""

from __future__ import annotations

from functools import cache

import pytest

from cheatsheet_ls.facts.types import DISTRIBUTIONS
from cheatsheet_ls.features import completion
from cheatsheet_ls.features.completion import CompletionOptions, Item, complete
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.features.scopes import scopes_at
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Scope
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.load import load_index
from tests.features.test_completion_places import compiles, indent_at, with_defaults
from tests.support.editing import ROOT
from tests.support.marked import cursor

MODEL = "from django.db import models\n\n\nclass Book(models.Model):\n"
BODY = f"{MODEL}    x = models.TextField()\n"
DRF = "from rest_framework import serializers\n\n\nclass A(serializers.ModelSerializer):\n"
FORM = "from django import forms\n\n\nclass A(forms.ModelForm):\n"
COMMAND = "from django.core.management.base import BaseCommand\n\n\n"

# Place → the file, the code around `<|>`, and the scope whose snippets are legal there.
LEGAL = {
    "a module": ("library/tools.py", "<|>\n", Scope.MODULE),
    "before the first class": ("library/models.py", f"<|>\n\n\n{MODEL}    pass\n", Scope.MODELS),
    "below a model": ("library/models.py", f"{BODY}\n\n<|>\n", Scope.MODELS),
    "a model": ("library/models.py", f"{BODY}    <|>\n", Scope.MODEL_BODY),
    "between methods": (
        "library/models.py",
        f"{BODY}\n    def a(self): ...\n\n    <|>\n\n    def b(self): ...\n",
        Scope.MODEL_BODY,
    ),
    "a model in a function": (
        "library/models.py",
        "from django.db import models\n\n\ndef f():\n    class A(models.Model):\n        <|>\n",
        Scope.MODEL_BODY,
    ),
    "Meta of a model": (
        "library/models.py",
        f"{BODY}\n    class Meta:\n        <|>\n",
        Scope.MODEL_META,
    ),
    "a manager": (
        "library/models.py",
        "from django.db import models\n\n\nclass A(models.Manager):\n    <|>\n",
        Scope.MANAGER_BODY,
    ),
    "a function": ("library/tools.py", "def f():\n    <|>\n", Scope.BODY),
    "a method": ("library/models.py", f"{BODY}\n    def f(self):\n        <|>\n", Scope.BODY),
    "a branch": ("library/tools.py", "def f(a):\n    if a:\n        <|>\n", Scope.BODY),
    "views": ("library/views.py", "from django.shortcuts import render\n\n\n<|>\n", Scope.VIEWS),
    "a view": (
        "library/views.py",
        "from django.views import View\n\n\nclass A(View):\n    <|>\n",
        Scope.VIEW_BODY,
    ),
    "API views": (
        "library/views.py",
        "from rest_framework import viewsets\n\n\n<|>\n",
        Scope.API_VIEWS,
    ),
    "an API view": (
        "library/views.py",
        "from rest_framework import viewsets\n\n\nclass A(viewsets.ModelViewSet):\n    <|>\n",
        Scope.API_VIEW_BODY,
    ),
    "urls": ("library/urls.py", "from django.urls import path\n\n<|>\n", Scope.URLS),
    "urlpatterns": (
        "library/urls.py",
        'from django.urls import path\n\nurlpatterns = [\n    path("", f),\n    <|>\n]\n',
        Scope.URL_LIST,
    ),
    "forms": ("library/forms.py", "from django import forms\n\n\n<|>\n", Scope.FORMS),
    "a form": ("library/forms.py", f"{FORM}    <|>\n", Scope.FORM_BODY),
    "Meta of a form": (
        "library/forms.py",
        f"{FORM}    class Meta:\n        <|>\n",
        Scope.FORM_META,
    ),
    "admin": ("library/admin.py", "from django.contrib import admin\n\n\n<|>\n", Scope.ADMIN),
    "an admin": (
        "library/admin.py",
        "from django.contrib import admin\n\n\nclass A(admin.ModelAdmin):\n    <|>\n",
        Scope.ADMIN_BODY,
    ),
    "settings": ("mysite/settings.py", "<|>\n", Scope.SETTINGS),
    "serializers": (
        "library/serializers.py",
        "from rest_framework import serializers\n\n\n<|>\n",
        Scope.SERIALIZERS,
    ),
    "a serializer": ("library/serializers.py", f"{DRF}    <|>\n", Scope.SERIALIZER_BODY),
    "Meta of a serializer": (
        "library/serializers.py",
        f"{DRF}    class Meta:\n        <|>\n",
        Scope.SERIALIZER_META,
    ),
    "tests": ("library/tests.py", "from django.test import TestCase\n\n\n<|>\n", Scope.TESTS),
    "a test case": (
        "library/tests.py",
        "from django.test import TestCase\n\n\nclass A(TestCase):\n    <|>\n",
        Scope.TEST_BODY,
    ),
    "a command's module": ("library/management/commands/send.py", "<|>\n", Scope.COMMAND),
    "a command": (
        "library/management/commands/send.py",
        f"{COMMAND}class Command(BaseCommand):\n    <|>\n",
        Scope.COMMAND_BODY,
    ),
    "middleware": ("library/middleware.py", "<|>\n", Scope.MIDDLEWARE),
    "signals": ("library/signals.py", "<|>\n", Scope.SIGNALS),
    "apps": ("library/apps.py", "<|>\n", Scope.APPS),
    "an app": (
        "library/apps.py",
        "from django.apps import AppConfig\n\n\nclass A(AppConfig):\n    <|>\n",
        Scope.APPS_BODY,
    ),
    "a migration": ("library/migrations/0002_more.py", "<|>\n", Scope.MIGRATION),
    "consumers": ("library/consumers.py", "<|>\n", Scope.CONSUMERS),
    "routing": ("library/routing.py", "<|>\n", Scope.ROUTING),
    "asgi": ("mysite/asgi.py", "<|>\n", Scope.ASGI),
    "tasks": ("library/tasks.py", "<|>\n", Scope.TASKS),
    "template tags": ("library/templatetags/library_tags.py", "<|>\n", Scope.TEMPLATETAGS),
    "a template": ("templates/book.html", "<ul>\n  <|>\n</ul>\n", Scope.TEMPLATE),
    "behind an element": ("templates/book.html", "<li><|></li>\n", Scope.TEMPLATE),
    "a script": ("deploy.sh", "set -e\n<|>\n", Scope.SHELL),
}
ILLEGAL = {
    "a string": f'{BODY}    y = "<|>"\n',
    "bytes": f'{BODY}    y = b"<|>"\n',
    "an f-string": f'{BODY}    y = f"<|>"\n',
    "an expression in an f-string": f'{BODY}    y = f"{{<|>}}"\n',
    "a comment": f"{BODY}    # <|>\n",
    "a comment behind code": f"{BODY}    y = 1  # <|>\n",
    "a docstring": f'{BODY}    def f(self):\n        """<|>"""\n',
    "behind a dot": f"{BODY}\n\nfoo.<|>\n",
    "behind an import": "import <|>\n",
    "behind from": "from <|> import x\n",
    "a default": f"{BODY}    def f(self, a=<|>): ...\n",
    "a parameter": f"{BODY}    def f(self, <|>): ...\n",
    "an annotation": f"{BODY}    y: <|> = 1\n",
    "an argument of something unknown": "foo(<|>)\n",
    "an argument": f"{BODY}    y = models.CharField(<|>)\n",
    "the value of an argument": f"{BODY}    y = models.CharField(max_length=<|>)\n",
    "an item of a list": "x = [<|>]\n",
    "a key": "x = {<|>: 1}\n",
    "behind return": "def f():\n    return <|>\n",
    "a condition": "def f():\n    if <|>: ...\n",
    "a plain class": "class A:\n    <|>\n",
    "a plain class in a model": f"{BODY}\n    class Helper:\n        <|>\n",
    "Meta of a plain class": "class A:\n    class Meta:\n        <|>\n",
    "a base": "class A(<|>): ...\n",
    "behind a statement": f"{BODY}    x <|>\n",
    "a lambda": "x = lambda: <|>\n",
}
_KINDS = {".html": Kind.TEMPLATE, ".sh": Kind.SHELL}


@cache
def sheet() -> Index:
    return load_index([])


@pytest.fixture(autouse=True)
def whole_lists(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(completion, "LIMIT", 10_000)


def items(name: str, marked: str, *, snippets: bool = True) -> tuple[str, tuple[Item, ...]]:
    text, offset = cursor(marked)
    path = ROOT / name
    kind = _KINDS.get(path.suffix, Kind.PYTHON)
    document = Document(path.as_uri(), path, kind, text)
    options = CompletionOptions(snippets=snippets)
    return text, complete(sheet(), document, offset, Workspace(None), options).items


def offered(name: str, marked: str) -> set[str]:
    """The prefixes of all snippets on offer with `dj-` typed."""
    _, found = items(name, marked.replace("<|>", "dj-<|>"))
    words = (word for item in found for word in item.filters)
    return {word for word in words if word.startswith("dj-")}


def written_for(*scopes: Scope) -> set[str]:
    """The prefixes of what may be written today; what is gone from every Django is not."""
    found = (pair for scope in scopes for pair in sheet().examples(scope))
    today = CompletionOptions().django
    return {
        example.prefix
        for entry, example in found
        if example.prefix
        and not today.lacks(entry.versions)
        and not today.is_past(example.versions.removed)
        and example.body.strip()
    }


@pytest.mark.parametrize("place", LEGAL)
def test_by_its_prefix_every_legal_snippet_is_offered_and_no_other(place: str):
    name, marked, scope = LEGAL[place]
    there, legal = offered(name, marked), written_for(*scopes_at(scope))
    assert sorted(there - legal) == [], "not legal here"
    assert sorted(legal - there) == [], "legal, and not offered"


@pytest.mark.parametrize("place", ILLEGAL)
def test_no_snippet_is_offered_in(place: str):
    assert offered("library/models.py", ILLEGAL[place]) == set()


def test_every_example_says_which_packages_it_needs():
    silent = [
        f"{entry.id}: {example.title}"
        for entry in sheet().entries
        for example in entry.examples
        for line in example.imports
        if (needed := DISTRIBUTIONS.get(line.split()[1].partition(".")[0], "django")) != "django"
        and needed not in (*entry.requires, *example.requires, "python")
    ]
    assert silent == []


PYTHON = [place for place, (name, _, _) in LEGAL.items() if name.endswith(".py")]


@pytest.mark.parametrize("place", PYTHON)
@pytest.mark.parametrize("snippets", [True, False], ids=["snippets", "plain text"])
def test_everything_on_offer_compiles_as_accepted(place: str, snippets: bool):
    name, marked, _ = LEGAL[place]
    text, found = items(name, marked, snippets=snippets)
    broken = [item.label for item in found if not compiles(accepted(text, item))]
    assert broken == []


def accepted(text: str, item: Item) -> str:
    insert = item.insert
    if item.is_snippet:
        indent = indent_at(text, item.span.start)
        insert = with_defaults(insert).replace("\n", "\n" + indent)
    return applied(text, (TextEdit(item.span, insert), *item.edits))


def test_every_scope_with_snippets_has_a_place():
    covered = {one for _, _, scope in LEGAL.values() for one in scopes_at(scope)}
    with_snippets = {
        example.scope for entry in sheet().entries for example in entry.examples if example.prefix
    }
    files = {Scope.SYSTEMD, Scope.NGINX, Scope.DOCKERFILE, Scope.REQUIREMENTS}
    assert with_snippets - covered - files == {Scope.TEXT}, "text is only shown"
