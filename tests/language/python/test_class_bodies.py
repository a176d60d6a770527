"""Class bodies: attributes and methods that the bases define, `class Meta` by what it stands in."""

import pytest

from tests.support.project import Project


@pytest.mark.parametrize(
    ("base", "meta", "symbol"),
    [
        ("from django.db import models\nclass A(models.Model):", "orde<|>ring = []", "meta:model.ordering"),
        ("from django import forms\nclass A(forms.ModelForm):", "fie<|>lds = []", "meta:form.fields"),
        ("from rest_framework import serializers\nclass A(serializers.ModelSerializer):", "fie<|>lds = []", "meta:serializer.fields"),
        ("from django_filters import FilterSet\nclass A(FilterSet):", "fie<|>lds = []", "meta:filterset.fields"),
    ],
)  # fmt: skip
def test_meta_options_by_the_class_around(
    project: Project, base: str, meta: str, symbol: str
) -> None:
    match = project.match(f"{base}\n    class Meta:\n        {meta}")
    assert match is not None
    assert match.symbols == (symbol,)


@pytest.mark.parametrize(
    "text",
    [
        "from django import forms\nclass A(forms.ModelForm):\n    class Meta:\n        orde<|>ring = []",
        "class A:\n    class Meta:\n        orde<|>ring = []",
        "class Meta:\n    orde<|>ring = []",
        "from marshmallow import Schema\nclass A(Schema):\n    class Meta:\n        orde<|>red = True",
        "from django.db import models\nclass A(models.Model):\n    class Me<|>ta: ...",
        "from django.db import models\nclass Bo<|>ok(models.Model): ...",
    ],
)
def test_other_metas_and_own_names_are_silent(project: Project, text: str) -> None:
    assert project.recognised(text) is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("from django.views.generic import ListView\nclass A(ListView):\n    paginate<|>_by = 10", "paginate_by"),
        ("from django.contrib import admin\nclass A(admin.ModelAdmin):\n    list_dis<|>play = []", "django.contrib.admin.ModelAdmin.list_display"),
        ("from django.contrib import admin\nclass A(admin.ModelAdmin):\n    def get_query<|>set(self, request): ...", "django.contrib.admin.ModelAdmin.get_queryset"),
        ("from django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def han<|>dle(self): ...", "django.core.management.BaseCommand.handle"),
        ("from django.apps import AppConfig\nclass A(AppConfig):\n    def rea<|>dy(self): ...", "django.apps.AppConfig.ready"),
        ("from django.apps import AppConfig\nclass A(AppConfig):\n    na<|>me = 'a'", "django.apps.AppConfig.name"),
        ("from rest_framework.viewsets import ModelViewSet\nclass A(ModelViewSet):\n    serializer_cl<|>ass = None", "serializer_class"),
        ("from django import forms\nclass A(forms.Form):\n    def cle<|>an(self): ...", "django.forms.Form.clean"),
    ],
)  # fmt: skip
def test_attributes_and_methods_of_the_bases(project: Project, text: str, symbol: str) -> None:
    match = project.match(text)
    assert match is not None
    assert match.symbols[0].endswith(symbol)


@pytest.mark.parametrize(
    "text",
    [
        "from django import forms\nclass A(forms.Form):\n    da<|>ta = forms.CharField()",
        "from django import forms\nclass A(forms.Form):\n    fie<|>lds = forms.CharField()",
        "from django.db import models\nclass A(models.Model):\n    fu<|>ll = models.CharField()",
        "from django.contrib import admin\nclass A(admin.ModelAdmin):\n    def own_met<|>hod(self): ...",
        "from django.db import models\nclass A(models.TextChoices):\n    LAB<|>EL = 'a'",
        "class A:\n    def sa<|>ve(self): ...",
    ],
)
def test_fields_and_own_methods_are_silent(project: Project, text: str) -> None:
    assert project.recognised(text) is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("from django import forms\nclass A(forms.Form):\n    title = forms.CharField()\n    def clean_ti<|>tle(self): ...", "django.forms.Form.clean_FIELD"),
        ("from django import forms\nclass A(forms.ModelForm):\n    class Meta:\n        fields = ['title']\n    def clean_ti<|>tle(self): ...", "django.forms.Form.clean_FIELD"),
        ("from rest_framework import serializers as s\nclass A(s.Serializer):\n    title = s.CharField()\n    def validate_ti<|>tle(self, value): ...", "rest_framework.serializers.Serializer.validate_FIELD"),
        ("from rest_framework import serializers as s\nclass A(s.Serializer):\n    total = s.SerializerMethodField()\n    def get_to<|>tal(self, obj): ...", "rest_framework.serializers.Serializer.get_FIELD"),
        ("from django.db import models\nclass A(models.Model):\n    kind = models.CharField()\nA().get_kind_dis<|>play()", "django.db.models.Model.get_FOO_display"),
        ("from django import forms\nclass A(forms.Form):\n    def clean_ot<|>her(self): ...", None),
        ("from django.db import models\nclass A(models.Model):\n    pass\nA().get_kind_dis<|>play()", None),
    ],
)  # fmt: skip
def test_members_that_are_named_after_a_field(
    project: Project, text: str, symbol: str | None
) -> None:
    match = project.match(text)
    assert (match.symbols[0] if match else None) == symbol
