"""A workspace full of pipes, devices and links that lead out: nothing hangs, nothing leaks."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.raw_session import Raw

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and links need rights elsewhere")

# Whatever the server may look for by itself.
LOOKED_FOR = (
    "manage.py",
    "pyproject.toml",
    "setup.cfg",
    "setup.py",
    "Pipfile",
    "Pipfile.lock",
    "poetry.lock",
    "uv.lock",
    "requirements.txt",
    "requirements/base.txt",
    "team.md",
    "shop/models.py",
    "shop/base.py",
    "shop/settings.py",
    "shop/templatetags/shop_tags.py",
    "conf/settings/base.py",
    ".venv/pyvenv.cfg",
)
VIEWS = (
    "from django.shortcuts import render\nfrom .base import Base\nfrom .models import Book\n"
    "x = render\nBook.objects.filter\nBase.objects.filter\n"
)
TEMPLATE = "{% load shop_tags %}{{ x|date }}{% secret_tag %}\n"
SECRET = "SECRET_TEXT_OF_ANOTHER_FOLDER"
SECRETS = {
    "models.py": f"from django.db import models\nclass Book(models.Model):\n    {SECRET} = 1\n",
    "shop_tags.py": "from django import template\nregister = template.Library()\n"
    f"@register.simple_tag\ndef secret_tag():\n    '''{SECRET}'''\n",
    "team.md": f"# Team\n\n## render\n\n{SECRET}.\n\n- **Symbol:** `django.shortcuts.render`\n",
    "requirements.txt": "Django==4.2.1\n",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Raw]:
    raw = Raw()
    yield raw
    raw.process.kill()
    raw.process.communicate()


def everything(server: Raw, root: Path, options: Any = None) -> str:
    """All that is said about a view and a template, as one text."""
    view, template = root / "shop/views.py", root / "shop/templates/a.html"
    for path in (view, template):
        path.parent.mkdir(parents=True, exist_ok=True)
    server.initialize(root, options)
    server.open(view, VIEWS)
    server.open(template, TEMPLATE, "django-html")
    told, number = [], 100
    places = [(view, line, 14) for line in range(6)] + [(view, 3, 5)]
    for path, line, character in [*places, (template, 0, 27), (template, 0, 38), (template, 0, 9)]:
        where = {"line": line, "character": character}
        at = {"textDocument": {"uri": path.as_uri()}, "position": where}
        span = {"range": {"start": where, "end": where}, "context": {"diagnostics": []}}
        for method in ("hover", "completion", "codeAction"):
            number += 1
            params = {**at, **span} if method == "codeAction" else at
            told.append(server.ask(f"textDocument/{method}", params, number))
    assert "error" not in json.dumps([sorted(answer) for answer in told])
    return json.dumps(told)


def test_pipes_where_files_are_looked_for_hang_nothing(server: Raw, tmp_path: Path):
    for name in LOOKED_FOR:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(tmp_path / name)
    everything(server, tmp_path, {"sheets": ["team.md"]})
    found = server.hover(tmp_path / "shop/views.py", 3, 5, 900)
    assert found is not None, "what needs no file is answered"


def test_devices_that_never_end_are_not_read(server: Raw, tmp_path: Path):
    for name in LOOKED_FOR:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to("/dev/zero")
    everything(server, tmp_path, {"sheets": ["team.md"]})
    assert server.hover(tmp_path / "shop/views.py", 3, 5, 900) is not None


@pytest.mark.parametrize("linked", ["files", "folders"])
def test_what_lies_outside_is_never_told(server: Raw, tmp_path: Path, linked: str):
    root, outside = tmp_path / "site", tmp_path / "outside"
    (root / "shop").mkdir(parents=True)
    (outside / "templatetags").mkdir(parents=True)
    (root / "manage.py").write_text("import django\n")
    for name, text in SECRETS.items():
        place = outside / ("templatetags" if name == "shop_tags.py" else "") / name
        place.write_text(text)
    (root / "team.md").symlink_to(outside / "team.md")
    (root / "requirements.txt").symlink_to(outside / "requirements.txt")
    (root / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["team.md", "all"]\n')
    (root / "all").mkdir()
    (root / "all" / "more.md").symlink_to(outside / "team.md")
    if linked == "folders":
        (root / "shop" / "templatetags").symlink_to(outside / "templatetags")
        (root / "shop" / "models").symlink_to(outside)
    else:
        (root / "shop" / "templatetags").mkdir()
        (root / "shop" / "models.py").symlink_to(outside / "models.py")
        tags = root / "shop" / "templatetags" / "shop_tags.py"
        tags.symlink_to(outside / "templatetags" / "shop_tags.py")
    assert SECRET not in everything(server, root)
    assert "4.2" not in server.hover(root / "shop/views.py", 3, 5, 901)["contents"]["value"]
