"""What docs/editors tells people to paste parses, names the server, and stands in the page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from tests.editors.driver import program

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs/editors"
CONFIG = PAGES / "config"
FENCE = re.compile(r"^```(?!bash)\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NVIM = Path(sys.executable).parent / "nvim"


def config(name: str) -> str:
    return (CONFIG / name).read_text(encoding="utf-8")


def pasted() -> Iterator[tuple[str, str]]:
    for page in sorted(PAGES.glob("*.md")):
        for text in FENCE.findall(page.read_text(encoding="utf-8")):
            yield page.name, text


def test_every_snippet_of_a_page_is_a_file_and_every_file_is_in_a_page():
    assert {text for _, text in pasted()} == {config(file.name) for file in CONFIG.iterdir()}


@pytest.mark.parametrize("file", sorted(CONFIG.iterdir()), ids=lambda file: file.name)
def test_each_names_the_server(file: Path):
    text = file.read_text(encoding="utf-8")
    assert "django-cheatsheet-ls" in text or "cheatsheet_ls" in text


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_a_page_is_one_page(page: Path):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 50


@pytest.mark.parametrize("file", sorted(CONFIG.glob("*.json")), ids=lambda file: file.name)
def test_json_parses(file: Path):
    assert json.loads(file.read_text(encoding="utf-8"))


def test_helix_uses_the_server_it_declares():
    parsed = tomli.loads(config("helix.toml"))
    (name,) = parsed["language-server"]
    assert parsed["language-server"][name]["command"] == "django-cheatsheet-ls"
    assert all(name in language["language-servers"] for language in parsed["language"])


def test_lsp_mode_registers_the_server_beside_others(tmp_path: Path):
    """Emacs runs the snippet against a stand-in that notes what lsp-mode would be given."""
    stand_in = """(defun lsp-stdio-connection (command) command)
        (defun lsp-activate-on (&rest ids) ids)
        (defun make-lsp-client (&rest properties) properties)
        (defun lsp-register-client (client) (prin1 client))
        (provide 'lsp-mode)"""
    words = ["--eval", f"(progn {stand_in})", "-l", str(CONFIG / "lsp-mode.el")]
    ended = subprocess.run(
        [program("emacs"), "--batch", *words], capture_output=True, text=True, check=True
    )
    assert ':new-connection "django-cheatsheet-ls"' in ended.stdout
    assert ':activation-fn ("python" "html")' in ended.stdout
    assert ":add-on\\? t" in ended.stdout


@pytest.mark.parametrize("file", sorted(CONFIG.glob("*.el")), ids=lambda file: file.name)
def test_lisp_is_balanced(file: Path):
    text = re.sub(r'"[^"]*"|;[^\n]*', "", file.read_text(encoding="utf-8"))
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        assert depth >= 0
    assert depth == 0


def test_vim_registers_the_server_with_vim_lsp(tmp_path: Path):
    autoload = tmp_path / "autoload"
    autoload.mkdir()
    (autoload / "lsp.vim").write_text(
        "let g:defined = []\n"
        "function! lsp#register_server(server) abort\n"
        "  call add(g:defined, [a:server.name, a:server.cmd({}), a:server.allowlist])\n"
        "endfunction\n",
        encoding="utf-8",
    )
    out = tmp_path / "defined.json"
    command = [NVIM, "--clean", "--headless", "-n", "--cmd", f"set rtp^={tmp_path}"]
    command += ["-S", str(CONFIG / "vim-lsp.vim"), "-c", "doautocmd User lsp_setup"]
    command += ["-c", f"call writefile([json_encode(g:defined)], '{out}')", "-c", "qall!"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=30, capture_output=True)
    defined = json.loads(out.read_text(encoding="utf-8"))
    assert defined == [
        ["cheatsheet_ls", ["django-cheatsheet-ls"], ["python", "htmldjango", "html"]]
    ]


def test_vim_registers_the_server_with_ale(tmp_path: Path):
    autoload = tmp_path / "autoload/ale"
    autoload.mkdir(parents=True)
    (autoload / "linter.vim").write_text(
        "let g:defined = []\n"
        "function! ale#linter#Define(filetype, linter) abort\n"
        "  call add(g:defined, [a:filetype, a:linter.executable, a:linter.project_root(1)])\n"
        "endfunction\n",
        encoding="utf-8",
    )
    out = tmp_path / "defined.json"
    write = f"call writefile([json_encode(g:defined)], '{out}')"
    command = [NVIM, "--clean", "--headless", "-n", "--cmd", f"set rtp^={tmp_path}"]
    command += ["-S", str(CONFIG / "vim-ale.vim"), "-c", write, "-c", "qall!"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=30, capture_output=True)
    defined = json.loads(out.read_text(encoding="utf-8"))
    assert [row[0] for row in defined] == ["python", "htmldjango", "html"]
    assert {row[1] for row in defined} == {"django-cheatsheet-ls"}
