"""How cost grows with the number of files in the workspace: to `initialize`, to the first hover."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.parts.start import Run, start
from benchmarks.peers import CACHE
from benchmarks.projects import written
from benchmarks.questions import Question
from benchmarks.samples import workspace
from benchmarks.servers import Server
from benchmarks.table import Table, cell, middle
from tools.demo.session import position

FILES = (10, 100, 1_000, 10_000)
RUNS = 3
COLUMNS = (
    "files",
    "initialize, CPU ms",
    "wall ms",
    "first hover, CPU ms",
    "wall ms",
    "half a second later, CPU ms",
    "MB",
)


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    runs = 1 if quick else RUNS
    sizes = FILES[:2] if quick else FILES
    rows = [_row(servers[0], servers[1], files, runs) for files in sizes]
    note = f"Ours, median of {runs} runs in turns with the bare server; in brackets against it."
    return [Table("Files in the workspace", COLUMNS, tuple(rows), note)]


def _row(ours: Server, bare: Server, files: int, runs: int) -> tuple[str, ...]:
    """The hover needs a class from another file: `filter` of a model inherited through five."""
    root = written(CACHE / "projects/workspace", workspace(files))
    apps = max(1, (files - 2) // 5)
    path = root / f"app_{min(4, apps - 1)}/views.py"
    text = path.read_text(encoding="utf-8")
    question = Question(path, text, **position(text, text.index("filter") + 3))
    done: dict[str, list[Run]] = {ours.name: [], bare.name: []}
    start(ours, root, question)
    for _ in range(runs):
        for server in (ours, bare):
            done[server.name].append(start(server, root, question))
    figures, floor = (
        [middle(column) for column in zip(*(run.figures() for run in its), strict=True)]
        for its in done.values()
    )
    return (f"{files:,}", *map(cell, figures, floor))
