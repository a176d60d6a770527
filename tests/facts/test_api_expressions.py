"""Type expressions come apart at their outermost level and are filled in from the inside."""

from __future__ import annotations

import pytest

from cheatsheet_ls.facts.expressions import alternatives, arguments, head, substitute


def test_unions_come_apart_outside_of_brackets() -> None:
    assert alternatives("a.B|iter[c.D|e.F]|g.H") == ("a.B", "iter[c.D|e.F]", "g.H")
    assert alternatives("") == ()


def test_heads_and_arguments() -> None:
    assert (head("type[a.B]"), arguments("type[a.B]")) == ("type", ("a.B",))
    assert arguments("tuple[a.B[c.D],,e.F]") == ("a.B[c.D]", "", "e.F")
    assert arguments("a.B") == ()


@pytest.mark.parametrize(
    ("expression", "filled"),
    [
        ("Self", "app.Books"),
        ("Elem", "app.Book"),
        ("django.db.models.query.QuerySet[Elem]", "django.db.models.query.QuerySet[app.Book]"),
        ("tuple[Elem,builtins.bool]", "tuple[app.Book,builtins.bool]"),
        ("type[Elem]|Self", "type[app.Book]|app.Books"),
        ("builtins.str", "builtins.str"),
        ("", ""),
    ],
)
def test_self_and_element_are_filled_in(expression: str, filled: str) -> None:
    assert substitute(expression, "app.Books", "app.Book") == filled


def test_an_unknown_element_leaves_the_container() -> None:
    assert (
        substitute("django.db.models.query.QuerySet[Elem]", "", "")
        == "django.db.models.query.QuerySet"
    )
    assert substitute("type[Elem]|iter[Elem]|Elem", "", "") == ""
