"""A call in one row, as the project's release takes it, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render.escape import code_span

LONGEST = 110  # characters of a call; of a longer one the end is left out


def rows(canonical: str, django: Django) -> Iterator[str]:
    """Of a function, a method or a class's constructor; nothing where it takes nothing."""
    from cheatsheet_ls.facts import defaults

    call = defaults.signature(canonical, django.documented)
    back = returned(canonical)
    if call and (back or not call.endswith("()")):
        yield code_span(shortened(call)) + (f" gives {code_span(back)}" if back else "")


def returned(canonical: str) -> str:
    """The class of what a function or method gives; "" where it is not one plain class."""
    from cheatsheet_ls.facts import api
    from cheatsheet_ls.facts.expressions import alternatives, head

    found = api.function(canonical)
    types = [head(one) for one in alternatives(found.returns)] if found else []
    if len(types) != 1 or types[0] in ("", "Elem", "type", "iter", "tuple"):
        return ""
    if types[0] == "Self":
        types = [canonical.rpartition(".")[0]]
    return types[0].rpartition(".")[2]


def shortened(call: str) -> str:
    """`Field(verbose_name=None, name=None, …)`: cut between two parameters."""
    if len(call) <= LONGEST:
        return call
    head = call[:LONGEST]
    return head[: head.rfind(", ")] + ", …)" if ", " in head else head + "…)"
