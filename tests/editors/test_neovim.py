"""Neovim as people have it: `vim.lsp.enable("cheatsheet_ls")`, typed keys, what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.editors.neovim.session import FLOAT, HERE, LINE, Neovim
from tests.editors.project import library

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"
PAGE = "catalogue/templates/catalogue/book_list.html"
TITLE = "title = models.CharField(max_length=200)"


@pytest.fixture(scope="module")
def neovim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neovim]:
    home = tmp_path_factory.mktemp("neovim")
    with Neovim(home, library(home)) as editor:
        yield editor


@pytest.fixture(autouse=True)
def _nothing_is_complained_about(neovim: Neovim) -> Iterator[None]:
    yield
    assert "rror" not in neovim.wait("vim.fn.execute('messages') .. ' '")


def test_a_float_shows_the_entry_of_a_field(neovim: Neovim):
    shown = neovim.hover(MODELS, "slug = models.SlugField")
    assert shown[0].startswith("**SlugField** (model field): ")
    assert "docs.djangoproject.com" in shown[-1]


def test_a_float_shows_the_entry_of_a_template_tag_without_entities_and_tables(neovim: Neovim):
    shown = neovim.hover(PAGE, "{% for")
    assert shown[0].startswith("**for** (template tag): ")
    assert not [line for line in shown if "&" in line or line.startswith("|")]


def test_typing_alone_opens_the_menu_and_a_snippet_has_tab_stops(neovim: Neovim):
    neovim.open(MODELS)
    neovim.take(neovim.type_below(TITLE, "dj-for", "ForeignKey"), "ForeignKey")
    neovim.wait("vim.snippet.active()")
    neovim.type("publisher")
    neovim.keys("TAB")
    neovim.wait("vim.api.nvim_get_mode().mode == 's'")
    neovim.type("Company")
    neovim.wait("vim.api.nvim_get_current_line():find('Company')")
    text = "\n".join(neovim.lines())
    field = text[text.index("    publisher = models.ForeignKey(") : text.index("\n    slug")]
    assert "Company" in field
    assert "$" not in field


@pytest.mark.parametrize(
    ("file", "below", "typed", "wanted"),
    [
        (MODELS, TITLE, "models.Fore", "ForeignKey"),
        (VIEWS, "    Loan.objects.create", "Book.objects.filter(title__ico", "icontains"),
        (VIEWS, "    model = Book", "templ", "template_name"),
        (
            "site_config/settings.py",
            "MIDDLEWARE = [",
            '"django.mid',
            "django.middleware.gzip.GZipMiddleware",
        ),
        (VIEWS, "@require_POST", "@csr", "csrf_exempt"),
        (PAGE, "{% block content %}", "{% wi", "with"),
        (PAGE, "{% block content %}", "fo", "for"),
    ],
    ids=[
        "after a dot",
        "after __",
        "in a class body",
        "in a string of settings",
        "after @",
        "after {%",
        "as a bare word",
    ],
)
def test_the_menu_opens_by_itself(neovim: Neovim, file: str, below: str, typed: str, wanted: str):
    neovim.open(file)
    assert neovim.type_below(below, typed, wanted)


def test_the_light_bulb_inserts_an_example_and_merges_its_import(neovim: Neovim):
    neovim.open(VIEWS)
    neovim.go_to("= get_object_or_404")
    before = neovim.lines()
    neovim.keys("g", "r", "a")
    neovim.wait_shown("Code actions:")
    neovim.keys("1", "RET")
    neovim.wait(f"vim.api.nvim_buf_line_count(0) > {len(before)}")
    after = neovim.lines()
    assert any("get_object_or_404(" in line for line in after if line not in before)
    assert len([line for line in after if line.startswith("from django.shortcuts import")]) == 1


def test_a_problem_is_shown_and_its_fix_mends_it(neovim: Neovim):
    neovim.open(MODELS)
    neovim.ask("vim.cmd('%s/on_delete=models.PROTECT, //')")
    told = neovim.wait("(vim.diagnostic.get(0)[1] or {}).message")
    assert "on_delete" in told
    neovim.go_to("author = models.ForeignKey")
    neovim.keys("g", "r", "a")
    neovim.wait_shown("Code actions:")
    neovim.wait_shown("Type number")
    first = re.findall(r"(\d+): [^\d]*on_delete", neovim.shown)[0]
    neovim.keys(*first, "RET")
    neovim.wait(f"{LINE}:find('on_delete')")
    assert "models.ForeignKey(Author, on_delete=models." in neovim.ask(LINE)
    neovim.wait("#vim.diagnostic.get(0) == 0")


def test_positions_are_counted_in_bytes_and_land_right_behind_an_emoji(neovim: Neovim):
    neovim.open(MODELS)
    assert neovim.ask(f"{HERE}.offset_encoding") == "utf-8"
    neovim.go_to(TITLE)
    neovim.keys("o")
    neovim.type('mood = "🐍é"; slug = models.SlugField()')
    neovim.keys("ESC", *"2b")
    assert neovim.press_until(FLOAT, "K")[0].startswith("**SlugField** (model field): ")


def test_what_is_accepted_behind_an_emoji_replaces_what_was_typed(neovim: Neovim):
    neovim.open(MODELS)
    rows = neovim.type_below(TITLE, 'mood = "🐍é"; slug = models.SlugF', "SlugField")
    neovim.take(rows, "SlugField")
    neovim.wait("vim.api.nvim_get_current_line():find('SlugField')")
    assert neovim.ask(LINE).startswith('    mood = "🐍é"; slug = models.SlugField')
