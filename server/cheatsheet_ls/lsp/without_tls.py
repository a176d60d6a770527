"""Import `asyncio` without `ssl`, which it can do without: this server never opens a connection.

OpenSSL is a twentieth of what the start costs, and four megabytes. Whoever imports `ssl` later gets
it.
"""

from __future__ import annotations

import sys


def install() -> None:
    """Import the module, once; without effect where somebody imported either before."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
