"""basedpyright and our server in one Neovim, set up as docs/editors shows: we add to it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.editors.neovim.session import FLOAT, ROOT, ROWS, Neovim
from tests.editors.project import library

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"
TITLE = "title = models.CharField(max_length=200)"
BESIDE = (ROOT / "docs/editors/config/neovim-basedpyright.lua").read_text(encoding="utf-8")
PYTHON = ROOT / ".venvs/django-5.2/bin/python"
# Where basedpyright finds Django is the project's matter, not ours.
DJANGO = f"""vim.opt.completeopt = {{ "menuone", "noselect" }}
vim.lsp.config("basedpyright", {{
  settings = {{ python = {{ pythonPath = {json.dumps(str(PYTHON))} }} }},
}})
"""
BOTH = (
    "#vim.tbl_filter(function(c) return c.initialized end, vim.lsp.get_clients({ bufnr = 0 })) == 2"
)


@pytest.fixture(scope="module")
def neovim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neovim]:
    assert PYTHON.exists(), f"{PYTHON} is missing: make setup builds it"
    home = tmp_path_factory.mktemp("beside")
    with Neovim(home, library(home), BESIDE + DJANGO) as editor:
        editor.open(MODELS, BOTH)
        yield editor


def test_a_hover_shows_the_texts_of_both(neovim: Neovim):
    neovim.go_to("slug = models.SlugField")
    text = "\n".join(neovim.press_until(FLOAT, "K", patience=30))
    neovim.ask("vim.cmd.fclose({ bang = true })")
    assert "class SlugField(" in text
    assert "**SlugField** (model field): " in text


def menu(neovim: Neovim, file: str, below: str, typed: str) -> list[tuple[str, str]]:
    """Label and kind of each row, of both servers, for what is typed in a new line."""
    neovim.open(file, BOTH)
    neovim.go_to(below)
    neovim.keys("o")
    neovim.type(typed)
    rows = neovim.press_until(ROWS, "C-x", "C-o", patience=10)
    return [(row["abbr"], row["kind"]) for row in rows]


def test_an_example_is_told_from_the_bare_name_by_its_kind(neovim: Neovim):
    rows = menu(neovim, MODELS, TITLE, "publisher = models.Foreign")
    assert [kind for label, kind in rows if label == "ForeignKey"] == ["Class", "Snippet"]


@pytest.mark.parametrize(
    ("file", "below", "typed", "wanted"),
    [
        (VIEWS, "    Loan.objects.create", "Book.objects.fil", "filter"),
        (MODELS, '        ordering = ["title"]', "verbose_n", "verbose_name"),
        (MODELS, f"    {TITLE}", "def clean_f", "clean_fields()"),
    ],
    ids=["a QuerySet's method", "an option of Meta", "a method to override"],
)
def test_what_is_ours_stands_once(neovim: Neovim, file: str, below: str, typed: str, wanted: str):
    labels = [label for label, _ in menu(neovim, file, below, typed)]
    assert labels.count(wanted) == 1
    assert len(labels) == len(set(labels))
