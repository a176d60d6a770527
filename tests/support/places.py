"""Places of all kinds in files of a project, with `<|>` where somebody types."""

from __future__ import annotations

from cheatsheet_ls.model import Scope

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
