"""Actions in templates: on an empty line where their code is shown, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.actions import Asked
from cheatsheet_ls.features.actions.templates import offers
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.marked import CURSOR

BASE = "<main>{% block content %}{% endblock %}</main>{% block foot %}{% endblock %}"
CHILD = '{% extends "base.html" %}\n\n{% block content %}\n<|>\n{% endblock %}\n'


def asked(root: Path, text: str, base: str = BASE, django: str = "6.1") -> Asked:
    folder = root / "library/templates"
    folder.mkdir(parents=True)
    (root / "library/models.py").write_text("")
    (folder / "base.html").write_text(base)
    (folder / "page.html").write_text(text.replace(CURSOR, ""))
    path = folder / "page.html"
    plain = text.replace(CURSOR, "")
    document = Document(path.as_uri(), path, Kind.TEMPLATE, plain, 1)
    workspace = Workspace(root)
    workspace.opened(document)
    return Asked(None, document, text.index(CURSOR), workspace, Django.of(django))


def offered(root: Path, text: str, base: str = BASE) -> set[str]:
    return {one.id.removeprefix("template-") for one in offers(asked(root, text, base))}


LIST = "{% for book in books %}\n{{ book }}\n{% endfor %}\n"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("<|>\n", {"extends", "form"}),
        ("<|>\n<h1>Books</h1>\n", {"extends", "form"}),
        ("<h1>Books</h1>\n<|>\n", {"form"}),
        (LIST + "<|>\n", {"form", "pagination"}),
        ("<p><|>words</p>\n", set()),
        ("<!doctype html>\n<|>\n", {"form"}),
        ("{# \n<|>\n #}\n", {"form"}),  # a comment of one line is none over three
        ("{% comment %}\n<|>\n{% endcomment %}\n", set()),
        ("{% verbatim %}\n<|>\n{% endverbatim %}\n", set()),
        ("<form>\n<|>\n</form>\n", set()),
        ("<form></form>\n<|>\n", {"form"}),
        ("<form>{% csrf_token %}</form>\n<|>\n", set()),
        ("{% for book in books %}\n<|>\n{% endfor %}\n", {"form"}),
        (LIST + "{{ page_obj.has_next }}\n<|>\n", {"form"}),
        (CHILD, {"form"}),
        ('{% extends "base.html" %}\n<|>\n', {"block"}),
        ('{% extends "base.html" %}\n{% block content %}{% endblock %}\n<|>\n', {"block"}),
        (f'{{% extends "base.html" %}}\n{LIST}<|>\n', {"block"}),
        ('{% extends "gone.html" %}\n<|>\n', set()),
        ("{% set x = 1 %}\n<|>\n", set()),  # Jinja
    ],
)
def test_offered_where_it_is_shown(text: str, ids: set[str], tmp_path: Path):
    assert offered(tmp_path, text) == ids


def test_a_template_whose_blocks_are_all_filled_is_offered_none(tmp_path: Path):
    text = '{% extends "base.html" %}\n{% block content %}{% endblock %}\n'
    assert offered(tmp_path, text + "{% block foot %}{% endblock %}\n<|>\n") == set()


def after(found: Asked, id: str) -> str:
    (action,) = [one for one in offers(found) if one.id == id]
    assert action.disabled is None
    (change,) = action.changes()
    return applied(found.document.text, change.edits)


def test_the_first_block_that_is_not_filled_is(tmp_path: Path):
    text = '{% extends "base.html" %}\n{% block content %}{% endblock %}\n<|>\n'
    assert "{% block foot %}\n  {{ block.super }}\n{% endblock %}" in after(
        asked(tmp_path, text), "template-block"
    )


def test_pages_keep_the_rest_of_the_address_where_django_can(tmp_path: Path):
    new = after(asked(tmp_path / "new", LIST + "<|>\n"), "template-pagination")
    assert "{% querystring page=page_obj.next_page_number %}" in new
    old = after(asked(tmp_path / "old", LIST + "<|>\n", django="5.0"), "template-pagination")
    assert '"?page={{ page_obj.next_page_number }}"' in old


def test_windows_line_ends_and_tabs_are_kept(tmp_path: Path):
    text = "<div>\r\n\t<p>x</p>\r\n\t<|>\r\n</div>\r\n"
    new = after(asked(tmp_path, text), "template-form")
    assert '\r\n\t<form method="post">\r\n\t\t{% csrf_token %}\r\n' in new
    assert new.count("\n") == new.count("\r\n")


def test_a_base_without_a_block_for_the_content_is_no_base(tmp_path: Path):
    (action,) = [
        one
        for one in offers(asked(tmp_path, "<|>\n", base="<p>{% block aside %}{% endblock %}</p>"))
        if one.id == "template-extends"
    ]
    assert action.disabled == "base.html has no block for the content"
