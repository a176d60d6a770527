"""Names in Python code: imported, behind a dot, overridden in a class body, as a keyword."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.facts import api
from tools.inventory.moment import CURSOR, Moment, Moments, python, settings
from tools.inventory.records import Record


def path(record: Record) -> Iterator[Moment]:
    owner, _, name = record.path.rpartition(".")
    if not api.is_module(owner) and api.canonical(owner):
        yield from _member(owner, name)
    if not api.is_module(record.path):
        yield python(f"from {owner} import {name}{CURSOR}\n")
    yield settings(f'SESSION_ENGINE = "{record.path}{CURSOR}"\n')
    yield settings(f'INSTALLED_APPS = ["{record.path}{CURSOR}"]\n')


def _member(owner: str, name: str) -> Iterator[Moment]:
    module, _, cls = owner.rpartition(".")
    head = f"from {module} import {cls}\n\n\n"
    if "<" in name:  # `clean_<field>`
        filled = re.sub("<.*>", "title", name)
        body = f"    title = {cls}()\n\n    def {filled}{CURSOR}(self): ...\n"
        yield python(f"{head}class Own({cls}):\n{body}")
        return
    yield python(f"{head}def use(it: {cls}):\n    it.{name}{CURSOR}\n")
    yield python(f"{head}{cls}.{name}{CURSOR}\n")
    yield python(f"{head}class Own({cls}):\n    {name}{CURSOR} = None\n")
    yield python(f"{head}class Own({cls}):\n    def {name}{CURSOR}(self): ...\n")


def argument(record: Record) -> Iterator[Moment]:
    owner, _, name = record.path.rpartition(".")
    module, _, cls = owner.rpartition(".")
    yield python(f"from {module} import {cls}\n\n\n{cls}({name}{CURSOR}=None)\n")
    yield from _member(owner, name)


def of_test(record: Record) -> Iterator[Moment]:
    head = "from django.test import TestCase\n\n\nclass BookTest(TestCase):\n"
    yield python(f"{head}    def test_it(self):\n        self.{record.path[18:]}{CURSOR}()\n")
    yield python(f"{head}    def {record.path[18:]}{CURSOR}(self): ...\n")


def of_response(record: Record) -> Iterator[Moment]:
    head = "from django.test import TestCase\n\n\nclass BookTest(TestCase):\n"
    body = f'    def test_it(self):\n        self.client.get("/").{record.path[9:]}{CURSOR}\n'
    yield python(head + body)


def _meta(imported: str, base: str) -> Moments:
    def inside(record: Record) -> Iterator[Moment]:
        head = f"{imported}\n\n\nclass Own({base}):\n    class Meta:\n"
        yield python(f"{head}        {record.name}{CURSOR} = None\n")

    return inside


model_meta = _meta("from django.db import models", "models.Model")
form_meta = _meta("from django import forms", "forms.ModelForm")
serializer_meta = _meta("from rest_framework import serializers", "serializers.ModelSerializer")


def converter(record: Record) -> Iterator[Moment]:
    route = f'"<{record.name}{CURSOR}:it>"'
    yield python(f"from django.urls import path\n\nurlpatterns = [path({route}, None)]\n")


def url_variable(record: Record) -> Iterator[Moment]:
    yield python(f"from django.urls import path\n\n{record.name}{CURSOR} = []\n")


def middleware_hook(record: Record) -> Iterator[Moment]:
    """With the base class and, as the documentation writes it, without."""
    name = record.name.partition("(")[0]
    hook = f"    def {name}{CURSOR}(self): ...\n" if "able" not in name else ""
    hook = hook or f"    {name}{CURSOR} = True\n"
    base = "from django.utils.deprecation import MiddlewareMixin\n\n\nclass Own(MiddlewareMixin):\n"
    yield python(base + hook, "library/middleware.py")
    others = {"__init__": "self, get_response", "__call__": "self, request"}
    rest = "".join(f"    def {other}({takes}): ...\n" for other, takes in others.items())
    rest = rest if name not in others else re.sub(rf".*{name}.*\n", "", rest)
    yield python(f"class Own:\n{hook}{rest}", "library/middleware.py")


def callable_attribute(record: Record) -> Iterator[Moment]:
    head = "from django.contrib import admin\n\n\ndef act(modeladmin, request, queryset): ...\n\n\n"
    yield python(f'{head}act.{record.name}{CURSOR} = "a"\n', "library/admin.py")


def fieldset_key(record: Record) -> Iterator[Moment]:
    head = "from django.contrib import admin\n\n\nclass BookAdmin(admin.ModelAdmin):\n"
    key = f'    fieldsets = [(None, {{"{record.name}{CURSOR}": []}})]\n'
    yield python(head + key, "library/admin.py")


def media(record: Record) -> Iterator[Moment]:
    head = "from django import forms\n\n\nclass Own(forms.Form):\n    class Media:\n"
    yield python(f"{head}        {record.name}{CURSOR} = []\n", "library/forms.py")


def scope_key(record: Record) -> Iterator[Moment]:
    head = "from channels.generic.websocket import WebsocketConsumer\n\n\n"
    body = f'    def connect(self):\n        self.scope["{record.name}{CURSOR}"]\n'
    yield python(f"{head}class Own(WebsocketConsumer):\n{body}", "library/consumers.py")


def permission(record: Record) -> Iterator[Moment]:
    head = "from django.contrib.auth.models import User\n\n\ndef use(user: User):\n"
    yield python(f'{head}    user.has_perm("library.{record.name}{CURSOR}_book")\n')
