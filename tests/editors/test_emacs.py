"""Emacs with eglot, configured as docs/editors says: what real keys show and leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.emacs.session import Emacs
from tests.editors.project import library

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"
PAGE = "catalogue/templates/catalogue/book_list.html"
TITLE = "title = models.CharField(max_length=200)"
YASNIPPET = "(require 'yasnippet) (yas-global-mode 1)"
# As its README says: the menu opens by typing, after two letters.
COMPANY = "(require 'company) (setq company-minimum-prefix-length 2) (global-company-mode 1)"
OPTIONAL = "ForeignKey: Make it optional"


@pytest.fixture(scope="module")
def with_snippets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emacs]:
    yield from _emacs(tmp_path_factory.mktemp("snippets"), YASNIPPET + COMPANY)


@pytest.fixture(scope="module")
def without_snippets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emacs]:
    yield from _emacs(tmp_path_factory.mktemp("plain"), COMPANY)


def _emacs(home: Path, packages: str) -> Iterator[Emacs]:
    with Emacs(home, library(home), packages) as emacs:
        yield emacs


@pytest.fixture(params=["with_snippets", "without_snippets"])
def either(request: pytest.FixtureRequest) -> Emacs:
    emacs: Emacs = request.getfixturevalue(request.param)
    return emacs


def test_the_entry_of_a_field_is_shown(either: Emacs):
    shown = either.hover(MODELS, "slug = models.Slug", "SlugField")
    assert shown.startswith("SlugField (model field): ")
    assert "SlugField" in shown.splitlines()[-1]


def test_the_entry_of_a_template_tag_is_shown(either: Emacs):
    shown = either.hover(PAGE, "{% fo", "template tag")
    assert shown.startswith("for (template tag): ")


def test_typing_alone_opens_the_menu(either: Emacs):
    either.open(MODELS)
    assert "ForeignKey" in either.type_below(TITLE, "publisher = models.Fore", "ForeignKey")


def test_an_accepted_snippet_has_tab_stops(with_snippets: Emacs):
    with_snippets.open(MODELS)
    rows = with_snippets.type_below(TITLE, "Fore", OPTIONAL)
    with_snippets.take(rows, OPTIONAL)
    with_snippets.wait("(and (yas-active-snippets) t)")
    with_snippets.type("publisher")
    with_snippets.keys("TAB")
    with_snippets.type("Company")
    text = with_snippets.text()
    field = text[text.index("    publisher = models.ForeignKey(") : text.index("    slug")]
    assert "Company" in field
    assert "$" not in field


def test_without_yasnippet_the_text_is_plain(without_snippets: Emacs):
    without_snippets.open(MODELS)
    rows = without_snippets.type_below(TITLE, "Fore", OPTIONAL)
    without_snippets.take(rows, OPTIONAL)
    text = without_snippets.text()
    field = text[text.index(TITLE) + len(TITLE) : text.index("    slug")]
    assert "models.ForeignKey(" in field
    assert "$" not in field


def test_the_light_bulb_inserts_an_example(either: Emacs):
    either.open(VIEWS)
    assert any("get_object_or_404(" in line for line in either.act("= get_object_or_4"))


def test_a_problem_is_shown_and_its_fix_mends_it(either: Emacs):
    either.open(MODELS)
    gone = (
        '(progn (goto-char 1) (search-forward "on_delete=models.PROTECT, ") (replace-match "") t)'
    )
    assert either.ask(gone)
    either.wait("(and (flymake-diagnostics) t)")
    told = either.ask("(flymake-diagnostic-text (car (flymake-diagnostics)))")
    assert "on_delete" in told
    either.go_to("author = models.Foreign")
    either.keys("M-x", *"eglot-code-actions", "RET")
    either.wait("(and (active-minibuffer-window) t)")
    either.keys("RET")
    either.wait(
        '(and (save-excursion (goto-char 1) (search-forward "Author, on_delete=" nil t)) t)'
    )
    [field] = [line for line in either.text().splitlines() if "author = " in line]
    assert "models.ForeignKey(Author, on_delete=models." in field


def test_hovers_and_examples_land_right_behind_an_emoji(either: Emacs):
    """Emacs counts in UTF-16: the snake is two units there and one character in the buffer."""
    either.open(VIEWS)
    either.go_to("book = get_object_or_404(Book, slug=slug)")
    either.keys("RET")
    either.type('mood = "🐍é"; other = get_object_or_404(Book, slug=mood)')
    either.go_to("other = get_object_or_4")
    assert either.see("get_object_or_404").startswith("get_object_or_404")
    added = either.act("other = get_object_or_4")
    assert any("get_object_or_404(" in line for line in added)
    assert '    mood = "🐍é"; other = get_object_or_404(Book, slug=mood)' in either.text()
