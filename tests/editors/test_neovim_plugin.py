"""The plugin for Neovim: `:DjangoCheatsheet`, `:checkhealth`, its help, no server at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.neovim.session import LINES, ROOT, Neovim
from tests.editors.project import library

MODELS, VIEWS = "catalogue/models.py", "catalogue/views.py"
PAGE = f"vim.bo.buftype == 'nofile' and {LINES}"
MESSAGES = "vim.fn.execute('messages')"


@pytest.fixture(scope="module")
def neovim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neovim]:
    home = tmp_path_factory.mktemp("plugin")
    with Neovim(home, library(home)) as editor:
        yield editor


def run(neovim: Neovim, command: str) -> None:
    neovim.keys(*f":{command}", "RET")


def read(neovim: Neovim, title: str) -> list[str]:
    shown: list[str] = neovim.wait(f"({PAGE} or {{ '' }})[1]:find('{title}', 1, true) and {LINES}")
    neovim.keys("q")
    neovim.wait("vim.bo.buftype == ''")
    return shown


def test_show_opens_the_entry_under_the_cursor_in_a_window(neovim: Neovim):
    neovim.hover(MODELS, "slug = models.SlugField")
    run(neovim, "DjangoCheatsheet show")
    assert read(neovim, "SlugField")


def test_show_opens_the_entry_of_a_name(neovim: Neovim):
    run(neovim, "DjangoCheatsheet show django.db.models.JSONField")
    assert read(neovim, "JSONField")


def test_search_lets_one_choose_and_shows_what_was_chosen(neovim: Neovim):
    neovim.shown = ""
    run(neovim, "DjangoCheatsheet search SlugField")
    neovim.wait_shown("1: SlugField")
    neovim.keys("1", "RET")
    assert read(neovim, "SlugField")


def test_insert_puts_an_example_at_the_cursor(neovim: Neovim):
    neovim.open(VIEWS)
    neovim.go_to("= get_object_or_404")
    before = neovim.lines()
    neovim.shown = ""
    run(neovim, "DjangoCheatsheet insert")
    neovim.wait_shown("Insert example: ")
    neovim.keys("1", "RET")
    neovim.wait(f"vim.api.nvim_buf_line_count(0) > {len(before)}")


def test_doctor_says_what_the_server_sees(neovim: Neovim):
    neovim.open(MODELS)
    run(neovim, "DjangoCheatsheet doctor")
    assert "django" in "\n".join(read(neovim, "Server")).lower()


def test_a_wrong_word_and_an_unknown_name_are_said(neovim: Neovim):
    run(neovim, "DjangoCheatsheet nonsense")
    neovim.wait(f"{MESSAGES}:find('one of doctor, insert, search, show', 1, true)")
    run(neovim, "DjangoCheatsheet show no.such.Name")
    neovim.wait(f"{MESSAGES}:find('there is no entry no.such.Name', 1, true)")


def test_words_are_completed(neovim: Neovim):
    found = neovim.ask("vim.fn.getcompletion('DjangoCheatsheet s', 'cmdline')")
    assert found == ["search", "show"]


def health(neovim: Neovim) -> str:
    run(neovim, "checkhealth django_cheatsheet")
    text: str = neovim.wait(
        "vim.bo.filetype == 'checkhealth' and table.concat(" + LINES + ", '\\n')"
    )
    return text


def test_health_finds_the_server_and_what_it_serves(neovim: Neovim):
    text = health(neovim)
    assert "django-cheatsheet-ls 0." in text
    assert re.search(r"runs in .*library for \d+ buffers", text)
    assert "ERROR" not in text


def test_the_help_file_has_its_tags(neovim: Neovim, tmp_path: Path):
    copy = tmp_path / "doc"
    copy.mkdir()
    help_file = ROOT / "clients/neovim/doc/django-cheatsheet.txt"
    (copy / help_file.name).write_bytes(help_file.read_bytes())
    assert neovim.wait(f"vim.cmd.helptags('{copy}') and true")
    tags = (copy / "tags").read_text(encoding="utf-8")
    for name in (":DjangoCheatsheet", "django-cheatsheet", "django-cheatsheet-trouble"):
        assert f"{name}\t" in tags


def test_the_snippets_of_the_readme_are_lua(neovim: Neovim):
    readme = (ROOT / "clients/neovim/README.md").read_text(encoding="utf-8")
    for code in re.findall(r"^```lua\n(.*?)^```", readme, re.MULTILINE | re.DOTALL):
        assert neovim.ask(f"loadstring([==[{code}]==]) ~= nil")


def test_a_server_that_is_not_installed_is_named(tmp_path: Path):
    with Neovim(tmp_path, library(tmp_path), path="/usr/bin:/bin") as neovim:
        neovim.keys(*":edit catalogue/models.py", "RET")
        neovim.wait("vim.bo.filetype == 'python'")
        text = health(neovim)
        assert "ERROR django-cheatsheet-ls is not on the PATH" in text.replace("❌ ", "")
        assert "pipx install django-cheatsheet-ls" in text
        run(neovim, "DjangoCheatsheet search field")
        neovim.wait(f"{MESSAGES}:find('no server runs', 1, true)")


def test_a_project_without_django_stays_silent(tmp_path: Path):
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain/app.py").write_text("filter = str.join\nurl = filter\n", encoding="utf-8")
    with Neovim(tmp_path, tmp_path / "plain") as neovim:
        neovim.open("app.py")
        neovim.go_to("url = filter")
        neovim.press_until(f"{MESSAGES}:find('No information available', 1, true)", "K")
        run(neovim, "DjangoCheatsheet show")
        neovim.wait(f"{MESSAGES}:find('nothing of Django is under the cursor', 1, true)")
        assert neovim.ask(LINES) == ["filter = str.join", "url = filter"]
