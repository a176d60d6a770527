"""Emacs in a terminal, with eglot set up as docs/editors says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.editors.driver import Editor

ROOT = Path(__file__).resolve().parents[3]
EGLOT = (ROOT / "docs/editors/config/eglot.el").read_text(encoding="utf-8")
CONNECTED = "(and (bound-and-true-p eglot--managed-mode) (eglot-current-server) t)"
MENU = "(and (bound-and-true-p company-candidates) (vconcat company-candidates))"


class Emacs(Editor):
    def __init__(self, home: Path, project: Path, packages: str, path: str | None = None):
        init, driver = home / "init.el", Path(__file__).parent / "driver.el"
        init.write_text(
            f"(load {json.dumps(str(driver))} nil t)\n{packages}\n{EGLOT}\n",
            encoding="utf-8",
        )
        super().__init__(["emacs", "-nw", "-q", "-l", str(init)], home, project, path)

    def open(self, file: str, ready: str = CONNECTED) -> None:
        """The file as it is on disk in the one window, its server connected."""
        name = json.dumps(str(self.project / file))
        if self.ask("(or (active-minibuffer-window) (bound-and-true-p company-candidates))"):
            self.keys("C-g")
        fresh = "(when (buffer-modified-p) (revert-buffer t t))"
        self.wait(f"(progn (delete-other-windows) (find-file {name}) {fresh} t)")
        self.keys("C-l")  # eglot-ensure waits for the end of a command
        self.wait(ready)

    def go_to(self, text: str) -> None:
        """The cursor behind the first `text`."""
        found = f"(progn (goto-char 1) (search-forward {json.dumps(text, ensure_ascii=False)}) t)"
        moved = f"(let ((here {found})) (set-window-point nil (point)) here)"
        assert self.ask(moved), f"{text} is not there"

    def text(self) -> str:
        return str(self.ask("(buffer-substring-no-properties (point-min) (point-max))"))

    def hover(self, file: str, at: str, title: str) -> str:
        """What a person sees in the window that `eldoc` opens for a place of a file."""
        self.open(file)
        self.go_to(at)
        return self.see(title)

    def see(self, title: str) -> str:
        """What `eldoc` shows for the cursor, as soon as `title` is in it."""
        seen = f'(and (string-match-p "{title}" seen) seen)'
        shown = f"(let ((seen (driver-visible eldoc--doc-buffer))) {seen})"
        return str(self.press_until(shown, "M-x", *"eldoc", "RET"))

    def type_below(self, text: str, typed: str, wanted: str) -> list[str]:
        """What the menu has when it opens by itself, typed in a new line below `text`."""
        for _ in range(5):  # again where it was typed before the server was ready
            self.go_to(text)
            self.keys("RET")
            self.type(typed)
            try:
                self.wait(f"(member {json.dumps(wanted)} (append {MENU} nil))", patience=4)
            except AssertionError as error:
                last = error
                self.ask("(revert-buffer t t)")
                continue
            rows: list[str] = self.ask(MENU)
            return rows
        raise last

    def take(self, rows: list[str], wanted: str) -> None:
        self.keys(*["M-n"] * rows.index(wanted), "RET")
        self.wait("(null company-candidates)")

    def act(self, at: str) -> list[str]:
        """The lines that the first code action adds behind `at`."""
        self.go_to(at)
        before: Any = self.text().splitlines()
        self.keys("M-x", *"eglot-code-actions", "RET")
        self.wait("(and (active-minibuffer-window) t)")
        self.keys("RET")
        self.wait(f"(> (count-lines (point-min) (point-max)) {len(before)})")
        return [line for line in self.text().splitlines() if line not in before]
