"""Names: what an import leads to is the API's, what the user made is the user's."""

import pytest

from tests.support.project import Project


def test_field_is_known_by_the_path_people_import(project: Project) -> None:
    found = project.recognised("""
        from django.db import models as m
        class Book(m.Model):
            title = m.Char<|>Field(max_length=200)
    """)
    assert found == "django.db.models.CharField  «CharField»"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("from django.shortcuts import ren<|>der", "django.shortcuts.render"),
        ("from django.db.models import CharField as C<|>F", "django.db.models.CharField"),
        ("import django.h<|>ttp", "django.http"),
        ("from django.contrib.auth.dec<|>orators import login_required", "django.contrib.auth.decorators"),
        ("from django.utils.translation import gettext_lazy as _\nx = <|>_('a')", "django.utils.translation.gettext_lazy"),
        ("from django.forms import *\nx = Char<|>Field()", "django.forms.CharField"),
        ("from django.db import models\nx = models.CASC<|>ADE", "django.db.models.CASCADE"),
        ("from django import forms\nx = forms.Char<|>Field()", "django.forms.CharField"),
        ("from rest_framework import serializers\nx = serializers.Char<|>Field()", "rest_framework.serializers.CharField"),
        ("from channels.db import database_sync_to_as<|>ync", "channels.db.database_sync_to_async"),
        ("try:\n    from django.urls import rev<|>erse\nexcept ImportError:\n    from old import reverse", "django.urls.reverse"),
        ("try:\n    from django.urls import reverse\nexcept ImportError:\n    from old import reverse\nrev<|>erse('x')", "django.urls.reverse"),
    ],
)  # fmt: skip
def test_an_import_leads_to_the_api(project: Project, line: str, symbol: str) -> None:
    match = project.match(line)
    assert match is not None
    assert match.symbols[0] == symbol


@pytest.mark.parametrize(
    "text",
    [
        "from os import path\npa<|>th.join('a')",
        "from django.urls import path\ndef f(path):\n    return pa<|>th",
        "from django.urls import path\ndef f():\n    path = 1\n    return pa<|>th",
        "from django.shortcuts import render\ndef ren<|>der(x): ...",
        "from django.shortcuts import render\nfor render in []:\n    ren<|>der",
        "from wtforms import CharField\nx = Char<|>Field()",
        "x = Char<|>Field()",
        "from django.contrib.auth import get_user_model\nUser = get_user_model()\nUs<|>er",
        "from django.db import models\n# models.Char<|>Field",
        "from django.db import models\nx = 'models.Char<|>Field'",
        "from datetime import datetime\ndatetime.n<|>ow()",
        "items = [1]\nitems.fil<|>ter()",
        "'{}'.for<|>mat(1)",
        "{}.val<|>ues()",
        "kwargs = {}\nkwargs.g<|>et('a')",
        "import collections\ncollections.Cou<|>nter()",
    ],
)
def test_what_the_user_or_another_package_made_is_silent(project: Project, text: str) -> None:
    assert project.recognised(text) is None


def test_a_name_is_followed_through_the_files_of_the_project(tmp_path: object) -> None:
    project = Project(
        tmp_path,  # type: ignore[arg-type]
        {
            "shop/__init__.py": "",
            "shop/compat.py": "from django.urls import reverse as rev",
            "shop/api.py": "from .compat import *",
        },
    )
    found = project.recognised("from shop.api import rev\nre<|>v('x')", "shop/views.py")
    assert found == "django.urls.reverse  «rev»"


def test_modules_that_import_each_other_end(tmp_path: object) -> None:
    project = Project(
        tmp_path,  # type: ignore[arg-type]
        {"shop/__init__.py": "", "shop/a.py": "from .b import *", "shop/b.py": "from .a import *"},
    )
    assert project.recognised("from .a import thing\nthi<|>ng", "shop/views.py") is None


def test_the_unsaved_text_of_another_file_counts(tmp_path: object) -> None:
    project = Project(tmp_path, {"shop/__init__.py": "", "shop/base.py": "Base = object"})  # type: ignore[arg-type]
    text = "from .base import Base\nclass Book(Base):\n    def sa<|>ve(self): ..."
    assert project.recognised(text) is None
    project.open("from django.db import models\nclass Base(models.Model): <|>...", "shop/base.py")
    assert project.recognised(text) == "django.db.models.Model.save  «save»"
