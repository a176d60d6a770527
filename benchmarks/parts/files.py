"""How cost grows with the length of the open file: a hover right after an edit beside it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.client import Client, Ended
from benchmarks.peers import CACHE
from benchmarks.projects import written
from benchmarks.samples import MODEL_LINES, SECTION_LINES, models_file, template_file
from benchmarks.servers import Server
from benchmarks.table import Table, cell, number, percentile

LINES = (100, 1_000, 2_000, 10_000, 50_000)
EDITS = 40
COLUMNS = ("lines", "open to first hover ms", "hover after edit, p50 ms", "p95 ms", "bare p95 ms")
Figures = tuple[float | None, float | None, float | None]


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    sizes = LINES[:2] if quick else LINES
    edits = 10 if quick else EDITS
    ours, bare = servers[0], servers[1]
    tables = []
    for kind, name in (("Python", "models.py"), ("template", "page.html")):
        rows = []
        for lines in sizes:
            text = models_file(lines) if kind == "Python" else template_file(lines)
            root = written(CACHE / "projects/files", [("requirements.txt", ""), (name, text)])
            floor = edited(bare, root / name, text, edits)
            figures = edited(ours, root / name, text, edits)
            rows.append((f"{lines:,}", *map(cell, figures, floor), number(floor[2])))
        note = (
            f"Ours, {2 * edits} edits at random places: a letter typed, then taken back. "
            "In brackets against the bare server."
        )
        tables.append(Table(f"Length of the file, {kind}", COLUMNS, tuple(rows), note))
    return tables


def edited(server: Server, path: Path, text: str, edits: int) -> Figures:
    """First hover after opening, and percentiles from a change being sent to the hover's answer."""
    took = []
    try:
        with Client(server, path.parent) as client:
            client.initialize()
            client.initialized()
            started = time.perf_counter()
            client.open(path, text)
            client.hover(path, _hovered(path, text, 0))
            first = 1000 * (time.perf_counter() - started)
            for block in random.Random(1).choices(range(_blocks(path, text)), k=edits):
                took += [_edit(client, path, text, block, letter) for letter in ("x", "")]
    except Ended:
        return None, None, None
    return first, percentile(took, 0.5), percentile(took, 0.95)


def _edit(client: Client, path: Path, text: str, block: int, letter: str) -> float:
    """A letter is typed (or taken back) two lines below the place that is hovered."""
    place = _hovered(path, text, block)
    start = {"line": place["line"] + 2, "character": 4}
    end = start if letter else {**start, "character": 5}
    started = time.perf_counter()
    client.change(path, start, end, letter)
    client.hover(path, place)
    return 1000 * (time.perf_counter() - started)


def _blocks(path: Path, text: str) -> int:
    return text.count("\nclass ") if path.suffix == ".py" else text.count("<section")


def _hovered(path: Path, text: str, block: int) -> dict[str, int]:
    """`CharField` of a class, `for` of a section: the parts of generated files are all alike."""
    if path.suffix == ".py":
        return {"line": 5 + MODEL_LINES * block, "character": 22}
    return {"line": 4 + SECTION_LINES * block, "character": 8}
