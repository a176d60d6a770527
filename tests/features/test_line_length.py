"""Lines of what is inserted are as long as the file's own may be."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.line_length import limit_of, within


@pytest.mark.parametrize(
    "code",
    [
        "answer = 'a long text that cannot be broken'",
        "x = [item.name for item in everything_there]",
        "print(unfinished_and_too_long, for_us",
    ],
)
def test_what_cannot_be_broken_stays_as_long_as_it_is(code: str):
    assert within(code, 30) == code


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("a = f(b, c)", "a = f(b, c)"),
        ("answer = function(first, second)", "answer = function(\n    first, second\n)"),
        (
            "answer = function(first_argument, second_argument)",
            "answer = function(\n    first_argument,\n    second_argument,\n)",
        ),
        (
            "def f():\n    return rows.filter(a=1).order_by('x')",
            "def f():\n    return rows.filter(a=1).order_by(\n        'x'\n    )",
        ),
        (
            "answer = 'a long text that cannot be broken'",
            "answer = 'a long text that cannot be broken'",
        ),
        (
            "x = [item.name for item in everything_there]",
            "x = [item.name for item in everything_there]",
        ),
        ("class Rather(Long, Named): pass", "class Rather(\n    Long, Named\n): pass"),
    ],
)
def test_a_line_that_is_too_long_is_broken_at_its_last_bracket(code: str, broken: str):
    assert within(code, 30) == broken


def test_a_file_shows_how_long_its_lines_may_be():
    assert limit_of("x = 1\n") == 88
    assert limit_of("x = 1\n" * 30) == 79
    assert limit_of("x = 1\n" * 30 + "#" * 95) == 100
    assert limit_of("x = 1\n" * 30 + "#" * 300) == 120
