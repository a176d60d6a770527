"""What waits until nobody has typed for a while, a minute at most: memory that was freed goes back.

glibc keeps what a thread has freed, for each thread its own, and after minutes of typing that is
more than all that is in use. Where the C library is another there is nothing to do.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

AFTER = 5.0  # seconds
LATEST = 60.0


@dataclass(slots=True)
class Resting:
    """One timer, however often somebody types: it looks how long ago that was."""

    typed: float = 0.0
    began: float = 0.0
    timer: asyncio.TimerHandle | None = None

    def touched(self) -> None:
        """Somebody has typed or opened a document."""
        self.typed = time.monotonic()
        if self.timer is None:
            self.began = self.typed
            self._wait(AFTER)

    def _wait(self, seconds: float) -> None:
        self.timer = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        now = time.monotonic()
        left = self.typed + AFTER - now
        if left > 0 and now - self.began < LATEST:
            self._wait(left)
            return
        self.timer = None
        give_back()


def give_back() -> None:
    """Half a millisecond; the first time a library is loaded for it."""
    trim = _malloc_trim()
    if trim is not None:
        trim(0)


@cache
def _malloc_trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        found = ctypes.CDLL(None).malloc_trim
    except (ImportError, OSError, AttributeError):  # musl has none
        return None
    found.argtypes, found.restype = [ctypes.c_size_t], ctypes.c_int
    trim: Callable[[int], int] = found
    return trim
