"""What a server and its children have used: CPU time and memory, read from Linux's `/proc`.

The CPU clock of a process counts all its threads in nanoseconds; `/proc/PID/stat` alone would
count in steps of ten milliseconds, too coarse for a start of thirty. Elsewhere both are unknown.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

PROC = Path("/proc")
KNOWN = sys.platform == "linux"


def members(pid: int) -> list[int]:
    """The process and its living descendants."""
    found = [pid]
    for one in found:
        for listed in PROC.glob(f"{one}/task/*/children"):
            try:
                found += map(int, listed.read_text().split())
            except OSError:
                continue
    return found


def cpu_ms(pid: int) -> float | None:
    """User and system time of the tree so far, ended children included."""
    if not KNOWN:
        return None
    return sum(_clock(one) + _ended_children(one) for one in members(pid))


def memory_mb(pid: int) -> float | None:
    """Resident memory of the tree; what two processes share counts twice."""
    if not KNOWN:
        return None
    return sum(map(_resident, members(pid)))


def _clock(pid: int) -> float:
    try:
        return 1000 * time.clock_gettime(~pid << 3 | 2)  # the kernel's number of that clock
    except OSError:
        return 0.0


def _ended_children(pid: int) -> float:
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    try:
        pages = int((PROC / str(pid) / "statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
