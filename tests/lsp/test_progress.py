"""A large sheet shows how far it is; a small one shows nothing; newer work stops older."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from cheatsheet_ls.lsp.loading import IndexLoader
from cheatsheet_ls.lsp.progress import Progress
from cheatsheet_ls.lsp.server import CheatsheetServer
from cheatsheet_ls.sheet.effort import Effort, Superseded
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.load import load_index
from cheatsheet_ls.sheet.locate import Source
from tests.support.lsp_session import environment
from tests.support.raw_session import Raw

ONE = "# Page {0}\n\n## Thing{0}\n\nOurs.\n\n- **Symbol:** `team.things.Thing{0}`\n"
ENTRY = "\n## Part{0}of{1}\n\nWords and more words.\n\n- **Symbol:** `team.parts.Part{0}of{1}`\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Raw]:
    """With a cache of its own: what an earlier run has read would be known at once."""
    raw = Raw(env={**environment(), "XDG_CACHE_HOME": str(tmp_path / "cache")})
    yield raw
    raw.process.kill()
    raw.process.communicate()


def sheets(root: Path, pages: int, entries: int) -> None:
    (root / "sheets").mkdir(parents=True)
    for page in range(pages):
        more = "".join(ENTRY.format(number, page) for number in range(entries))
        (root / "sheets" / f"{page:03}.md").write_text(ONE.format(page) + more)


def values(server: Raw) -> list[dict[str, Any]]:
    heard = [one for one in server.heard if one.get("method") == "$/progress"]
    return [one["params"]["value"] for one in heard]


def test_a_large_sheet_tells_how_far_it_is(server: Raw, tmp_path: Path):
    sheets(tmp_path, pages=60, entries=300)
    server.initialize(tmp_path, {"sheets": ["sheets"]}, window={"workDoneProgress": True})
    created = server.await_method("window/workDoneProgress/create")
    server.send(id=created["id"], result=None)
    found: list[Any] = []
    while not found:  # the server goes on answering meanwhile
        found = server.ask("cheatsheet/search", {"query": "Part299of59"}, 700)["result"]
        found = [one for one in found if one["title"] == "Part299of59"]
    server.ask("cheatsheet/search", {"query": "CharField"}, 701)
    told = values(server)
    assert told[0]["kind"] == "begin"
    assert told[0]["title"] == "Reading sheets"
    assert told[-1]["kind"] == "end"
    shares = [one["percentage"] for one in told if "percentage" in one]
    assert shares == sorted(shares)


def test_a_client_that_shows_no_progress_is_not_asked_to(server: Raw, tmp_path: Path):
    sheets(tmp_path, pages=20, entries=200)
    server.initialize(tmp_path, {"sheets": ["sheets"]})
    while not server.ask("cheatsheet/search", {"query": "Part199of19"}, 700)["result"]:
        pass
    assert values(server) == []
    assert "window/workDoneProgress/create" not in {one.get("method") for one in server.heard}


def test_newer_work_stops_older(tmp_path: Path):
    """The first sheet never comes to its end by itself."""
    begun, stopped = threading.Event(), threading.Event()

    def load(found: Any, effort: Effort) -> Index:
        if found and found[0].path.name == "slow.md":
            begun.set()
            try:
                while True:
                    effort.is_over()
            except Superseded:
                stopped.set()
                raise
        return Index()

    loader = IndexLoader(load)
    loader.start([Source(tmp_path / "slow.md")])
    assert begun.wait(30)
    loader.start([Source(tmp_path / "quick.md")]).join(30)
    assert stopped.wait(30)


def test_reading_that_takes_too_long_is_a_problem_and_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # nothing read before is there
    sheets(tmp_path, pages=1, entries=5)
    index = load_index([tmp_path / "sheets"], shipped=False, effort=Effort(until=0.0))
    assert [problem.rule for problem in index.problems] == ["time"]
    assert len(load_index([tmp_path / "sheets"], shipped=False)) == 6


def test_a_sheet_that_is_read_when_the_editor_has_gone_is_no_failure() -> None:
    async def made() -> Progress:
        return Progress(cast(CheatsheetServer, None), "Reading sheets")

    progress = asyncio.run(made())  # its loop is closed now
    progress.end()
