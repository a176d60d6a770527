"""Journeys that passed only when walked again are said at the end, whatever else happened."""

from __future__ import annotations

from typing import Any

from tools.editors.vscode import flaky


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in flaky:
        terminalreporter.write_line(f"flaky: {line}", yellow=True)
