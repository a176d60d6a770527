"""What a document is, by language id, path and content."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.language.kinds import document_kind
from cheatsheet_ls.model import Kind

TEMPLATES = (Path("/site/shop/templates"),)


def kind(
    language: str, name: str, text: str = "", *, django: bool = True, jinja: bool = False
) -> Kind:
    return document_kind(language, Path("/site", name), text, django, TEMPLATES, jinja=jinja)


@pytest.mark.parametrize(
    "language", ["django-html", "htmldjango", "html-django", "django-txt", "django", "Django-HTML"]
)
def test_an_id_of_django_makes_a_template(language: str) -> None:
    assert kind(language, "a.html", django=False) is Kind.TEMPLATE


@pytest.mark.parametrize(
    "language",
    ["html", "HTML", "mhtml", "web", "xhtml", "htmlangular", "plaintext", "text", "xml", "", "new"],
)
def test_other_ids_are_decided_by_path_and_content(language: str) -> None:
    assert kind(language, "shop/templates/a.html") is Kind.TEMPLATE
    assert kind(language, "a.djhtml", django=False) is Kind.TEMPLATE
    assert kind(language, "a.dj.html", django=False) is Kind.TEMPLATE
    assert kind(language, "a.html", "{% if a %}") is Kind.TEMPLATE
    assert kind(language, "a.html", "{# note #}") is Kind.TEMPLATE
    assert kind(language, "a.html", "<p>{{ a }}</p>") is Kind.OTHER
    assert kind(language, "a.html", "{% if a %}", django=False) is Kind.OTHER


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("jinja", "a.html"),
        ("jinja2", "a.html"),
        ("jinja-html", "a.html"),
        ("html", "a.jinja"),
        ("html", "a.html.j2"),
        ("django-txt", "shop/templates/a.jinja"),
        ("html", "shop/jinja2/a.html"),
        ("django-html", "shop/jinja2/forms/a.html"),
    ],
)
def test_jinja_is_no_template_unless_a_setting_says_so(language: str, name: str) -> None:
    assert kind(language, name, "{% if a %}") is Kind.OTHER
    assert kind(language, name, "{% if a %}", jinja=True) is Kind.TEMPLATE


def test_python_is_known_by_id_and_by_extension() -> None:
    assert kind("python", "a.txt") is Kind.PYTHON
    assert kind("PYTHON", "a") is Kind.PYTHON
    assert kind("plaintext", "a.py", "{% if a %}") is Kind.PYTHON
    assert kind("", "a.pyi") is Kind.PYTHON


def test_other_languages_are_templates_only_below_a_template_folder() -> None:
    assert kind("javascript", "shop/templates/a.js", "{% if a %}") is Kind.TEMPLATE
    assert kind("javascript", "a.js", "{% if a %}") is Kind.OTHER
    assert kind("yaml", "shop/templates/a.yaml", "{% if a %}") is Kind.TEMPLATE


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("shellscript", "deploy.sh"),
        ("", "Makefile"),
        ("plaintext", "Procfile"),
        ("dockerfile", "Dockerfile"),
        ("dockerfile", "x"),
        ("yaml", ".github/workflows/ci.yml"),
        ("ini", "tox.ini"),
        ("json", "package.json"),
        ("plaintext", "gunicorn.service"),
        ("dotenv", ".env"),
    ],
)
def test_files_with_commands_are_known_by_name_or_id(language: str, name: str) -> None:
    assert kind(language, name) is Kind.SHELL


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("plaintext", "requirements.txt"),
        ("pip-requirements", "reqs.txt"),
        ("plaintext", "requirements/base.txt"),
        ("toml", "pyproject.toml"),
        ("", "Pipfile"),
        ("ini", "setup.cfg"),
    ],
)
def test_lists_of_packages_are_known_by_name_or_id(language: str, name: str) -> None:
    assert kind(language, name) is Kind.REQUIREMENTS


def test_env_files_count_in_django_projects_only() -> None:
    assert kind("dotenv", ".env", django=False) is Kind.OTHER


def test_a_document_without_a_path_is_decided_by_id_and_content() -> None:
    assert document_kind("html", None, "{% if a %}", True) is Kind.TEMPLATE
    assert document_kind("python", None, "", False) is Kind.PYTHON
    assert document_kind("shellscript", None, "", False) is Kind.SHELL
    assert document_kind("html", None, "", True) is Kind.OTHER


def test_markup_is_never_python_whatever_the_id() -> None:
    assert kind("python", "shop/templates/a.html") is Kind.TEMPLATE
    assert kind("python", "a.html", "{% if a %}") is Kind.TEMPLATE
    assert kind("python", "a.html", "<p></p>") is Kind.OTHER
