"""Takes type expressions apart; `types` says what they look like.

>>> alternatives("a.B|c.D[e.F|g.H]")
('a.B', 'c.D[e.F|g.H]')
>>> head("a.QuerySet[Elem]"), arguments("a.QuerySet[Elem]")
('a.QuerySet', ('Elem',))
"""

from __future__ import annotations


def alternatives(expression: str) -> tuple[str, ...]:
    """The parts of a union; none of an unknown type."""
    return _split(expression, "|") if expression else ()


def head(expression: str) -> str:
    """A class, `type`, `iter`, `tuple`, `Self` or `Elem`, without its arguments."""
    return expression.partition("[")[0]


def arguments(expression: str) -> tuple[str, ...]:
    """What stands in the brackets; the parts of a tuple may be empty."""
    _, bracket, inside = expression.partition("[")
    return _split(inside.removesuffix("]"), ",") if bracket else ()


def substitute(expression: str, self_type: str, element: str) -> str:
    """The expression with `Self` and `Elem` filled in; what stays unknown is left out.

    >>> substitute("django.db.models.query.QuerySet[Elem]", "", "app.models.Book")
    'django.db.models.query.QuerySet[app.models.Book]'
    """
    return "|".join(
        filter(None, (_fill(part, self_type, element) for part in alternatives(expression)))
    )


def _fill(part: str, self_type: str, element: str) -> str:
    if part in ("Self", "Elem"):
        return self_type if part == "Self" else element
    inside = arguments(part)
    if not inside:
        return part
    filled = [substitute(item, self_type, element) for item in inside]
    if any(filled):
        return f"{head(part)}[{','.join(filled)}]"
    return "" if head(part) in ("type", "iter", "tuple") else head(part)


def _split(text: str, separator: str) -> tuple[str, ...]:
    parts, level, start = [], 0, 0
    for index, char in enumerate(text):
        level += (char == "[") - (char == "]")
        if char == separator and not level:
            parts.append(text[start:index])
            start = index + 1
    return (*parts, text[start:])
