"""Work that takes long, shown by the editor: once it does, and only where that can be shown."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer

AFTER = 0.5  # seconds; what is quicker needs no bar

_numbers = count(1)


class Progress:
    """Made where the server's loop runs; `tell` and `end` may be called from any thread."""

    def __init__(self, ls: CheatsheetServer, title: str) -> None:
        self._ls, self._title = ls, title
        self._token = f"cheatsheet-{next(_numbers)}"
        self._loop = asyncio.get_running_loop()
        self._begun = time.monotonic()
        self._percent = -1
        self._shown = self._ended = False

    def tell(self, done: int, of: int) -> None:
        percent = 100 * done // of if of else 100
        late = time.monotonic() - self._begun > AFTER
        if late and percent != self._percent and self._ls.state.client.shows_progress:
            self._percent = percent
            self._soon(self._show, percent)

    def end(self) -> None:
        self._soon(self._end)

    def _soon(self, step: Callable[..., None], *told: int) -> None:
        """In the loop; where that has ended there is nobody to tell."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(step, *told)

    # -- in the loop -----------------------------------------------------------------------------
    def _show(self, percent: int) -> None:
        if self._percent == percent and not self._shown and not self._ended:
            self._shown = True
            params = types.WorkDoneProgressCreateParams(self._token)
            made = self._ls.protocol.send_request(types.WINDOW_WORK_DONE_PROGRESS_CREATE, params)
            made.add_done_callback(self._made)
        elif self._shown and not self._ended:
            self._send(types.WorkDoneProgressReport(percentage=percent))

    def _made(self, answer: Future[Any]) -> None:
        """The editor may refuse."""
        if answer.cancelled() or answer.exception():
            self._ended = True
        elif not self._ended:
            self._send(types.WorkDoneProgressBegin(self._title, percentage=max(0, self._percent)))

    def _end(self) -> None:
        if self._shown and not self._ended:
            self._send(types.WorkDoneProgressEnd())
        self._ended = True

    def _send(self, value: Any) -> None:
        self._ls.protocol.notify(types.PROGRESS, types.ProgressParams(self._token, value))
