"""Memory that was freed goes back to the system once nobody types."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from cheatsheet_ls.lsp import resting
from cheatsheet_ls.lsp.resting import Resting


def given_back(monkeypatch: pytest.MonkeyPatch, after: float = 0.05) -> list[int]:
    times: list[int] = []
    monkeypatch.setattr(resting, "AFTER", after)
    monkeypatch.setattr(resting, "give_back", lambda: times.append(1))
    return times


def test_once_after_many_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    times = given_back(monkeypatch)

    async def day() -> None:
        rests = Resting()
        for _ in range(20):
            rests.touched()
            await asyncio.sleep(0.01)
            assert not times
        while not times:
            await asyncio.sleep(0.01)
        assert rests.timer is None
        rests.touched()
        while len(times) < 2:
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(day(), 30))
    assert times == [1, 1]


def test_who_types_without_a_pause_does_not_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    times = given_back(monkeypatch)
    monkeypatch.setattr(resting, "LATEST", 0.2)

    async def day() -> None:
        rests = Resting()
        while not times:
            rests.touched()
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(day(), 30))


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is Linux's")
def test_what_was_freed_is_no_longer_held() -> None:
    """In a process of its own, whose heap nobody else has cut up."""
    code = """
from cheatsheet_ls.lsp import resting
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
held = [("x%d" % number) * 20_000 for number in range(800)]  # small enough to come from the heap
kept = held.pop()  # what lies at its end keeps glibc from giving the rest back by itself
del held
before = resident()
resting.give_back()
print(before - resident())
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 20_000_000
