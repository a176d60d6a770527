"""The command as a process: pipes, encodings, exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import cheatsheet_ls

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    "PYTHONPATH": str(Path(cheatsheet_ls.__file__).parents[1]),
}


def started(*arguments: str, **extra: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "cheatsheet_ls", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ENVIRONMENT, **extra},
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    process = started("index", "--json")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    sheet = tmp_path / "café.md"
    sheet.write_text("## Größe\n\nÜber „alles“ …\n\n- **Symbol:** `tag:now`\n", encoding="utf-8")
    out, err = started(
        "index", "--json", str(sheet), LC_ALL="C", LANG="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"
    ).communicate()
    assert err == b""
    assert "Größe" in out.decode("utf-8")
    assert "café.md" in out.decode("utf-8")


def test_a_mistake_is_one_line_and_no_traceback() -> None:
    process = started("show", "CharFild")
    out, err = process.communicate()
    assert (out, process.returncode) == (b"", 1)
    assert err.count(b"\n") == 1
