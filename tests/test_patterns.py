"""No regular expression of ours backtracks without bound, however a text is made."""

from __future__ import annotations

import re

import pytest

from tests.support.patterns import ambiguous, patterns, pumped

PATTERNS = patterns()
LENGTH = 2_000


def test_they_are_found() -> None:
    assert len(PATTERNS) > 60
    assert any("escape._TOKEN" in name for name in PATTERNS)


@pytest.mark.parametrize(
    "source", [r"(a+)+b", r"(a*)*", r"(\w+\s*)+x", r"([a-z]+|[0-9a]+)*$", r"(?:.*,)*x"]
)
def test_ambiguous_ones_are_told(source: str) -> None:
    assert ambiguous(source)


@pytest.mark.parametrize("source", [r"a+b+", r"(?:,\s*\w+)*", r"(?:\.[a-z]+)+", r"(?:a|b)*c"])
def test_plain_ones_are_not(source: str) -> None:
    assert ambiguous(source) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_can_be_taken_in_two_ways(name: str) -> None:
    assert ambiguous(*PATTERNS[name]) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_texts_made_to_hurt_come_to_an_end(name: str) -> None:
    """One that doubles its work with each character would never."""
    source, flags = PATTERNS[name]
    pattern = re.compile(source, flags)
    for text in pumped(source, flags, LENGTH):
        pattern.search(text)
        pattern.fullmatch(text)
