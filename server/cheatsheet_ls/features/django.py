"""Which Django a project is on: the lowest and the highest release it may run.

`Django.of(None)` is a project whose version nobody knows: it counts as the newest release, and
cards then say "Added in 5.0" and never "your project is on".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from cheatsheet_ls.model import Versions

RELEASES = ("3.2", "4.0", "4.1", "4.2", "5.0", "5.1", "5.2", "6.0", "6.1")
NEWEST = RELEASES[-1]

_RELEASE = re.compile(r"\d+(?:\.\d+)?")


class Range(Protocol):
    """What `language.environment` tells about a project's Django."""

    @property
    def low(self) -> str: ...
    @property
    def high(self) -> str: ...


@lru_cache(maxsize=256)
def release_key(release: str) -> tuple[int, ...]:
    """("5", "10") sorts after ("5", "2"); text that is no release sorts first."""
    found = _RELEASE.match(release.strip())
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def before(release: str) -> str | None:
    """The release line that came before, for the last documentation of what was removed."""
    older = [known for known in RELEASES if release_key(known) < release_key(release)]
    return older[-1] if older else None


@dataclass(frozen=True, slots=True)
class Django:
    """A project's Django: `low` and `high` are release lines such as "5.2"."""

    low: str = NEWEST
    high: str = NEWEST
    known: bool = False

    @classmethod
    def of(cls, found: Range | str | None) -> Django:
        if found is None:
            return cls()
        if isinstance(found, str):
            return cls(found, found, known=True) if release_key(found) else cls()
        low, high = found.low or found.high, found.high or found.low
        return cls(low or NEWEST, high or low or NEWEST, known=bool(low or high))

    @property
    def documented(self) -> str:
        """The release whose documentation a card links to; development versions have none."""
        if release_key(self.high) > release_key(NEWEST):
            return NEWEST
        return self.high if self.high in RELEASES else (before(self.high) or RELEASES[0])

    def is_before(self, release: str | None) -> bool:
        """Whether some release the project may run is older than `release`."""
        return release is not None and release_key(self.low) < release_key(release)

    def reaches(self, release: str | None) -> bool:
        """Whether the project may run `release` or a newer one."""
        return release is not None and release_key(self.high) >= release_key(release)

    def is_past(self, release: str | None) -> bool:
        """Whether every release the project may run is `release` or newer."""
        return release is not None and release_key(self.low) >= release_key(release)

    def lacks(self, versions: Versions) -> bool:
        """Whether no release the project may run has the thing: it is gone, or yet to come."""
        yet_to_come = versions.since is not None and not self.reaches(versions.since)
        return self.is_past(versions.removed) or (self.known and yet_to_come)

    def __str__(self) -> str:
        return self.low if self.low == self.high else f"{self.low} to {self.high}"
