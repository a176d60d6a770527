"""Vim with ALE, configured as docs/editors says: a hover and completion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = Path(__file__).parent / "vim/journey.vim"
ALE = (ROOT / "docs/editors/config/vim-ale.vim").read_text(encoding="utf-8")
INIT = "filetype plugin on\npackadd ale\nlet g:ale_hover_to_preview = 1\n"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one session showed."""
    home = tmp_path_factory.mktemp("vim")
    project = library(home)
    init, report = home / "vimrc", home / "report.json"
    init.write_text(INIT + ALE, encoding="utf-8")
    vim = shutil.which("vim")
    assert vim, "vim is missing: make setup installs it"
    programs = Path(sys.executable).parent
    environment = {
        **os.environ,
        "HOME": str(home),
        "REPORT": str(report),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
    }
    command = [vim, "-Nu", init, "-n", "--not-a-term", "-es", "-S", JOURNEY]
    subprocess.run(
        command, cwd=project, env=environment, timeout=120, check=False, stdin=subprocess.DEVNULL
    )
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert "problem" not in found, found["problem"]
    return found


def test_a_hover_shows_the_entry_of_a_field(seen: dict[str, Any]):
    assert "SlugField (model field)" in seen["field"][0].replace("*", "")


def test_a_hover_shows_the_entry_of_a_template_tag(seen: dict[str, Any]):
    assert "for (template tag)" in seen["tag"][0].replace("*", "")


def test_names_are_completed(seen: dict[str, Any]):
    assert "ForeignKey" in seen["words"]


def test_no_tab_stop_is_left_in_what_is_completed(seen: dict[str, Any]):
    assert not [word for word in seen["words"] if "$" in word]
