"""How cost grows with the size of a team's own sheet: until it is known, and a hover then."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.client import Client, Ended
from benchmarks.peers import CACHE
from benchmarks.projects import written
from benchmarks.samples import models_file, sheet
from benchmarks.servers import Server
from benchmarks.table import Table, cell, number, percentile, ratio
from benchmarks.warmup import prepare

ENTRIES = (100, 1_000, 10_000, 100_000)
AGAINST = 1_000
HOVERS = 1_000
PATIENCE = 200.0  # seconds until the sheet must be known
CHARFIELD = {"line": 5, "character": 22}
FOREIGN_KEY = {"line": 6, "character": 22}
COLUMNS = (
    "entries",
    "MB of Markdown",
    "first time known after ms",
    "known before: after ms",
    "first hover of any entry ms",
    "hover p50 ms",
    "p95 ms",
    "memory MB",
    "p50 against 1,000 entries",
)
Figures = tuple[float | None, ...]


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    found = [_sized(servers[0], entries) for entries in (ENTRIES[:2] if quick else ENTRIES)]
    base = found[ENTRIES.index(AGAINST)][4]
    floor = _bare_hover(servers[1])
    rows = [
        (
            f"{entries:,}",
            *map(number, figures[:4]),
            *map(cell, figures[4:6], floor),
            number(figures[6]),
            ratio(figures[4], base),
        )
        for entries, figures in zip(ENTRIES, found, strict=False)
    ]
    note = "Ours; in brackets against the bare server's hover in the same run."
    return [Table("Entries of an own sheet", COLUMNS, tuple(rows), note)]


def _sized(server: Server, entries: int) -> Figures:
    pages = list(sheet(entries))
    root = written(
        CACHE / "projects/sheet",
        [("sheet/readme.txt", ""), ("models.py", models_file(100))]
        + [(f"sheet/page_{page_number:03}.md", page) for page_number, page in enumerate(pages)],
    )
    size = sum(len(page.encode()) for page in pages) / 1e6
    shutil.rmtree(CACHE / "user-cache", ignore_errors=True)
    prepare(server)  # the shipped sheet is built; an installed one never has to be
    new = _session(server, root, hovers=0)
    again = _session(server, root, hovers=HOVERS)
    return (size, new[0], *again)


def _session(server: Server, root: Path, hovers: int) -> Figures:
    """Until the own entry is shown, the first hover at all, p50, p95 and memory."""
    path = root / "models.py"
    try:
        with Client(server, root, {"sheets": [str(root / "sheet")]}) as client:
            client.initialize()
            client.initialized()
            client.open(path, path.read_text(encoding="utf-8"))
            client.hover(path, FOREIGN_KEY)
            first = client.since_start()
            known = _until_known(client, path)
            took = []
            for _ in range(hovers // 2):
                for place in (CHARFIELD, FOREIGN_KEY):
                    client.hover(path, place)
                    took.append(client.took)
            memory = client.memory_mb()
            return known, first, percentile(took, 0.5), percentile(took, 0.95), memory
    except Ended:
        return None, None, None, None, None


def _until_known(client: Client, path: Path) -> float | None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        if "our team" in str(client.hover(path, CHARFIELD)).lower():
            return client.since_start()
        time.sleep(0.02)
    return None


def _bare_hover(server: Server) -> Figures:
    root = written(CACHE / "projects/sheet", [("models.py", models_file(100))])
    path, took = root / "models.py", []
    with Client(server, root) as client:
        client.initialize()
        client.initialized()
        client.open(path, path.read_text(encoding="utf-8"))
        for _ in range(HOVERS):
            client.hover(path, CHARFIELD)
            took.append(client.took)
    return percentile(took, 0.5), percentile(took, 0.95)
