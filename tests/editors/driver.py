"""A real editor in a terminal of its own: keys go in as a person types them, questions go to it
over a socket that the editor's own configuration (`emacs/`, `vim/`, `neovim/`) answers.

    with Editor(["vim", "-u", vimrc], home, project) as vim:
        vim.keys("o", *"slug", "ESC")
        vim.ask("getline('.')")
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import socket
import struct
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path
from typing import Any

PATIENCE = 30.0
PROGRAMS = Path(sys.executable).parent
NAMED = {"C-SPC": "\0", "RET": "\r", "TAB": "\t", "ESC": "\x1b", "DEL": "\x7f"}


class Editor:
    """`words` start it; it connects to 127.0.0.1:$DRIVER_PORT and answers what stands in the line
    `["expr", EXPRESSION, NUMBER]` with `[NUMBER, VALUE]`: Vim's own channel protocol."""

    def __init__(self, words: list[str], home: Path, project: Path, path: str | None = None):
        self.project, self.shown, self.number, self.pending = project, "", 0, ""
        listener = socket.create_server(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        self.terminal, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        command = ["setsid", "--ctty", program(words[0]), *words[1:]]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            env=_environment(home, port, path),
            stdin=child,
            stdout=child,
            stderr=child,
        )
        os.close(child)
        threading.Thread(target=self._drain, daemon=True).start()
        listener.settimeout(PATIENCE)
        with listener:
            self.channel = listener.accept()[0]

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self.channel.close()
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:  # a prompt that waits for an answer does not keep it
            self.process.kill()
            self.process.wait()
        os.close(self.terminal)

    def _drain(self) -> None:
        try:
            while shown := os.read(self.terminal, 65536):
                self.shown = (self.shown + shown.decode(errors="replace"))[-20000:]
        except OSError:
            return  # it has ended

    def ask(self, expression: str) -> Any:
        """What an expression is, as JSON has it; None where it fails or a prompt is in the way."""
        self.number -= 1
        question = json.dumps(["expr", expression, self.number])
        self.channel.sendall(question.encode() + b"\n")
        end = time.monotonic() + 5
        while time.monotonic() < end:
            answer = self._answer(end - time.monotonic())
            if answer and answer[0] == self.number:
                return None if answer[1] == "ERROR" else answer[1]
        return None

    def _answer(self, patience: float) -> Any:
        """The next value of the channel; answers that came too late are among them."""
        self.pending = self.pending.lstrip()
        try:
            value, end = json.JSONDecoder().raw_decode(self.pending)
        except ValueError:
            self.channel.settimeout(max(patience, 0.01))
            try:
                self.pending += self.channel.recv(1 << 20).decode()
            except TimeoutError:
                pass
            return None
        self.pending = self.pending[end:]
        return value

    def wait(self, expression: str, patience: float = PATIENCE) -> Any:
        """The expression's value as soon as there is one."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if value := self.ask(expression):
                return value
            time.sleep(0.05)
        raise AssertionError(f"never: {expression}\n{self.shown[-1500:]!r}")

    def wait_shown(self, text: str) -> None:
        """Until the terminal was told to draw `text`: for prompts, which answer no question."""
        end = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < end, f"never shown: {text}\n{self.shown[-1500:]!r}"
            time.sleep(0.05)

    def press_until(self, expression: str, *keys: str, patience: float = 3) -> Any:
        """Presses again as a person would: a server that still starts has no answer yet."""
        for _ in range(8):
            self.keys(*keys)
            try:
                return self.wait(expression, patience)
            except AssertionError as error:
                last = error
        raise last

    def keys(self, *keys: str) -> None:
        for key in keys:
            os.write(self.terminal, _bytes(key))
            time.sleep(0.02)

    def type(self, text: str) -> None:
        self.keys(*text)


def program(name: str) -> str:
    found = shutil.which(name, path=f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}")
    assert found, f"{name} is missing: make setup installs it"
    return found


def _environment(home: Path, port: int, path: str | None) -> dict[str, str]:
    """A home of its own, so that nobody's configuration is read or written."""
    homes = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    path = path or f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    driven = {"HOME": str(home), "DRIVER_PORT": str(port), "PATH": path}
    return {**os.environ, **homes, **driven, "TERM": "xterm", "LC_ALL": "C.UTF-8"}


def _bytes(key: str) -> bytes:
    if key in NAMED:
        return NAMED[key].encode()
    if key.startswith("C-") and len(key) == 3:
        return bytes([ord(key[2]) & 0x1F])
    if key.startswith("M-") and len(key) == 3:
        return b"\x1b" + key[2:].encode()
    return key.encode()
