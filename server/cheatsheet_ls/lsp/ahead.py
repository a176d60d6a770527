"""What has come in and waits for its turn: which questions nobody wants answered any more.

The reader sees a message before the server has done with those before it. A request that is
cancelled by then is not worked on; nor is one about a text that has changed since it was asked: the
editor has moved on, and asks again for what it still wants. Only who types on within a word still
waits for the completions that were asked for at its beginning: editors filter these themselves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from cheatsheet_ls.lsp import uris

CANCEL, CHANGE = "$/cancelRequest", "textDocument/didChange"
COMPLETION = "textDocument/completion"


class Ahead:
    """Written to by the thread that reads, asked by the one that answers."""

    def __init__(self) -> None:
        self.cancelled: set[int | str] = set()
        self._changes: dict[str, deque[Any]] = {}

    def note(self, message: Any) -> None:
        """A message has come in."""
        method = message.get("method") if isinstance(message, dict) else None
        if method == CANCEL:
            self.cancelled |= cancelled_by(message)
        elif method == CHANGE:
            params = message.get("params")
            self._changes.setdefault(_key(params), deque()).append(params)

    def taken(self, message: dict[str, Any]) -> None:
        """It is the message's turn."""
        method = message.get("method")
        if method == CHANGE and (waiting := self._changes.get(_key(message.get("params")))):
            waiting.popleft()
        elif method == CANCEL:  # what it names is answered already, or was refused just now
            self.cancelled -= cancelled_by(message)

    def is_outdated(self, request: dict[str, Any]) -> bool:
        """Whether the document asked about has changes that are still to be read."""
        params = request.get("params")
        key = _key(params) or _key({"textDocument": _member(params, "data")})
        waiting = self._changes.get(key) if key else None
        if not waiting or request.get("method") == "completionItem/resolve":
            return False
        types_on = request.get("method") == COMPLETION and _types_on(params, list(waiting))
        return not types_on


def cancelled_by(message: dict[str, Any]) -> set[int | str]:
    """The request a cancellation names; none where what it names can be no request."""
    number = _member(message.get("params"), "id")
    return {number} if isinstance(number, (int, str)) else set()


def _types_on(params: Any, waiting: Iterable[Any]) -> bool:
    """Whether the changes only go on with the word at the position."""
    line, at = (_member(_member(params, "position"), name) for name in ("line", "character"))
    for change in (one for all_ in waiting for one in _member(all_, "contentChanges") or ()):
        here, span, text = {"line": line, "character": at}, change.get("range"), change.get("text")
        if span != {"start": here, "end": here} or not _is_word(text):
            return False
        at += len(text)
    return True


def _is_word(text: Any) -> bool:
    return isinstance(text, str) and text.isascii() and text.replace("_", "a").isalnum()


def _key(params: Any) -> str:
    uri = _member(_member(params, "textDocument"), "uri")
    return uris.key(uri) if isinstance(uri, str) else ""


def _member(params: Any, name: str) -> Any:
    return params.get(name) if isinstance(params, dict) else None
