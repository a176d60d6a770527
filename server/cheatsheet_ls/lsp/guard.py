"""Surprises are caught once, where handlers are bound: logged, and answered with nothing.

The same surprise is told once, with what is needed to repeat it: an editor that hovers all day
would else fill its log. Under test (`CHEATSHEET_TEST=1`) surprises are raised again, so that no
test passes over one.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

logger = logging.getLogger("cheatsheet_ls")

_told: set[tuple[object, ...]] = set()


def report(error: Exception, name: str, request: object) -> None:
    """Log what `name` did not expect. `request` is what it was asked, or a function that says it
    where that costs something.
    """
    kind = (name, type(error), *_place(error))
    if kind in _told:
        logger.info("%s failed as before: %s", name, error)
    else:
        _told.add(kind)
        logger.error("%s failed; to repeat it: %s", name, _said(request), exc_info=error)
    if os.environ.get("CHEATSHEET_TEST") == "1":
        raise error


def _place(error: Exception) -> tuple[str, int]:
    """The line that raised it."""
    trace, place = error.__traceback__, ("", 0)
    while trace is not None:
        place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _said(request: object) -> str:
    if not isinstance(request, Callable):  # type: ignore[arg-type]
        return f"{request!r:.2000}"
    try:
        return str(request())  # type: ignore[operator]
    except Exception as error:
        return f"unknown, for {error!r}"
