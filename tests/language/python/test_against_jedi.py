"""A second opinion: where jedi, with the stubs of Django that it carries, knows a name, we say the same.

jedi is asked about every dotted name in a few pages of the sheet. It is an independent reading of the
same code, so a contradiction is a mistake of one of the two. It is never used by the server itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import jedi
import pytest
from jedi.api.environment import InterpreterEnvironment

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import recognise
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind

STUBS = Path(jedi.__file__).parent / "third_party" / "django-stubs"

CODE = """\
from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, reverse
from django.views.generic import DetailView, ListView

class Book(models.Model):
    title = models.CharField(max_length=200)
    pages = models.PositiveIntegerField(default=0)
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)

class BookForm(forms.ModelForm):
    code = forms.CharField(widget=forms.TextInput())

class BookAdmin(admin.ModelAdmin):
    pass

class Books(ListView):
    pass

@login_required
def books(request):
    if not request:
        raise Http404
    rows = Q(pages__gt=1) | Q(title="x")
    both = Count("pages") + F("pages")
    with transaction.atomic():
        cache.get("a")
    admin.site.register(Book, BookAdmin)
    return JsonResponse({"rows": str(rows), "both": str(both)})

urlpatterns = [path("", render), path("b/", include("x")), path("c/", reverse)]
other = [get_object_or_404, redirect, DetailView]
"""


def names(code: str) -> Iterator[tuple[int, int, str]]:
    """Line (1-based), column and word of each name and attribute that is read."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.lineno, node.col_offset, node.id
        elif isinstance(node, ast.Attribute):
            yield node.end_lineno or 0, (node.end_col_offset or 0) - len(node.attr), node.attr


def ours(code: str, line: int, column: int) -> str | None:
    document = Document("file:///x.py", None, Kind.PYTHON, code)
    offset = sum(len(row) + 1 for row in code.split("\n")[: line - 1]) + column
    match = recognise(document, offset, Workspace(None))
    return api.canonical(match.symbols[0]) if match else None


@pytest.fixture(scope="module")
def script() -> jedi.Script:
    project = jedi.Project("/", added_sys_path=[str(STUBS)], smart_sys_path=False)
    return jedi.Script(CODE, project=project, environment=InterpreterEnvironment())


def test_the_two_readings_agree(script: jedi.Script) -> None:
    agreed = 0
    for line, column, word in names(CODE):
        found = script.goto(line, column, follow_imports=True, follow_builtin_imports=True)
        theirs = next(
            (n.full_name for n in found if (n.full_name or "").startswith("django.")), None
        )
        if theirs is None or api.canonical(theirs) is None:
            continue
        mine = ours(CODE, line, column)
        assert mine == api.canonical(theirs), f"{word} in line {line}"
        agreed += 1
    assert agreed >= 40
