"""Where the shipped sheet offers nothing, and that what it offers elsewhere is code that compiles.

Lists are not cut here, so that all that can be offered at a place is seen at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cheatsheet_ls.features import completion
from cheatsheet_ls.features.completion import CompletionOptions, Item, complete
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.load import load_index
from tests.support.editing import opened

MODELS = "from django.db import models\n\n\n"
BOOK = f"{MODELS}class Book(models.Model):\n    title = models.TextField()\n"
TEST = "from django.test import TestCase\n\n\nclass A(TestCase):\n"
BASE_COMMAND = "django.core.management.base import BaseCommand"

NOTHING = {
    "a string": f'{BOOK}    x = "ch<|>"\n',
    "bytes": f'{BOOK}    x = b"ch<|>"\n',
    "a comment": f"{BOOK}    # ch<|>\n",
    "a comment behind code": f"{BOOK}    y = 1  # ch<|>\n",
    "a docstring": f'{BOOK}    def f(self):\n        """ch<|>"""\n',
    "the docstring of a class": 'class A:\n    """ch<|>\n    """\n',
    "the text of an f-string": f'{BOOK}    x = f"ch<|>"\n',
    "an expression in an f-string": f'{BOOK}    def f(self):\n        return f"{{ch<|>}}"\n',
    "an attribute of something unknown": "def f(a):\n    a.fi<|>\n",
    "an attribute of a plain class": "class A:\n    def f(self):\n        self.fi<|>\n",
    "a module that is imported": "import ch<|>\n",
    "a name imported from elsewhere": "from os import ch<|>\n",
    "the name of a function": f"{BOOK}    def ch<|>\n",
    "the name of a class": "class Ch<|>\n",
    "a parameter": f"{BOOK}    def f(self, ch<|>):\n        pass\n",
    "an annotation": f"{BOOK}    x: ch<|>\n",
    "behind `return`": f"{BOOK}    def f(self):\n        return ch<|>\n",
    "a condition": f"{BOOK}    def f(self):\n        if ch<|>:\n            pass\n",
    "the target of a loop": "for ch<|> in x:\n    pass\n",
    "a lambda": "x = lambda: ch<|>\n",
    "a subscript": "x = {}\nx[ch<|>]\n",
    "a key": "x = {ch<|>: 1}\n",
    "an item of a list": "x = [ch<|>]\n",
    "an argument of something unknown": "foo(ch<|>)\n",
    "a keyword of something unknown": "foo(max_<|>)\n",
    "the value of a keyword of something unknown": "foo(a=ch<|>)\n",
    "a number": f"{BOOK}    x = 1<|>\n",
    "an operand": "x = 1 + ch<|>\n",
    "an exception": "try:\n    pass\nexcept ch<|>:\n    pass\n",
    "behind `as`": "with a as ch<|>:\n    pass\n",
    "behind `global`": "def f():\n    global ch<|>\n",
    "behind `del`": "x = 1\ndel ch<|>\n",
    "behind `raise`": "def f():\n    raise ch<|>\n",
    "behind a statement": f"{BOOK}    title ch<|>\n",
    "a plain class": "class A:\n    ch<|>\n",
    "a plain class in a model": f"{BOOK}\n    class Helper:\n        ch<|>\n",
    "the `Meta` of a plain class": "class A:\n    class Meta:\n        or<|>\n",
    "a decorator of something unknown": "@foo.ch<|>\ndef f(): pass\n",
    "a statement of a method": f"{BOOK}    def f(self):\n        ch<|>\n",
}
NOTHING_IN_TEMPLATES = {
    "a comment of HTML": "<!-- fo<|> -->\n",
    "a comment of Django": "{# fo<|> #}\n",
    "verbatim text": "{% verbatim %}fo<|>{% endverbatim %}\n",
    "a block of comment": "{% comment %}fo<|>{% endcomment %}\n",
    "the value of an attribute": '<a href="fo<|>">\n',
    "the name of an attribute": "<a fo<|>>\n",
    "the name of an element": "<fo<|>>\n",
    "the end of an element": "</fo<|>\n",
    "a script": "<script>\nfo<|>\n</script>\n",
    "a style sheet": "<style>\nfo<|>\n</style>\n",
    "a variable": "{{ fo<|> }}\n",
    "an attribute of a variable": "{{ a.fo<|> }}\n",
    "the argument of a filter": "{{ a|default:fo<|> }}\n",
    "the argument of a tag": "{% if fo<|> %}\n",
    "a string in a tag": '{% include "fo<|>" %}\n',
    "the middle of a word": "barfo<|>\n",
}
SOMETHING = {
    "models": ("library/models.py", "from django.db import models\n\n\n<|>\n"),
    "an empty file": ("library/models.py", "<|>"),
    "a model": ("library/models.py", f"{BOOK}    <|>\n    other = models.TextField()\n"),
    "the value of a field": ("library/models.py", f"{BOOK}    other = <|>\n"),
    "behind the module": ("library/models.py", f"{BOOK}    other = models.<|>\n"),
    "its Meta": ("library/models.py", f"{BOOK}\n    class Meta:\n        <|>\n"),
    "arguments": ("library/models.py", f"{BOOK}    other = models.CharField(<|>)\n"),
    "on_delete": (
        "library/models.py",
        f"{BOOK}    other = models.ForeignKey('x', on_delete=<|>)\n",
    ),
    "a decorator": ("library/models.py", f"{BOOK}    @<|>\n    def f(self): ...\n"),
    "a queryset": ("library/models.py", f"{BOOK}\n\nBook.objects.<|>\n"),
    "a lookup": ("library/models.py", f"{BOOK}\n\nBook.objects.filter(title__<|>)\n"),
    "a form": (
        "library/forms.py",
        "from django import forms\n\n\nclass A(forms.Form):\n    <|>\n",
    ),
    "views": ("library/views.py", "from django.shortcuts import render\n\n\n<|>\n"),
    "a view's decorator": ("library/views.py", "@<|>\ndef f(request): ...\n"),
    "a view's body": (
        "library/views.py",
        "from django.views.generic import ListView\n\n\nclass A(ListView):\n    <|>\n",
    ),
    "an admin": (
        "library/admin.py",
        "from django.contrib import admin\n\n\nclass A(admin.ModelAdmin):\n    <|>\n",
    ),
    "paths": (
        "library/urls.py",
        'from django.urls import path\n\nurlpatterns = [\n    path("", f),\n    <|>\n]\n',
    ),
    "a serializer": (
        "library/serializers.py",
        "from rest_framework import serializers\n\n\nclass A(serializers.Serializer):\n    <|>\n",
    ),
    "settings": ("mysite/settings.py", "DEBUG = True\n<|>\n"),
    "apps": ("mysite/settings.py", 'INSTALLED_APPS = [\n    "<|>"\n]\n'),
    "keys": ("mysite/settings.py", 'DATABASES = {"default": {"<|>": ""}}\n'),
    "a test": (
        "library/tests.py",
        f"{TEST}    <|>\n",
    ),
    "assertions": (
        "library/tests.py",
        f"{TEST}    def test(self):\n        self.<|>\n",
    ),
    "a command": (
        "library/management/commands/send.py",
        f"from {BASE_COMMAND}\n\n\nclass Command(BaseCommand):\n    <|>\n",
    ),
}


@pytest.fixture(autouse=True)
def whole_lists(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(completion, "LIMIT", 10_000)


def offered(marked: str, name: str, *, snippets: bool = True) -> tuple[Item, ...]:
    document, offset = opened(marked, name)
    wanted = CompletionOptions(snippets=snippets)
    return complete(load_index([]), document, offset, Workspace(None), wanted).items


@pytest.mark.parametrize("place", NOTHING)
def test_nothing_is_offered_in(place: str):
    assert offered(NOTHING[place], "library/models.py") == ()


@pytest.mark.parametrize("place", NOTHING_IN_TEMPLATES)
def test_nothing_is_offered_in_a_template_in(place: str):
    assert offered(NOTHING_IN_TEMPLATES[place], "templates/book.html") == ()


PLAIN = ("models", "a model", "settings", "paths")  # where most snippets are


@pytest.mark.parametrize("place", SOMETHING)
def test_whatever_is_accepted_compiles_in(place: str):
    assert_all_compiles(place, snippets=True)


@pytest.mark.parametrize("place", PLAIN)
def test_without_snippets_it_compiles_as_well_in(place: str):
    assert_all_compiles(place, snippets=False)


def assert_all_compiles(place: str, *, snippets: bool) -> None:
    name, marked = SOMETHING[place]
    accepted = dict(everything(name, marked, snippets))
    broken = [label for (label, _), text in accepted.items() if not compiles(text)]
    assert accepted
    assert broken == []


def everything(name: str, marked: str, snippets: bool) -> Iterator[tuple[tuple[str, str], str]]:
    """Each item and its text, with the file after it was accepted with its defaults."""
    for typed in ("", "dj-"):
        here = marked.replace("<|>", f"{typed}<|>")
        document, _ = opened(here, name)
        for item in offered(here, name, snippets=snippets):
            insert = with_defaults(item.insert) if item.is_snippet else item.insert
            insert += "None" if insert.endswith("=") else ""
            if item.is_snippet:
                insert = insert.replace("\n", "\n" + indent_at(document.text, item.span.start))
            edits = (TextEdit(item.span, insert), *item.edits)
            yield (item.label, item.insert), applied(document.text, edits)


def with_defaults(snippet: str) -> str:
    """Tab stops with what they propose, mirrors with what they mirror."""
    stops = dict(re.findall(r"\$\{(\d+):((?:\\.|[^}\\])*)\}", snippet))
    text = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", lambda found: str(found[1]), snippet)
    text = re.sub(r"\$\{?(\d+)\}?", lambda found: str(stops.get(found[1], "")), text)
    return re.sub(r"\\([\\$}])", r"\1", text)


def indent_at(text: str, offset: int) -> str:
    line = text[text.rfind("\n", 0, offset) + 1 :]
    return line[: len(line) - len(line.lstrip(" \t"))]


def compiles(text: str) -> bool:
    try:
        compile(text, "file.py", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True
