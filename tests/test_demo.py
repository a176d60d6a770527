"""The demo: every step is answered, on our own example too, where there is no network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.demo import __main__ as demo
from tools.demo.project import OWN
from tools.demo.session import apply, position


def test_every_step_on_our_own_example_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "library"
    shutil.copytree(OWN, root)
    monkeypatch.setattr(demo, "project", lambda: ("examples/library", root))
    assert demo.main() == 0
    printed = capsys.readouterr().out
    assert "SlugField (model field)" in printed
    assert "▸ DateTimeField" in printed
    assert "▸ 💡 Insert example: " in printed
    assert "(after)" in printed


def test_positions_count_utf16_units_as_editors_do() -> None:
    assert position("a\n😀b", 3) == {"line": 1, "character": 2}


def test_edits_are_applied_from_the_end() -> None:
    edits = [
        {"range": {"start": position("ab", n), "end": position("ab", n)}, "newText": word}
        for n, word in ((0, "1"), (1, "2"))
    ]
    assert apply("ab", edits) == "1a2b"
