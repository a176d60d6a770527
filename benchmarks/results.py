"""What stands above the tables: when, on what, and which servers took part."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import datetime, timezone

from benchmarks.servers import Server
from benchmarks.table import Table, markdown

PREFACE = """# Results

Written by `make bench`; [README.md](README.md) says what is measured and how. Figures of another
machine differ; what stands in brackets is the ratio to the bare pygls server in the same run.
"""


def heading(servers: Sequence[Server]) -> str:
    rows = [(one.name, one.version, _state(one)) for one in servers]
    table = Table("Servers", ("server", "version", "files asked about"), tuple(rows), _machine())
    return f"{PREFACE}\n{markdown(table)}"


def _state(server: Server) -> str:
    if server.missing:
        return f"not measured, it could not be installed: {server.missing}"
    return ", ".join(sorted(server.suffixes))


def _machine() -> str:
    today = datetime.now(timezone.utc).date().isoformat()
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{today}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load} before the first run."
    )
