"""Parses the sheet while the wheel is built, so that an installed server reads it ready-made."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout reads the pages themselves
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "server"))
        from cheatsheet_ls.sheet.load import built_index
        from cheatsheet_ls.sheet.locate import BUILT

        folder = tempfile.mkdtemp()
        made = Path(folder, BUILT)
        made.write_bytes(built_index(root / "content"))
        build_data["force_include"][str(made)] = f"cheatsheet_ls/content/{BUILT}"
