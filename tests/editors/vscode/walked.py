"""A journey through VS Code's window, each from an empty home on a fresh copy of our example.

The pictures of the last run lie in tests/editors/output.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.editors.project import library
from tools.editors.vscode import journey

PICTURES = Path(__file__).resolve().parents[1] / "output"
# Characters stay as they are typed, and every word in the menu is a server's.
AS_TYPED = {
    "editor.wordBasedSuggestions": "off",
    "editor.autoClosingQuotes": "never",
    "editor.autoClosingBrackets": "never",
    "editor.autoSurround": "never",
}


def walked(
    name: str,
    factory: pytest.TempPathFactory,
    make_project: Callable[[Path], Path] = library,
    **job: Any,
) -> dict[str, Any]:
    """What the journey `name` saw; `job` is what it is given besides a project and a home."""

    def fresh_job() -> dict[str, Any]:
        home = factory.mktemp(name)
        project = make_project(home)
        places = {"project": str(project), "home": str(home), "pictures": str(PICTURES)}
        return {**places, **job}

    return journey(name, fresh_job)
