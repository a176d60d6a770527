"""Neovim in a terminal, with our client on its runtime path and set up as docs/editors says."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from tests.editors.driver import Editor

ROOT = Path(__file__).resolve().parents[3]
CONFIGURATION = (ROOT / "docs/editors/config/neovim.lua").read_text(encoding="utf-8")
HERE = "(vim.lsp.get_clients({ bufnr = 0, name = 'cheatsheet_ls' })[1] or {})"
LINE = "vim.api.nvim_get_current_line()"
LINES = "vim.api.nvim_buf_get_lines(0, 0, -1, false)"
FLOAT = """(function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" and vim.fn.pumvisible() == 0 then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    end
  end
end)()"""
ROWS = "vim.fn.pumvisible() == 1 and vim.fn.complete_info({ 'items' }).items or {}"

CHOSEN = """(function()
  local menu = vim.fn.complete_info({ "selected", "items" })
  local row = menu.items and menu.items[menu.selected + 1]
  return row and row.abbr or ""
end)()"""


class Neovim(Editor):
    def __init__(
        self, home: Path, project: Path, configuration: str = CONFIGURATION, path: str | None = None
    ):
        init = home / "init.lua"
        client, driver = ROOT / "clients/neovim", Path(__file__).parent / "driver.lua"
        init.write_text(
            f"vim.opt.runtimepath:append({json.dumps(str(client))})\n"
            f"dofile({json.dumps(str(driver))})\n{configuration}",
            encoding="utf-8",
        )
        super().__init__(["nvim", "--clean", "-n", "-u", str(init)], home, project, path)

    def open(self, file: str, ready: str = f"{HERE}.initialized") -> None:
        """The file as it is on disk, our server attached."""
        self.keys("ESC", "ESC")
        name = json.dumps(str(self.project / file))
        self.wait(f"vim.cmd.edit({{ args = {{ {name} }}, bang = true }}) and true")
        self.wait(ready)

    def go_to(self, text: str) -> None:
        """The cursor on the last letter of the first `text`."""
        found = f"vim.fn.cursor(1, 1) and vim.fn.search({json.dumps(chr(92) + 'V' + text)}, 'ceW')"
        assert self.ask(found), f"{text} is not there"

    def hover(self, file: str, text: str) -> list[str]:
        self.open(file)
        self.go_to(text)
        shown: list[str] = self.press_until(FLOAT, "K")
        self.ask("vim.cmd.fclose({ bang = true })")
        return shown

    def lines(self) -> list[str]:
        found: list[str] = self.wait(LINES)
        return found

    def type_below(self, text: str, typed: str, wanted: str) -> list[dict[str, Any]]:
        """What the menu has when it opens by itself, typed in a new line below `text`."""
        self.go_to(text)
        self.keys("o")
        self.type(typed)
        rows: list[dict[str, Any]] = self._settled()
        assert wanted in [row["abbr"] for row in rows], [row["abbr"] for row in rows]
        return rows

    def _settled(self) -> Any:
        """The menu's rows: each key asks the server again, and the last answer stays."""
        rows, since = self.wait(ROWS), time.monotonic()
        while time.monotonic() < since + 0.5:
            time.sleep(0.05)
            if (now := self.ask(ROWS)) != rows:
                rows, since = now, time.monotonic()
        return rows or []

    def take(self, rows: list[dict[str, Any]], wanted: str) -> None:
        """Steps down row by row: a late answer may have drawn the menu anew meanwhile."""
        for _ in range(2 * len(rows) + 2):
            self.keys("C-n")
            if self.ask(CHOSEN) == wanted:
                break
        assert self.wait(CHOSEN) == wanted
        self.keys("C-y")
