"""Hovers: which entry answers, and that resolve tells the same."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.hover import HoverOptions, hover, resolve
from cheatsheet_ls.language.workspace import Workspace
from tests.support.editing import opened
from tests.support.marked import drawn
from tests.support.small_sheet import small_sheet

MODELS = "from django.db import models\n\n\nclass Book(models.Model):\n"
ON_5_2 = HoverOptions(Django("5.2", "5.2", known=True))


def hovered(
    marked: str, name: str = "library/models.py", options: HoverOptions = ON_5_2
) -> str | None:
    document, offset = opened(marked, name)
    workspace = Workspace(None)
    shown = hover(small_sheet(), document, offset, workspace, options)
    told = resolve(small_sheet(), document, offset, workspace, options)
    assert (shown is None) == (told is None), "hover and resolve agree"
    return shown.text if shown else None


def identity(marked: str, name: str = "library/models.py") -> tuple[str, str]:
    document, offset = opened(marked, name)
    found = resolve(small_sheet(), document, offset, Workspace(None), ON_5_2)
    assert found is not None
    return found.id, found.symbols[0]


def test_a_field_shows_its_entry_and_marks_its_name():
    document, offset = opened(f"{MODELS}    title = models.Char<|>Field(max_length=200)\n")
    found = hover(small_sheet(), document, offset, Workspace(None), ON_5_2)
    assert found is not None
    assert found.text.startswith("**CharField** (model field): text with a length limit.")
    assert drawn(document.text, found.span) in ("«CharField»", "«models.CharField»")


def test_the_users_own_field_name_stands_in_the_card():
    text = hovered(f"{MODELS}    status = models.Char<|>Field()\n")
    assert "- `choices` adds `get_status_display()`" in (text or "")


def test_an_argument_shows_its_row():
    text = hovered(f"{MODELS}    title = models.CharField(max_<|>length=200)\n")
    assert (text or "").startswith(
        "**max_length** (argument of `CharField`, default `None`): most characters."
    )


def test_what_only_the_facts_know_gets_a_short_card():
    marked = f"{MODELS}    at = models.Date<|>Field()\n"
    text = hovered(marked) or ""
    assert text.startswith("**DateField** (model field): import it from `django.db.models`.")
    assert text.splitlines()[-1].startswith("[Django 5.2: DateField](https://docs.django")
    assert identity(marked) == (
        "facts#django.db.models.DateField",
        "django.db.models.DateField",
    )


@pytest.mark.parametrize(
    ("marked", "name", "begins"),
    [
        ("DEB<|>UG = True\n", "site/settings.py", "**DEBUG** (setting"),
        ("USE_<|>TZ = True\n", "site/settings.py", "**USE_TZ** (setting, default `"),
        ("{% fo<|>r x in y %}{% endfor %}", "x.html", "**for** (template tag): repeats"),
        ("{% i<|>f x %}{% endif %}", "x.html", "**{% if %}** (template tag)"),
        ("{{ x|low<|>er }}", "x.html", "**lower** (template filter)"),
        ("python manage.py mig<|>rate\n", "x.sh", "**migrate** (management command)"),
        ("python manage.py migrate --fa<|>ke\n", "x.sh", "**--fake** (flag of `migrate`)"),
    ],
)
def test_other_names_have_cards_too(marked: str, name: str, begins: str):
    assert (hovered(marked, name) or "").startswith(begins)


def test_a_whole_date_format_is_shown_with_its_letter():
    text = hovered('{{ x|date:"j<|> F Y" }}', "x.html") or ""
    assert "The whole format shows `7 March 2026`." in text


@pytest.mark.parametrize(
    "marked",
    ["Char<|>Field = 1\n", "# Char<|>Field\n", "<|>", f"{MODELS}    x = 'Char<|>Field'\n"],
)
def test_what_is_none_of_django_shows_nothing(marked: str):
    assert hovered(marked) is None


def test_off_shows_nothing_and_resolves_nothing():
    off = HoverOptions(detail="off")
    assert hovered(f"{MODELS}    title = models.Char<|>Field()\n", options=off) is None


def test_the_link_can_be_switched_off():
    bare = HoverOptions(references=False)
    text = hovered(f"{MODELS}    title = models.Char<|>Field()\n", options=bare) or ""
    assert "docs.djangoproject.com" not in text


def test_the_full_card_has_the_imports_too():
    full = HoverOptions(detail="full")
    text = hovered(f"{MODELS}    title = models.Char<|>Field()\n", options=full) or ""
    assert "from django.db import models\n\ntitle = models.CharField" in text


def test_what_is_gone_is_said_first():
    text = hovered(f"{MODELS}    x = models.NullBoolean<|>Field()\n") or ""
    assert text.startswith(
        "**NullBooleanField** (model field) was **removed in 4.0**; your project is on 5.2."
    )


def test_without_an_index_the_facts_still_answer():
    document, offset = opened(f"{MODELS}    title = models.Char<|>Field()\n")
    found = hover(None, document, offset, Workspace(None), ON_5_2)
    assert found is not None
    assert found.text.startswith("**CharField** (model field)")
