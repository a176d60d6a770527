"""A real Emacs in a terminal of its own: keys go in as a person types them, questions go to its
server.

    with Emacs(home, project, "(require 'company)") as emacs:
        emacs.open("catalogue/models.py")
        emacs.keys("C-e", "RET")
        emacs.ask("(buffer-string)")
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path
from typing import Any

PATIENCE = 25.0
# The sheet is big enough that a first answer may take longer than eglot waits by default.
INIT = """
; Compiling packages would be a second program on the test's two cores, with windows of warnings.
(setq native-comp-deferred-compilation nil native-comp-async-report-warnings-errors nil)
(require 'package) (package-initialize) (require 'server) (require 'json)
(setq inhibit-startup-screen t make-backup-files nil auto-save-default nil create-lockfiles nil
      ring-bell-function #'ignore use-short-answers t enable-local-variables nil
      server-socket-dir {home} server-name "driven" eglot-confirm-server-initiated-edits nil)
{configuration}
(server-start)
"""


class Emacs:
    def __init__(self, home: Path, project: Path, configuration: str):
        self.home, self.project = home, project
        init = home / "init.el"
        text = INIT.format(home=json.dumps(str(home)), configuration=configuration)
        init.write_text(text, encoding="utf-8")
        self.terminal, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        command = ["setsid", "--ctty", _program("emacs"), "-nw", "-q", "-l", str(init)]
        environment = {**os.environ, "HOME": str(home), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        programs = Path(sys.executable).parent
        environment["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"
        self.process = subprocess.Popen(
            command, cwd=project, env=environment, stdin=child, stdout=child, stderr=child
        )
        os.close(child)
        self.shown = b""
        threading.Thread(target=self._drain, daemon=True).start()

    def __enter__(self) -> Emacs:
        self.wait("t")
        return self

    def __exit__(self, *_: object) -> None:
        """Asked to end; a prompt that waits for an answer does not keep it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.terminal)

    def _drain(self) -> None:
        try:
            while shown := os.read(self.terminal, 65536):
                self.shown = (self.shown + shown)[-4000:]
        except OSError:
            return  # it has ended

    def ask(self, expression: str) -> Any:
        """What an expression is in the window's buffer, as JSON has it; None where it fails."""
        asked = f"(with-current-buffer (window-buffer) (json-encode {expression}))"
        command = [_program("emacsclient"), "-s", str(self.home / "driven"), "--eval", asked]
        try:
            told = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        except subprocess.TimeoutExpired:
            return None
        # Emacs prints a string of its own around the JSON.
        return json.loads(json.loads(_unescape(told.stdout))) if told.returncode == 0 else None

    def wait(self, expression: str, patience: float = PATIENCE) -> Any:
        """The expression's value as soon as it is neither nil nor an error."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if value := self.ask(expression):
                return value
            time.sleep(0.1)
        raise AssertionError(
            f"never: {expression}\n{self.ask('(buffer-string)')}\n{self.log()}\n"
            f"{self.shown[-400:]!r}"
        )

    def press_until(self, expression: str, *keys: str) -> Any:
        """Presses again as a person would: a server that still starts has no answer yet."""
        for _ in range(8):
            self.keys(*keys)
            try:
                return self.wait(expression, patience=3)
            except AssertionError:
                self.keys("C-g")
        raise AssertionError(f"never: {expression}\n{self.log()}")

    def keys(self, *keys: str) -> None:
        for key in keys:
            os.write(self.terminal, _bytes(key))
            time.sleep(0.03)

    def type(self, text: str) -> None:
        self.keys(*text)

    def log(self) -> str:
        shown = '(with-current-buffer "*Messages*" (buffer-string))'
        return str(self.ask(shown))

    def open(self, file: str) -> None:
        """The file in the one window, its server connected."""
        # By keys: eglot-ensure waits for the end of a command.
        self.keys("C-g", "C-x", "1", "C-x", "C-f", "C-a", "C-k")
        self.type(str(self.project / file))
        self.keys("RET")
        self.wait("(and (bound-and-true-p eglot--managed-mode) (eglot-current-server) t)")

    def go_to(self, text: str) -> None:
        """The cursor behind the first `text`."""
        found = f"(progn (goto-char 1) (search-forward {json.dumps(text)}) t)"
        moved = f"(let ((here {found})) (set-window-point nil (point)) here)"
        assert self.ask(moved), f"{text} is not there"

    def text(self) -> str:
        return str(self.ask("(buffer-substring-no-properties (point-min) (point-max))"))


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is missing: make setup installs it"
    return found


def _bytes(key: str) -> bytes:
    named = {"C-SPC": "\0", "RET": "\r", "TAB": "\t", "ESC": "\x1b"}
    if key in named:
        return named[key].encode()
    if key.startswith("C-"):
        return bytes([ord(key[2]) & 0x1F])
    if key.startswith("M-"):
        return b"\x1b" + key[2:].encode()
    return key.encode()


def _unescape(printed: str) -> str:
    r"""Lisp's string as JSON's: they differ in how a line's end is written."""
    return printed.strip().replace("\n", "\\n")
