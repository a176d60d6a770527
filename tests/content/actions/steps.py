"""Where each action is applied, in which order: the fitting places of the started project.

A recipe is plugged in with one line: its id, the file and the text behind which the cursor stands
(`Step("set-up/debug-toolbar", "site_config/settings.py", "MIDDLEWARE")`); where that ends in a line
end, on the next line. `discovered` names every id the server can offer; one without a step fails
the run by name. What the new code needs (a package among the requirements, a template to begin
from) is written in `project.py`; a package must be in `.venvs` for Django's checks to pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parents[3] / "server/cheatsheet_ls/features/actions"


@dataclass(frozen=True)
class Step:
    id: str
    file: str
    mark: str


def discovered() -> set[str]:
    """The ids of all actions, read from their modules."""
    found = (
        re.findall(r'^ID = "([\w-]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in SOURCES.rglob("*.py")
    )
    return {one for ids in found for one in ids}


# In an order in which each finds what it builds on; a test comes after what guards its view.
_MODEL = (
    "model-str",
    "model-admin",
    "model-manager",
    "model-meta",
    "model-list",
    "model-detail",
    "model-absolute-url",
    "model-form",
    "model-create",
    "model-update",
    "model-delete",
    "model-serializer",
    "model-test",
    "model-signal",
)
# The other way round: the delete view comes first and brings the list along.
_BACKWARDS = tuple(
    reversed([one for one in _MODEL if one not in ("model-absolute-url", "model-list")])
)

_LIBRARY = "library/models.py"
_ARCHIVE = "archive/models/papers.py"
_VIEWS = "library/views.py"


def _at(file: str, mark: str, *ids: str) -> list[Step]:
    return [Step(id, file, mark) for id in ids]


MODELS = [
    Step("required-arguments", _LIBRARY, "pen_name = models.CharField"),
    *_at(_LIBRARY, "class Book", *_MODEL),
    *_at(_LIBRARY, "class Author", *_BACKWARDS),
    *_at(_LIBRARY, "class Loan", "model-test", "model-list", "model-admin"),
    *_at(_LIBRARY, "class Category", "model-meta", "model-serializer", "model-test"),
    *_at(_ARCHIVE, "class Paper", *_MODEL),
]
VIEWS = [
    *_at(_VIEWS, "def about", "view-path", "view-template", "view-test", "view-cache"),
    *_at(_VIEWS, "class ShelfView", "view-login", "view-cache", "view-test"),
    *_at(_VIEWS, "def borrow", "view-login", "view-path", "view-test"),
    *_at(_VIEWS, "def edit_author", "view-permission", "view-path", "view-test"),
    *_at(_VIEWS, "def give_back", "view-test"),
    *_at(_VIEWS, "class BookListView", "view-test"),
    *_at(_VIEWS, "class BookDetailView", "view-test"),
    *_at(_VIEWS, "class BookCreateView", "view-test"),
    *_at(_VIEWS, "class BookUpdateView", "view-test"),
    *_at(_VIEWS, "class BookDeleteView", "view-permission", "view-test"),
    *_at("archive/views/paper.py", "class PaperDetailView", "view-test"),
]
STEPS = [*MODELS, *VIEWS]
