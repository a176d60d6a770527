"""Neovim as people have it: `vim.lsp.enable("cheatsheet_ls")`, real keys, a real float."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = Path(__file__).parent / "neovim/journey.lua"
CONFIGURATION = ROOT / "docs/editors/config/neovim.lua"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one session showed: it is opened once, and each test looks at a part of it."""
    home = tmp_path_factory.mktemp("neovim")
    project = library(home)
    init = home / "init.lua"
    client = json.dumps(str(ROOT / "clients/neovim"))
    configured = CONFIGURATION.read_text(encoding="utf-8")
    init.write_text(f"vim.opt.runtimepath:append({client})\n{configured}", encoding="utf-8")
    report = home / "report.json"
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    command = [programs / "nvim", "--clean", "--headless", "-n", "-l", JOURNEY, init, report]
    subprocess.run(command, cwd=project, env=environment, check=True, timeout=120)
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert "problem" not in found, found["problem"]
    return found


def test_a_float_shows_the_entry_of_a_field(seen: dict[str, Any]):
    assert seen["field"][0].startswith("**SlugField** (model field): ")
    assert "docs.djangoproject.com" in seen["field"][-1]


def test_a_float_shows_the_entry_of_a_template_tag(seen: dict[str, Any]):
    assert seen["tag"][0].startswith("**for** (template tag): ")


def test_floats_have_no_html_entities_and_no_tables(seen: dict[str, Any]):
    shown = "\n".join(seen["field"] + seen["tag"])
    assert "&" not in shown.replace("&&", "")
    assert "\n|" not in shown


def test_the_menu_offers_snippets_by_prefix(seen: dict[str, Any]):
    assert "ForeignKey" in [item["abbr"] for item in seen["completion"]["menu"]]


def test_an_accepted_snippet_has_tab_stops(seen: dict[str, Any]):
    text = "\n".join(seen["completion"]["lines"])
    field = text[text.index("    publisher = models.ForeignKey(") :]
    assert "Company" in field[: field.index("\n    slug")]


def test_the_light_bulb_inserts_an_example(seen: dict[str, Any]):
    before, after = seen["action"]["before"], seen["action"]["lines"]
    added = [line for line in after if line not in before]
    assert any("get_object_or_404(" in line for line in added)
    imports = [line for line in after if line.startswith("from django.shortcuts import")]
    assert len(imports) == 1


def test_positions_were_counted_in_bytes(seen: dict[str, Any]):
    assert seen["encoding"] == "utf-8"


def test_nothing_was_complained_about(seen: dict[str, Any]):
    assert "rror" not in seen["messages"]
