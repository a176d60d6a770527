"""Hover on Django's line in a manifest: which version counts, and which file decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.hover import HoverOptions, hover
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.environment import django_version
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.marked import cursor, drawn

REDIS = '[[package]]\nname = "redis"\nversion = "1"\n\n'
LOCK = REDIS + '[[package]]\nname = "django"\nversion = "5.2.3"\n'
PIPFILE_LOCK = '{\n  "default": {\n    "django": {\n      "version": "==5.2.3"\n    }\n  }\n}\n'


def project(root: Path, files: dict[str, str]) -> tuple[Document, int]:
    """The files on disk; the one with a cursor is open."""
    opened: tuple[Document, int] | None = None
    for name, marked in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text, offset = cursor(marked) if "<|>" in marked else (marked, -1)
        path.write_text(text, encoding="utf-8")
        if offset >= 0:
            opened = Document(path.as_uri(), path, Kind.REQUIREMENTS, text, 1), offset
    assert opened is not None
    return opened


def told(root: Path, files: dict[str, str], django: Django | None = None) -> str:
    """The hover without an index: what the facts and the project say."""
    document, offset = project(root, files)
    assert document.path is not None
    django = django or Django.of(django_version(document.path, root))
    found = hover(None, document, offset, Workspace(root), HoverOptions(django))
    assert found is not None
    return found.text


REQUIREMENTS = {"requirements.txt": "redis\nDjan<|>go>=4.2,<6\n"}


@pytest.mark.parametrize(
    ("more", "place", "release"),
    [
        ({}, "`requirements.txt`, line 2,", "4.2 to 5.2"),
        ({"uv.lock": LOCK}, "`uv.lock`, line 7,", "5.2"),
        ({"poetry.lock": LOCK}, "`poetry.lock`, line 7,", "5.2"),
        ({"pdm.lock": LOCK}, "`pdm.lock`, line 7,", "5.2"),
        ({"pylock.toml": LOCK.replace("package", "packages")}, "`pylock.toml`, line 7,", "5.2"),
        ({"Pipfile.lock": PIPFILE_LOCK}, "`Pipfile.lock`, line 4,", "5.2"),
        (
            {".venv/lib/python3.12/site-packages/django-5.1.4.dist-info/METADATA": ""},
            "what is installed in `.venv`",
            "5.1",
        ),
        (
            {"pyproject.toml": '[project]\ndependencies = ["Django==5.0"]\n'},
            "`requirements.txt`",
            "4.2 to 5.2",
        ),
    ],
)
def test_the_source_that_decides_is_named(
    tmp_path: Path, more: dict[str, str], place: str, release: str
) -> None:
    text = told(tmp_path, {**REQUIREMENTS, **more})
    assert f"Your project counts as Django **{release}**: {place}" in text
    assert text.startswith("**django** (package): imported as `django`.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "Django==5<|>.2"),
        ("requirements.txt", "Django[argon2] ~= 5.2.<|>0 ; python_version > '3.9'"),
        ("requirements/base.txt", "djan<|>go==5.2.1 --hash=sha256:0"),
        ("pyproject.toml", '[project]\ndependencies = ["Django ~= 5<|>.2.0"]'),
        ("pyproject.toml", '[tool.poetry.dependencies]\ndjango = "~5<|>.2"'),
        ("pyproject.toml", '[dependency-groups]\nweb = [\n  "django>=5.2,<5<|>.3",\n]'),
        ("Pipfile", '[packages]\ndjango = "==5<|>.2"'),
        ("setup.cfg", "[options]\ninstall_requires =\n    Django==5<|>.2"),
    ],
)
def test_the_whole_requirement_answers_in_every_manifest(
    tmp_path: Path, name: str, text: str
) -> None:
    shown = told(tmp_path, {name: text})
    assert f"Your project counts as Django **5.2**: `{name}`, line " in shown


def test_the_span_is_the_requirement_up_to_its_marker(tmp_path: Path) -> None:
    document, offset = project(tmp_path, {"requirements.txt": "Django>=4<|>.2,<5 ; extra == 'x'"})
    found = hover(None, document, offset, Workspace(tmp_path), HoverOptions())
    assert found is not None
    assert drawn(document.text, found.span) == "«Django>=4.2,<5»"


def test_a_file_that_contradicts_what_decides_says_so(tmp_path: Path) -> None:
    text = told(tmp_path, {"requirements.txt": "Django<|>==4.2", "uv.lock": LOCK})
    assert "Django **5.2**: `uv.lock`, line 7, decides." in text
    assert "This file says 4.2, and comes after it." in text


def test_a_range_that_has_room_for_what_decides_is_no_contradiction(tmp_path: Path) -> None:
    text = told(tmp_path, {**REQUIREMENTS, "uv.lock": LOCK})
    assert "comes after" not in text


def test_the_editors_settings_come_before_every_file(tmp_path: Path) -> None:
    text = told(tmp_path, REQUIREMENTS, Django("6.1", "6.1", known=True))
    assert "Django **6.1**: the editor's settings or its chosen Python environment decide." in text


def test_an_unknown_version_is_called_unknown_and_not_wrong(tmp_path: Path) -> None:
    text = told(tmp_path, {"requirements.txt": "Djan<|>go\n"})
    assert "No release is named here: cards speak of Django 6.1, the newest they know." in text


def test_calendar_versions_come_after_numbered_ones(tmp_path: Path) -> None:
    text = told(tmp_path, {"requirements.txt": "Django==2028<|>.1"})
    assert "Your project counts as Django **2028**: `requirements.txt`, line 1, decides." in text
    assert Django("2028", "2028", known=True).reaches("6.1")


def test_other_packages_have_no_such_line(tmp_path: Path) -> None:
    text = told(tmp_path, {"requirements.txt": "Django==5.2\ndjango-fil<|>ter==25.1\n"})
    assert "counts as" not in text
