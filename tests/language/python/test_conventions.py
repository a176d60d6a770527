"""What Django looks for by name alone: admin attributes, fieldsets, hooks, assets, loggers."""

import pytest

from tests.support.project import Project

ADMIN = "from django.contrib import admin\nclass A(admin.ModelAdmin):\n"
OTHER = "class A:\n"
GET_RESPONSE = "    def __init__(self, get_response): ...\n    def __call__(self, request): ...\n"
MIXIN = "from django.utils.deprecation import MiddlewareMixin\nclass A(MiddlewareMixin):\n"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (ADMIN + "    def f(self, obj): ...\n    f.short_desc<|>ription = 'x'", "kwarg:django.contrib.admin.display.description"),
        (ADMIN + "    def f(self, obj): ...\n    f.bool<|>ean = True", "kwarg:django.contrib.admin.display.boolean"),
        ("from django.contrib import admin\ndef f(modeladmin, request, queryset): ...\nf.short_desc<|>ription = 'x'", "kwarg:django.contrib.admin.action.description"),
        (ADMIN + "    fieldsets = [(None, {'clas<|>ses': []})]", "kwarg:django.contrib.admin.helpers.Fieldset.classes"),
        (ADMIN + "    class Media:\n        j<|>s = []", "kwarg:django.forms.Media.js"),
        ("from django import forms\nclass A(forms.Form):\n    class Media:\n        cs<|>s = {}", "kwarg:django.forms.Media.css"),
        (MIXIN + "    def process_re<|>quest(self, request): ...", "django.utils.deprecation.MiddlewareMixin.process_request"),
        (OTHER + GET_RESPONSE + "    def process_v<|>iew(self, request): ...", "django.utils.deprecation.MiddlewareMixin.process_view"),
        ("import logging\nlogging.getLogger('django.re<|>quest')", "setting:LOGGING.loggers.django.request"),
        ("LOGGING = {'loggers': {'django.re<|>quest': {}}}", "setting:LOGGING.loggers.django.request"),
        ("import os\nos.environ['DJANGO_SET<|>TINGS_MODULE'] = 'a'", "django.conf.ENVIRONMENT_VARIABLE"),
    ],
)  # fmt: skip
def test_names_that_django_looks_for(project: Project, text: str, symbol: str) -> None:
    match = project.match(text, "shop/admin.py")
    assert match is not None
    assert match.symbols[0] == symbol


@pytest.mark.parametrize(
    "text",
    [
        OTHER + "    def f(self, obj): ...\n    f.short_desc<|>ription = 'x'",
        "def f(obj): ...\nf.bool<|>ean = True",
        ADMIN + "    title = object()\n    title.bool<|>ean = True",
        OTHER + "    fieldsets = [(None, {'clas<|>ses': []})]",
        ADMIN + "    other = [(None, {'clas<|>ses': []})]",
        OTHER + "    class Media:\n        j<|>s = []",
        ADMIN + "    class Media:\n        othe<|>r = []",
        OTHER + "    def process_v<|>iew(self, request): ...",
        OTHER + GET_RESPONSE + "    def process_re<|>quest(self, request): ...",
        "x = {'loggers': {'django.re<|>quest': {}}}",
        "x = 'django.re<|>quest'",
        "import logging\nlogging.getLogger('my.djan<|>go')",
    ],
)
def test_the_same_names_elsewhere_are_the_users(project: Project, text: str) -> None:
    assert project.recognised(text, "shop/admin.py") is None


def test_a_logger_without_words_of_its_own_answers_as_the_one_above(project: Project) -> None:
    match = project.match("import logging\nlogging.getLogger('django.security.Disallowed<|>Host')")
    assert match is not None
    assert "setting:LOGGING.loggers.django.security" in match.symbols


@pytest.mark.parametrize("method", ["add", "remove", "set", "clear"])
def test_the_manager_of_a_many_to_many_field(project: Project, method: str) -> None:
    text = (
        "from django.db import models\n"
        "class Tag(models.Model): ...\n"
        "class Book(models.Model):\n"
        "    tags = models.ManyToManyField(Tag)\n"
        "def f(book: Book):\n"
        f"    book.tags.{method}<|>(1)"
    )
    match = project.match(text)
    assert match is not None
    assert match.symbols[0] == f"django.db.models.fields.related.RelatedManager.{method}"


def test_an_overridden_member_is_also_told_of_by_what_it_overrides(project: Project) -> None:
    text = "from django import forms\nclass A(forms.CharField):\n    def to_py<|>thon(self, value): ..."
    match = project.match(text)
    assert match is not None
    assert "django.forms.Field.to_python" in match.symbols[1:]
