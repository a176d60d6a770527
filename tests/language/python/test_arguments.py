"""Keyword arguments of the callable really called, lookups inside them, settings given by keyword."""

import pytest

from tests.support.project import Project

IMPORTS = """
from django.db import models
from django import forms
from django.urls import path
from django.views.generic import TemplateView
from django.test import override_settings
class Author(models.Model):
    born = models.DateField()
    name = models.CharField(max_length=9)
"""


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("models.CharField(max_len<|>gth=1)", "kwarg:django.db.models.CharField.max_length"),
        ("models.CharField(nu<|>ll=True)", "kwarg:django.db.models.CharField.null"),
        (
            "models.ForeignKey(Author, on_de<|>lete=models.CASCADE)",
            "kwarg:django.db.models.ForeignKey.on_delete",
        ),
        ("forms.CharField(max_len<|>gth=1)", "kwarg:django.forms.CharField.max_length"),
        ("path('', f, na<|>me='x')", "kwarg:django.urls.path.name"),
        (
            "Author.objects.bulk_create([], batch_si<|>ze=1)",
            "kwarg:django.db.models.QuerySet.bulk_create.batch_size",
        ),
        ("override_settings(DEB<|>UG=True)", "setting:DEBUG"),
        ("Author.objects.filter(name__icont<|>ains='a')", "lookup:icontains"),
        ("models.Q(name__starts<|>with='a')", "lookup:startswith"),
        ("Author.objects.filter(born__ye<|>ar=1)", "lookup:year"),
        ("Author.objects.filter(born__year__g<|>te=1)", "lookup:gte"),
    ],
)
def test_keywords_by_their_callable(project: Project, code: str, symbol: str) -> None:
    match = project.match(IMPORTS + code)
    assert match is not None
    assert match.symbols[0] == symbol


def test_as_view_takes_attributes_of_the_view(project: Project) -> None:
    match = project.match(IMPORTS + "TemplateView.as_view(template_na<|>me='a.html')")
    assert match is not None
    assert match.symbols[0].endswith("TemplateResponseMixin.template_name")


@pytest.mark.parametrize(
    "code",
    [
        "f(max_len<|>gth=1)",
        "dict(nu<|>ll=1)",
        "Author.objects.filter(pa<|>th='x')",
        "Author(na<|>me='x')",
        "Author.objects.filter(author__ye<|>ar=1)",
        "models.CharField(unkn<|>own=1)",
        "print('a', e<|>nd='')",
        "override_settings(MY_OWN_SET<|>TING=True)",
    ],
)
def test_other_keywords_are_silent(project: Project, code: str) -> None:
    assert project.recognised(IMPORTS + code) is None


def test_an_own_constructor_hides_only_its_own_keywords(project: Project) -> None:
    text = """
        from django import forms
        class Price(forms.DecimalField):
            def __init__(self, currency, **kwargs): ...
        Price(CODE)
    """
    assert project.recognised(text.replace("CODE", "curr<|>ency='EUR'")) is None
    found = project.recognised(text.replace("CODE", "requ<|>ired=False"))
    assert found == "kwarg:django.forms.DecimalField.required  «required»"
