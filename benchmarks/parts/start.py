"""From the start of the process to the `initialize` answer, and to the first hover."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.client import Client, Ended
from benchmarks.projects import projects
from benchmarks.questions import Question, hovers
from benchmarks.servers import Server
from benchmarks.table import Table, cell, middle

RUNS = 7
SETTLE = 0.5  # seconds in which work in the background would show
PATIENCE = 10.0  # seconds a server has to answer its first hover with something
COLUMNS = (
    "server",
    "initialize, CPU ms",
    "wall ms",
    "first hover, CPU ms",
    "wall ms",
    "half a second later, CPU ms",
    "MB",
)


@dataclass(frozen=True)
class Run:
    """None is unknown on this system, or never came."""

    initialize_cpu: float | None = None
    initialize_wall: float | None = None
    hover_cpu: float | None = None
    hover_wall: float | None = None
    later_cpu: float | None = None
    memory: float | None = None

    def figures(self) -> tuple[float | None, ...]:
        return (
            self.initialize_cpu,
            self.initialize_wall,
            self.hover_cpu,
            self.hover_wall,
            self.later_cpu,
            self.memory,
        )


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    return [
        _table(project.title, project.root, servers, 2 if quick else RUNS)
        for project in projects(quick)
    ]


def _table(title: str, root: Path, servers: Sequence[Server], runs: int) -> Table:
    """The servers take turns, so that what else the machine does falls on all alike."""
    found: dict[str, list[Run]] = {server.name: [] for server in servers}
    for turn in range(runs + 1):
        for server in servers:
            done = start(server, root, hovers(root, server.suffixes)[0])
            if turn:  # the first one fills caches
                found[server.name].append(done)
    floor = _medians(found["bare pygls"])
    rows = [(server.name, *map(cell, _medians(found[server.name]), floor)) for server in servers]
    note = f"Median of {runs} runs in turns; in brackets against the bare server."
    return Table(f"Start, {title}", COLUMNS, tuple(rows), note)


def _medians(runs: Sequence[Run]) -> tuple[float | None, ...]:
    return tuple(middle(figures) for figures in zip(*(run.figures() for run in runs), strict=True))


def start(server: Server, root: Path, question: Question) -> Run:
    """Asked again until the hover holds something: some servers answer nothing while they read."""
    try:
        with Client(server, root) as client:
            client.initialize()
            wall, cpu = client.since_start(), client.cpu_ms()
            client.initialized()
            client.open(question.path, question.text)
            hover_wall = hover_cpu = None
            until = time.perf_counter() + PATIENCE
            while hover_wall is None and time.perf_counter() < until:
                if client.hover(question.path, question.place) is not None:
                    hover_wall, hover_cpu = client.since_start(), client.cpu_ms()
                else:
                    time.sleep(0.02)
            time.sleep(SETTLE)
            return Run(cpu, wall, hover_cpu, hover_wall, client.cpu_ms(), client.memory_mb())
    except Ended:
        return Run()
