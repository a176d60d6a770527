"""The index of the sheet, loaded in the background; who needs it earlier waits for it.

Shipped pages come first and are ready in milliseconds; a team's own sheets, however large, replace
the index when they are read, so that no hover waits for them.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.lsp.warm import relax_collector
from cheatsheet_ls.sheet.effort import Effort, Superseded

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index
    from cheatsheet_ls.sheet.locate import Source

logger = logging.getLogger("cheatsheet_ls")

WAIT = 20.0  # seconds; a reader of pages that hangs must not hang the editor


def _silent(done: int, of: int) -> None:
    return None


def _nothing() -> None:
    return None


class IndexLoader:
    def __init__(self, load: Callable[[Sequence[Source], Effort], Index]) -> None:
        self._load = load
        self._index: Index | None = None
        self._ready = threading.Event()
        self._lock = threading.Lock()
        self._wanted = 0

    def start(
        self,
        sheets: Sequence[Source] = (),
        tell: Callable[[int, int], None] = _silent,
        loaded: Callable[[], None] = _nothing,
    ) -> threading.Thread:
        """Load anew, the shipped pages first; a later start overtakes an earlier one, which then
        stops. `tell` hears how far it is, `loaded` is called at the end of either; both in the
        thread that loads.
        """
        with self._lock:
            self._wanted += 1
            turn = self._wanted
        effort = Effort(lambda: turn == self._wanted, tell)

        def run() -> None:
            self._run(turn, tuple(sheets), effort)
            loaded()

        thread = threading.Thread(target=run, name="load-sheets", daemon=True)
        thread.start()
        return thread

    def get(self) -> Index | None:
        """The index; None only where loading failed."""
        if self._index is None and self._wanted:
            self._ready.wait(WAIT)
        return self._index

    def _run(self, turn: int, sheets: tuple[Source, ...], effort: Effort) -> None:
        try:
            if self._index is None:
                self._put(turn, self._load((), Effort()))
            if sheets or turn > 1:
                self._put(turn, self._load(sheets, effort))
        except Superseded:
            logger.info("sheets changed while they were read")
        except Exception as error:
            report(error, "loading sheets", sheets)
        finally:
            self._ready.set()

    def _put(self, turn: int, index: Index) -> None:
        with self._lock:
            if turn == self._wanted or self._index is None:
                self._index = index
        if turn == 1:  # later, trees of the user's files would be kept with it for ever
            relax_collector()
        self._ready.set()
        for problem in index.problems:
            logger.warning(
                "%s:%s: %s: %s", problem.page, problem.line, problem.rule, problem.message
            )
