"""Leading imports of an example are split off, statement by statement."""

from __future__ import annotations

from textwrap import dedent

from cheatsheet_ls.sheet.imports import split_imports


def split(code: str) -> tuple[tuple[str, ...], str]:
    return split_imports(dedent(code.removeprefix("\n")).rstrip())


def test_imports_end_at_the_first_other_statement() -> None:
    assert split("""
        import os

        from django.db import models
        from . import views

        x = 1
        import late
    """) == (
        ("import os", "from django.db import models", "from . import views"),
        "x = 1\nimport late",
    )


def test_a_statement_over_several_lines_is_one() -> None:
    imports, body = split("""
        from django.views.generic import (
            ListView,  # (a list
            DetailView,
        )
        from a import b, \\
            c
        x = 1
    """)
    assert len(imports) == 2
    assert imports[0].endswith("\n)")
    assert body == "x = 1"


def test_a_comment_before_the_imports_keeps_them_in_the_body() -> None:
    assert split("""
        # settings.py
        import os
    """) == ((), "# settings.py\nimport os")


def test_a_bracket_that_is_never_closed_costs_one_line_only() -> None:
    imports, body = split("""
        from a import (b,
        x = 1
    """)
    assert imports == ("from a import (b,",)
    assert body == "x = 1"
