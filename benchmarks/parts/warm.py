"""A server that runs: hover, hover while typing, completion and code actions, and its memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.client import Client, Ended, Place
from benchmarks.projects import Project, projects
from benchmarks.questions import Question, completions, hovers
from benchmarks.servers import Server
from benchmarks.table import Table, cell, percentile

HOVERS = 3000
SECONDS = 6.0  # that one kind of question may take for one server
FIRST_ROUND = 3  # times as long as that, for what is read on first sight
SHARES = (0.5, 0.95, 0.99)
COLUMNS = ("server", "p50 ms", "p95 ms", "p99 ms", "asked", "answered, of places")
KINDS = ("hover", "hover, each after an edit", "completion", "code action")


@dataclass
class Times:
    """Of one kind of question: a time for each, and the places that got an answer."""

    places: int = 0
    took: list[float] = field(default_factory=list)
    answered: set[Question] = field(default_factory=set)

    def shares(self) -> tuple[float | None, ...]:
        return tuple(percentile(self.took, share) for share in SHARES)

    def cells(self, floor: Times) -> tuple[str, ...]:
        times = map(cell, self.shares(), floor.shares())
        return (*times, f"{len(self.took):,}", f"{len(self.answered)} of {self.places}")


@dataclass
class Warm:
    kinds: dict[str, Times]
    memory: list[float | None]
    hovers: int = 0


def measure(servers: Sequence[Server], quick: bool) -> list[Table]:
    tables = []
    for project in projects(quick):
        found = {server.name: _measured(server, project, quick) for server in servers}
        tables += [_table(kind, project, found) for kind in KINDS]
        tables.append(_memory(project, found))
    return tables


def _table(kind: str, project: Project, found: dict[str, Warm]) -> Table:
    floor = found["bare pygls"].kinds[kind]
    rows = [(name, *warm.kinds[kind].cells(floor)) for name, warm in found.items()]
    return Table(f"Warm {kind}, {project.title}", COLUMNS, tuple(rows))


def _memory(project: Project, found: dict[str, Warm]) -> Table:
    floor = found["bare pygls"].memory
    rows = [
        (name, *map(cell, warm.memory, floor), f"{warm.hovers:,}") for name, warm in found.items()
    ]
    columns = ("server", "all files open, MB", "after the hovers, MB", "after all, MB", "hovers")
    return Table(f"Memory of the process tree, {project.title}", columns, tuple(rows))


def _measured(server: Server, project: Project, quick: bool) -> Warm:
    warm = Warm({kind: Times() for kind in KINDS}, [None, None, None])
    asked = hovers(project.root, server.suffixes)
    typed = completions(project.root, server.suffixes)
    place_numberof, seconds = (100, 2.0) if quick else (HOVERS, SECONDS)
    try:
        with Client(server, project.root) as client:
            client.initialize()
            client.initialized()
            _open(client, asked)
            client.hover(asked[0].path, asked[0].place)
            time.sleep(1 if quick else 3)  # a server that reads the project first may do so
            warm.memory[0] = client.memory_mb()
            bounds = (place_numberof, seconds)
            warm.kinds[KINDS[0]] = ask(client.hover, asked, *bounds)
            warm.memory[1] = client.memory_mb()
            warm.hovers = len(warm.kinds[KINDS[0]].took)
            warm.kinds[KINDS[3]] = ask(client.actions, asked, place_numberof // 3, seconds)
            warm.kinds[KINDS[2]] = _completions(client, typed, place_numberof // 3, seconds)
            twice = [question for question in asked for _ in range(2)]
            warm.kinds[KINDS[1]] = ask(_typing(client, asked), twice, place_numberof // 3, seconds)
            warm.memory[2] = client.memory_mb()
    except Ended:
        pass
    return warm


def _open(client: Client, questions: Sequence[Question]) -> None:
    for path, text in {question.path: question.text for question in questions}.items():
        client.open(path, text)


def ask(
    request: Callable[[Path, Place], Any], questions: Sequence[Question], most: int, seconds: float
) -> Times:
    """Round after round over all places; the first is not counted, and may last longer."""
    times = Times(len(set(questions)))
    until = 0.0
    patience = time.perf_counter() + FIRST_ROUND * seconds
    while True:
        for question in questions:
            started = time.perf_counter()
            answer = request(question.path, question.place)
            took = 1000 * (time.perf_counter() - started)
            if answer["items"] if isinstance(answer, dict) and "items" in answer else answer:
                times.answered.add(question)
            if until:
                times.took.append(took)
                if len(times.took) >= most or time.perf_counter() > until:
                    return times
            elif time.perf_counter() > patience:
                break
        until = until or time.perf_counter() + seconds


def _typing(client: Client, questions: Sequence[Question]) -> Callable[[Path, Place], Any]:
    """Somebody begins a line above the place, and takes it back when asked once more; each time the
    hover is asked right after.
    """
    typed: set[tuple[Path, int]] = set()
    texts = {question.path: question.text.split("\n") for question in questions}

    def hover(path: Path, place: Place) -> Any:
        line = texts[path][place["line"]]
        start, end = {"line": place["line"], "character": 0}, {**place, "character": 0}
        end["line"] += 1
        if (path, place["line"]) in typed:
            client.change(path, start, end, "")
        else:
            client.change(path, start, start, line[: len(line) - len(line.lstrip())] + "x\n")
            place = {**place, "line": place["line"] + 1}
        typed.symmetric_difference_update({(path, start["line"])})
        return client.hover(path, place)

    return hover


def _completions(client: Client, questions: Sequence[Question], most: int, seconds: float) -> Times:
    """Each place has a document of its own, as its unfinished line would disturb the others."""
    apart = [
        replace(one, path=one.path.with_name(f"typed_{count}_{one.path.name}"))
        for count, one in enumerate(questions)
    ]
    _open(client, apart)
    return ask(client.completion, apart, most, seconds)
