"""Vim in a terminal, with ALE set up as docs/editors says."""

from __future__ import annotations

import json
from pathlib import Path

from tests.editors.driver import Editor

ROOT = Path(__file__).resolve().parents[3]
ALE = (ROOT / "docs/editors/config/vim-ale.vim").read_text(encoding="utf-8")
INIT = "filetype plugin on\nlet g:ale_hover_to_preview = 1\npackadd! ale\n"
PREVIEW = "getbufline(bufnr('ALEPreviewWindow'), 1, '$')"
MENU = "complete_info(['items']).items"


class Vim(Editor):
    def __init__(self, home: Path, project: Path, path: str | None = None):
        init, driver = home / "vimrc", Path(__file__).parent / "driver.vim"
        init.write_text(
            f"{INIT}{ALE}let g:ale_linters.python = ['cheatsheet_ls']\nsource {driver}\n",
            encoding="utf-8",
        )
        super().__init__(["vim", "-N", "-n", "-u", str(init)], home, project, path)

    def open(self, file: str) -> None:
        self.keys("ESC")
        name = str(self.project / file)
        self.wait(f"1 + len(execute('only! | edit! {name}'))")

    def go_to(self, text: str) -> None:
        """The cursor on the last letter of the first `text`."""
        pattern = json.dumps(f"\\V{text}")
        assert self.ask(f"cursor(1, 1) + search({pattern}, 'ceW')"), f"{text} is not there"

    def hover(self, file: str, text: str) -> list[str]:
        self.open(file)
        self.go_to(text)
        shown: list[str] = self.press_until(PREVIEW, *":ALEHover", "RET")
        return shown

    def type_below(self, text: str, typed: str, wanted: str) -> list[str]:
        """The words of the menu when it opens by itself, typed in a new line below `text`."""
        self.go_to(text)
        self.keys("o")
        self.type(typed)
        words = f"map({MENU}, 'v:val.word')"
        self.wait(f"pumvisible() && index({words}, '{wanted}') >= 0")
        rows: list[str] = self.ask(words)
        return rows
