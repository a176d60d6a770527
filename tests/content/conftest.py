"""Runs the chosen examples once a session: one process a Django release, two releases at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from . import jobs

Outcome = Callable[[str, str], Mapping[str, Any]]


@pytest.fixture(scope="session")
def outcome(request: pytest.FixtureRequest) -> Outcome:
    """What became of an example, by release and id. Runs only what this session asks for."""
    chosen: dict[str, list[dict[str, Any]]] = {}
    for item in request.session.items:
        if (case := getattr(item, "callspec", None)) and "example" in case.params:
            entry, example, release = case.params["example"]
            chosen.setdefault(release, []).append(jobs.job(entry, example, release))
    with ThreadPoolExecutor(max_workers=2) as pool:
        done = dict(zip(chosen, pool.map(jobs.run, chosen, chosen.values()), strict=True))
    return lambda release, name: done[release][name]
