"""Writing to the terminal or a pipe: UTF-8 everywhere, silent when the reader has gone away."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable


def say(text: str) -> None:
    """A line, or several, of the answer."""
    print(text)


def complain(text: str) -> None:
    """A line for the user that is no part of the answer."""
    print(f"django-cheatsheet-ls: {text}", file=sys.stderr)


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 page", "2 pages", "2 entries"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def guarded(command: Callable[[], int]) -> int:
    """The command's exit status; `| head` and Ctrl-C end it without a word."""
    _speak_utf8()
    try:
        status = command()
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        complain(f"{error.filename + ': ' if error.filename else ''}{error.strerror or error}")
        return 1
    return status


def is_terminal() -> bool:
    """Whether colours and wrapping are wanted."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _close_quietly() -> None:
    """Python would flush once more at exit, and complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        pass


class Progress:
    """A line on the terminal while work lasts; nothing where nobody looks or it is quick."""

    AFTER = 0.5  # seconds

    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = time.monotonic()
        self._told = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told:
            self._write(" " * len(self._told))
            self._write("")

    def tell(self, done: int, of: int) -> None:
        line = f"{self._what}: {100 * done // of if of else 100} %"
        late = time.monotonic() - self._begun > self.AFTER
        if late and line != self._told and sys.stderr.isatty():
            self._told = line
            self._write(line)

    @staticmethod
    def _write(line: str) -> None:
        print(f"\r{line}", end="\r", file=sys.stderr, flush=True)
