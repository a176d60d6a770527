"""Emacs with eglot, configured as docs/editors says: what real keys show and leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.emacs.driver import Emacs
from tests.editors.project import library

ROOT = Path(__file__).resolve().parents[2]
EGLOT = (ROOT / "docs/editors/config/eglot.el").read_text(encoding="utf-8")
MODELS = "catalogue/models.py"
TITLE = "title = models.CharField(max_length=200)"
YASNIPPET = "(require 'yasnippet) (yas-global-mode 1)"
# As its README says: the menu opens by typing, after two letters.
COMPANY = "(require 'company) (setq company-minimum-prefix-length 2) (global-company-mode 1)"
MENU = "(and (bound-and-true-p company-candidates) (vconcat company-candidates))"
ELDOC = (
    '(with-current-buffer "*eldoc*" (and (string-match-p "%s" (buffer-string)) (buffer-string)))'
)


@pytest.fixture(scope="module")
def with_snippets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emacs]:
    yield from _emacs(tmp_path_factory.mktemp("snippets"), YASNIPPET + COMPANY)


@pytest.fixture(scope="module")
def without_snippets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emacs]:
    yield from _emacs(tmp_path_factory.mktemp("plain"), COMPANY)


def _emacs(home: Path, packages: str) -> Iterator[Emacs]:
    with Emacs(home, library(home), packages + EGLOT) as emacs:
        yield emacs


def _hover(emacs: Emacs, file: str, at: str, title: str) -> str:
    emacs.open(file)
    emacs.go_to(at)
    return str(emacs.press_until(ELDOC % title, "M-x", *"eldoc", "RET"))


def _type_below_title(emacs: Emacs, text: str, row: str) -> list[str]:
    """What the menu has when it opened by itself; typed again where it was too early for it."""
    emacs.open(MODELS)
    for _ in range(5):
        emacs.ask('(let ((revert-without-query \'("."))) (revert-buffer t t) t)')
        emacs.go_to(TITLE)
        emacs.keys("RET")
        emacs.type(text)
        try:
            rows: list[str] = emacs.wait(MENU, patience=4)
        except AssertionError:
            continue
        if row in rows:
            return rows
    raise AssertionError(f"the menu never had {row}")


def _take(emacs: Emacs, rows: list[str], row: str) -> None:
    emacs.keys(*["M-n"] * rows.index(row), "RET")
    emacs.wait("(null company-candidates)")


@pytest.fixture(params=["with_snippets", "without_snippets"])
def either(request: pytest.FixtureRequest) -> Emacs:
    emacs: Emacs = request.getfixturevalue(request.param)
    return emacs


def test_the_entry_of_a_field_is_shown(either: Emacs):
    shown = _hover(either, MODELS, "slug = models.Slug", "SlugField")
    assert shown.startswith("SlugField (model field): ")
    assert shown.rstrip().endswith("SlugField")


def test_the_entry_of_a_template_tag_is_shown(either: Emacs):
    shown = _hover(either, "catalogue/templates/catalogue/book_list.html", "{% fo", "template tag")
    assert shown.startswith("for (template tag): ")


def test_typing_alone_opens_the_menu(either: Emacs):
    assert "ForeignKey" in _type_below_title(either, "publisher = models.Fore", "ForeignKey")


def test_an_accepted_snippet_has_tab_stops(with_snippets: Emacs):
    rows = _type_below_title(with_snippets, "Fore", "ForeignKey: Make it optional")
    _take(with_snippets, rows, "ForeignKey: Make it optional")
    with_snippets.wait("(yas-active-snippets)")
    with_snippets.type("publisher")
    with_snippets.keys("TAB")
    with_snippets.type("Company")
    text = with_snippets.text()
    field = text[text.index("    publisher = models.ForeignKey(") : text.index("    slug")]
    assert "Company" in field
    assert "$" not in field


def test_without_yasnippet_the_text_is_plain(without_snippets: Emacs):
    rows = _type_below_title(without_snippets, "Fore", "ForeignKey: Make it optional")
    _take(without_snippets, rows, "ForeignKey: Make it optional")
    text = without_snippets.text()
    field = text[text.index(TITLE) + len(TITLE) : text.index("    slug")]
    assert "models.ForeignKey(" in field
    assert "$" not in field


def test_the_light_bulb_inserts_an_example(either: Emacs):
    either.open("catalogue/views.py")
    either.go_to("= get_object_or_4")
    before = either.text()
    either.keys("M-x", *"eglot-code-actions", "RET")
    either.wait("(and (active-minibuffer-window) t)")
    either.keys("RET")
    changed = f"(> (count-lines (point-min) (point-max)) {len(before.splitlines())})"
    either.wait(changed)
    added = [line for line in either.text().splitlines() if line not in before.splitlines()]
    assert any("get_object_or_404(" in line for line in added)
