"""Surprises are caught once, where handlers are bound: logged, and answered with nothing.

Under test (`CHEATSHEET_TEST=1`) they are raised again, so that no test passes over one.
"""

from __future__ import annotations

import logging
import os

logger = logging.getLogger("cheatsheet_ls")


def report(error: Exception, name: str, request: object) -> None:
    """Log what a handler did not expect; raise it again under test."""
    logger.error("%s failed on %.2000r", name, request, exc_info=error)
    if os.environ.get("CHEATSHEET_TEST") == "1":
        raise error
