"""Sheets and workspaces of any shape: the shipped sheet answers at once, the good part of a broken
one follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.raw_session import Raw

MODELS = "from django.db import models\nx = models.CharField()\ny = models.TextField()\n"
TEAM = "# Team\n\n## CharField\n\nOur own rule.\n\n- **Symbol:** `django.db.models.CharField`\n"
FENCE = '\n### Do it\n\n```python scope=model-body fill="nowhere"\nx = 1\n'


@pytest.fixture
def server() -> Iterator[Raw]:
    raw = Raw()
    yield raw
    if raw.process.poll() is None:
        raw.process.kill()
        raw.process.communicate()


def shown(server: Raw, path: Path, line: int = 1, number: int = 50) -> str:
    found = server.hover(path, line, 13, number)
    return str(found["contents"]["value"]) if found else ""


def opened(server: Raw, root: Path, *sheets: Path) -> Path:
    server.initialize(root, {"sheets": [str(sheet) for sheet in sheets]})
    server.open(root / "models.py", MODELS)
    return root / "models.py"


@pytest.mark.parametrize(
    "content",
    [
        TEAM.encode() + b"\n## Caf\xe9\n\nx\n",
        ("---\ntitle: never closed\n\n" + TEAM).encode(),
        (TEAM + FENCE).encode(),
        (TEAM + "\n" + TEAM).encode(),
        (TEAM + "- **Sinse:** 5.0\n").encode(),
        (TEAM + FENCE + "```\n").encode(),
    ],
    ids=["not-utf8", "front-matter", "open-fence", "duplicate", "label", "fill"],
)
def test_the_good_part_of_a_broken_sheet_is_served(server: Raw, tmp_path: Path, content: bytes):
    (tmp_path / "team.md").write_bytes(content)
    path = opened(server, tmp_path, tmp_path / "team.md")
    assert shown(server, path, 2), "the shipped sheet answers meanwhile"
    tries = (shown(server, path, number=100 + turn) for turn in range(3000))
    assert any("our own rule" in text.lower() for text in tries)


def test_sheets_that_cannot_be_read_stop_nothing(server: Raw, tmp_path: Path):
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "team.md").write_text(TEAM)
    names = ("gone.md", "empty.md", "binary.md", "team.md")
    path = opened(server, tmp_path, *(tmp_path / name for name in names))
    tries = (shown(server, path, number=100 + turn) for turn in range(3000))
    assert any("our own rule" in text.lower() for text in tries)


def test_no_hover_waits_for_20_megabytes_of_sheet(server: Raw, tmp_path: Path):
    one = "## Section {}\n\n" + "Words and `code` and more words. " * 60 + "\n\n"
    (tmp_path / "large.md").write_text("".join(one.format(n) for n in range(10_500)))
    assert (tmp_path / "large.md").stat().st_size > 20_000_000
    path = opened(server, tmp_path, tmp_path / "large.md")
    assert shown(server, path)
    # Still on its way: were it read already, its entries would be found.
    found = server.ask("cheatsheet/search", {"query": "Section 7"}, 60)["result"]
    assert [one for one in found if one["title"] == "Section 7"] == []


def test_a_server_that_still_reads_a_sheet_ends_at_once_and_well(server: Raw, tmp_path: Path):
    """Python's own clean-up meets threads that are still at work, and crashes now and then."""
    (tmp_path / "large.md").write_text("## Section\n\nWords and `code`.\n\n" * 200_000)
    opened(server, tmp_path, tmp_path / "large.md")
    server.ask("shutdown", number=2)
    server.send(method="exit")
    assert server.ended() == 0


def test_a_workspace_of_10000_files_is_hovered(server: Raw, tmp_path: Path):
    for folder in range(100):
        (tmp_path / f"app{folder}").mkdir()
        for number in range(100):
            (tmp_path / f"app{folder}" / f"m{number}.py").write_text("x = 1\n")
    (tmp_path / "app50" / "base.py").write_text("from django.db import models\nB = models.Model\n")
    path = opened(server, tmp_path)
    assert shown(server, path)
    template = tmp_path / "app7" / "templates" / "a.html"
    server.open(template, "{{ x|date }}", "django-html")
    assert server.hover(template, 0, 6, 70) is not None
