"""Five hundred keystrokes in a row, a completion after each, in files of 100 and 2,000 lines."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.client import Client, Ended
from benchmarks.peers import CACHE
from benchmarks.projects import written
from benchmarks.samples import MODEL_LINES, models_file
from benchmarks.servers import Server
from benchmarks.table import Table, cell, percentile

KEYS = 500
SECONDS = 25.0  # that one server may take for them
LINES = (100, 2_000)
TYPED = """    due_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=20, default="new")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)

    def late(self):
        return self.due_at and self.due_at < timezone.now()

    def copies(self):
        found = Thing1.objects.filter(title__icontains=self.title)
        return found.select_related("owner").order_by("-pages")[:20]

"""
COLUMNS = ("server, file", "p50 ms", "p95 ms", "p99 ms", "slowest ms", "non-empty lists, of keys")


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    rows = []
    able = [server for server in servers if ".py" in server.suffixes]
    for lines in LINES[:1] if quick else LINES:
        text = models_file(lines)
        root = written(CACHE / "projects/keys", [("requirements.txt", ""), ("models.py", text)])
        found = {
            server.name: typed(server, root / "models.py", text, 60 if quick else KEYS)
            for server in able
        }
        floor = _shares(found["bare pygls"][0])
        rows += [
            (f"{name}, {lines:,} lines", *map(cell, _shares(took), floor), f"{full} of {len(took)}")
            for name, (took, full) in found.items()
        ]
    note = "From the change being sent to the list's answer; in brackets against the bare server."
    return [Table("Keystrokes with a completion after each", COLUMNS, tuple(rows), note)]


def typed(server: Server, path: Path, text: str, keys: int) -> tuple[list[float], int]:
    """The times, and how many lists held something; typed into a class in the middle."""
    took: list[float] = []
    full = 0
    line, character = 5 + MODEL_LINES * (text.count("\nclass ") // 2), 0
    try:
        with Client(server, path.parent) as client:
            client.initialize()
            client.initialized()
            client.open(path, text)
            until = time.perf_counter() + SECONDS
            for key in (TYPED * keys)[:keys]:
                if time.perf_counter() > until:
                    break
                place = {"line": line, "character": character}
                started = time.perf_counter()
                client.change(path, place, place, key)
                line, character = (line + 1, 0) if key == "\n" else (line, character + 1)
                answer = client.completion(path, {"line": line, "character": character})
                took.append(1000 * (time.perf_counter() - started))
                full += bool(answer["items"] if isinstance(answer, dict) else answer)
    except Ended:
        pass
    return took, full


def _shares(took: list[float]) -> tuple[float | None, ...]:
    return (*(percentile(took, share) for share in (0.5, 0.95, 0.99)), max(took, default=None))
