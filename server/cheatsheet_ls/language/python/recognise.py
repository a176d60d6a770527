"""The recognisers of Python in the order they are asked; the first that answers wins."""

from __future__ import annotations

from collections.abc import Callable

from cheatsheet_ls.language.python.cursor import Cursor, cursor_at
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.recognisers import (
    admin,
    class_body,
    import_name,
    keyword,
    logger,
    loose,
    middleware,
    name,
    named_string,
    setting,
    text,
    url_variable,
)
from cheatsheet_ls.model import Match

RECOGNISERS: tuple[Callable[[Cursor], Match | None], ...] = (
    logger.recognise,
    admin.recognise,
    named_string.recognise,
    text.recognise,
    import_name.recognise,
    keyword.recognise,
    setting.recognise,
    url_variable.recognise,
    class_body.recognise,
    middleware.recognise,
    name.recognise,
    loose.recognise,
)


def recognise_python(module: Module, offset: int) -> Match | None:
    """What stands at a code-point offset of the module; None where nothing is known for sure."""
    cursor = cursor_at(module, offset)
    if cursor is None:
        return None
    return next(
        (match for recogniser in RECOGNISERS if (match := recogniser(cursor)) is not None), None
    )
