"""Two windows on one project are two servers with one cache: neither is in the other's way."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.support.lsp_session import environment
from tests.support.raw_session import Raw

MODELS = "from django.db import models\nx = models.CharField()\n"
SHEET = (
    "# Team\n\n## CharField\n\n{}\n\n- **Symbol:** `django.db.models.CharField`\n- **Kind:** rule\n"
)
WINDOWS = 3


def started(stack: ExitStack, root: Path, cache: Path) -> Raw:
    server = Raw(env={**environment(), "XDG_CACHE_HOME": str(cache)})
    stack.callback(server.process.communicate)
    stack.callback(server.process.kill)
    server.initialize(root, {"sheets": [str(root / "team.md")]})
    server.open(root / "models.py", MODELS)
    return server


def test_servers_that_start_at_once_share_an_empty_cache(tmp_path: Path):
    root, cache = tmp_path / "project", tmp_path / "cache"
    root.mkdir()
    sheet = root / "team.md"
    sheet.write_text(SHEET.format("Our first rule."))
    with ExitStack() as stack:
        servers = [started(stack, root, cache) for _ in range(WINDOWS)]
        for server in servers:
            assert server.shows(root / "models.py", "our first rule")
        sheet.write_text(SHEET.format("Our second rule."))
        for server in servers:
            saved = {"textDocument": {"uri": sheet.as_uri()}}
            server.send(method="textDocument/didSave", params=saved)
            assert server.shows(root / "models.py", "our second rule")
    assert not list(cache.rglob("*.part"))
    with ExitStack() as stack:  # and what they left is of use to the next
        assert started(stack, root, cache).shows(root / "models.py", "our second rule")
