"""Surprises are caught once, where handlers are bound: logged with the request, answered with nothing.

Under test (`CHEATSHEET_TEST=1`) they are raised again, so that no test passes over one.
"""

from __future__ import annotations

import logging
import os

logger = logging.getLogger("cheatsheet_ls")


def report(name: str, request: object) -> None:
    """Log the exception being handled; raise it again under test."""
    logger.exception("%s failed on %.2000r", name, request)
    if os.environ.get("CHEATSHEET_TEST") == "1":
        raise
