"""Which editors are told to create files, by what they announced when they were recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.lsp.client import client_of
from tests.support.lsp_session import recorded

CREATING = {
    "visual_studio_code_v1.65.2": True,
    "neovim_v0.11.0": True,
    "emacs_v29.1": False,
}


@pytest.mark.parametrize("editor", CREATING)
def test_files_are_created_in(editor: str, tmp_path: Path):
    client = client_of(recorded(editor, "utf-16", tmp_path), "utf-16")
    assert client.creates_files is CREATING[editor]
