"""How far the reading of sheets may go: until it takes too long, or nobody wants it any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS = 300.0  # a sheet at the limit of size takes a minute
LONGEST = 20_000  # characters of one paragraph, cell or bullet; what is longer is cut


class Superseded(Exception):
    """Newer work has taken the place of this."""


def _wanted() -> bool:
    return True


def _silent(done: int, of: int) -> None:
    return None


@dataclass(slots=True)
class Effort:
    """`tell` hears how many bytes of how many are read."""

    wanted: Callable[[], bool] = _wanted
    tell: Callable[[int, int], None] = _silent
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    def is_over(self) -> bool:
        """Whether the time is up; raises `Superseded` where it is for nothing."""
        if not self.wanted():
            raise Superseded
        return time.monotonic() > self.until
