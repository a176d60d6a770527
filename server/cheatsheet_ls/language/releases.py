"""Arithmetic of Django's releases: which ones a requirement allows, which of two is newer.

    release_of("5.2.3")          "5.2"
    allowed(">=4.2,<6")          ("4.2", "5.2")
    compare("6.1", "2028")       -1

Django counts by calendar after 6.1, so that 2028 follows. Odd input is told as None, never raised.
"""

from __future__ import annotations

import re

RELEASES = (
    "1.8", "1.9", "1.10", "1.11", "2.0", "2.1", "2.2", "3.0", "3.1", "3.2",
    "4.0", "4.1", "4.2", "5.0", "5.1", "5.2", "6.0", "6.1",
)  # fmt: skip
CALENDAR = 2000  # a first number from here on is a year
LATE_PATCH = 50  # no release has had that many
LONGEST = 300  # characters of a requirement
NUMBER = re.compile(r"\s*v?(\d{1,6}(?:\.\d{1,6})*)")
CLAUSE = re.compile(r"(===|~=|==|!=|<=|>=|<|>|\^|~|=)?\s*v?(\d[\w.+!-]*(?:\.\*)?|\*)")

Numbers = tuple[int, ...]


def parse_release(text: str) -> Numbers | None:
    """The first numbers of a version: `5.2.3rc1` → (5, 2, 3); None where there are none."""
    found = NUMBER.match(text)
    return tuple(int(number) for number in found[1].split(".")) if found else None


def release_of(text: str) -> str | None:
    """The release line a version belongs to: `5.2.3` → `5.2`, `6` → `6.0`, `2028.1` → `2028`."""
    numbers = parse_release(text)
    if not numbers:
        return None
    if numbers[0] >= CALENDAR:
        return str(numbers[0])
    return f"{numbers[0]}.{numbers[1] if len(numbers) > 1 else 0}"


def compare(one: str, other: str) -> int:
    """-1, 0 or 1: the first release is older, the same or newer; unreadable ones are oldest."""
    left, right = release_key(one), release_key(other)
    return (left > right) - (left < right)


def release_key(text: str) -> Numbers:
    """What releases are sorted by."""
    return padded(parse_release(text) or ())


def allowed(requirement: str) -> tuple[str, str] | None:
    """The oldest and the newest release line a version specifier lets in, in anybody's notation.

    A named version that is newer than all we know counts. None: anything goes, or nothing.
    """
    fitting: list[str] = []
    limited = False
    for alternative in requirement[:LONGEST].split("||"):
        clauses = [(sign or "==", version) for sign, version in CLAUSE.findall(alternative)]
        limited = limited or any(version != "*" for _, version in clauses)
        fitting += [release for release in candidates(clauses) if fits(release, clauses)]
    if not limited or not fitting:
        return None
    ordered = sorted(fitting, key=release_key)
    return ordered[0], ordered[-1]


def candidates(clauses: list[tuple[str, str]]) -> list[str]:
    """The known releases, and the one that is named exactly."""
    named = [
        release_of(version) for sign, version in clauses if sign in ("==", "===", "=", "~=", "^")
    ]
    unknown = [release for release in named if release and release not in RELEASES]
    return [*RELEASES, *unknown]


def fits(release: str, clauses: list[tuple[str, str]]) -> bool:
    """Whether any patch of a release line satisfies all clauses."""
    line = parse_release(release) or ()
    versions = [padded((*line, patch)) for patch in patches(clauses)]
    return any(all(satisfies(version, *clause) for clause in clauses) for version in versions)


def patches(clauses: list[tuple[str, str]]) -> set[int]:
    """The patch numbers worth trying: the first, a late one, and those around what is named."""
    named = [number for _, text in clauses for number in (parse_release(text) or ())[1:]]
    return {0, LATE_PATCH, *(abs(patch + step) for patch in named for step in (-1, 0, 1))}


def satisfies(version: Numbers, sign: str, text: str) -> bool:
    bound = parse_release(text)
    if bound is None:
        return True
    wanted = padded(bound)
    if sign in ("==", "===", "=", "!="):
        # Nobody who writes `==5.2` means 5.2.0 alone when it comes to what the manual says.
        prefix = bound if "*" in text or len(bound) < 3 else wanted
        same = version[: len(prefix)] == prefix
        return same if sign != "!=" else not (same and ("*" in text or len(bound) > 2))
    if sign in ("~=", "^", "~"):
        return wanted <= version < padded(ceiling(sign, bound))
    return {
        "<": version < wanted,
        "<=": version <= wanted,
        ">": version > wanted,
        ">=": version >= wanted,
    }[sign]


def ceiling(sign: str, bound: Numbers) -> Numbers:
    """The first version that a compatible-release clause shuts out."""
    kept = {"^": 1, "~": min(2, len(bound)), "~=": max(1, len(bound) - 1)}[sign]
    return (*bound[: kept - 1], bound[kept - 1] + 1)


def padded(numbers: Numbers) -> Numbers:
    return (*numbers, 0, 0, 0)[: max(3, len(numbers))]
