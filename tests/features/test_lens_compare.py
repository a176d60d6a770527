"""Codes of Django's system checks against those checks, on broken projects made from a seed."""

from __future__ import annotations

import pytest

from tools.lens.compare import compare


@pytest.mark.parametrize("django", ["4.2", "5.2", "6.1"])
def test_what_django_says_is_said_and_nothing_else(django: str):
    result = compare(seed=11, count=12, django=django)
    assert not +result.wrong
    assert result.recall >= 0.95
    assert result.both.total() > 100
