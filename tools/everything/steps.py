"""The checks, by name: a command each, and how it counts what it did."""

from __future__ import annotations

import sys
from dataclasses import dataclass

PYTHON = sys.executable
PYTEST = (PYTHON, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider")


@dataclass(frozen=True)
class Step:
    name: str
    command: tuple[str, ...]
    folder: str = "."


VS_CODE = "tests/editors/vscode"

# Two lanes run beside each other, for two cores: the examples take about as long as all the rest,
# and an editor is driven when little else runs.
EXAMPLES = (
    Step("examples in real Django", (*PYTEST, "tests/content")),
    Step("journeys in VS Code", (*PYTEST, VS_CODE)),
)
REST = (
    Step("ruff check", (PYTHON, "-m", "ruff", "check", ".")),
    Step("ruff format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    Step(
        "layers", (PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()")
    ),
    Step("mypy", (PYTHON, "-m", "mypy")),
    Step("the sheet's lint", (PYTHON, "-m", "cheatsheet_ls", "check")),
    Step("tests", (*PYTEST, "tests", "--ignore", "tests/content", "--ignore", VS_CODE)),
    Step("extension", ("npm", "run", "--silent", "check"), "clients/vscode"),
)
LANES = (EXAMPLES, REST)
