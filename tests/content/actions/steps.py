"""Where each action is applied, in which order: the fitting places of the started project.

A step is its id, the file and the text behind which the cursor stands: `Step("set-up/channels",
"site_config/settings.py", "INSTALLED_APPS")`. `discovered` names every id the server can offer; one
without a step fails the run by name. What the new code needs to be found (a package among the
requirements, a file to begin from) is written in `project.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.sheet.slug import slug
from tests.content.sheet_examples import entries

SOURCES = Path(__file__).parents[3] / "server/cheatsheet_ls/features/actions"


@dataclass(frozen=True)
class Step:
    id: str
    file: str
    mark: str


def discovered() -> set[str]:
    """The ids of all actions: read from their modules, and from the sheet its recipes."""
    recipes = {
        f"{'insert' if one.recipe.inserts else 'set-up'}/{slug(one.recipe.title)}"
        for one in entries()
        if one.recipe is not None
    }
    found = (
        re.findall(r'^ID = "([\w-]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in SOURCES.rglob("*.py")
    )
    return recipes | {one for ids in found for one in ids}


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


_FILL_IN = Step("required-arguments", _LIBRARY, "pen_name = models.CharField")
MODELS = [
    _FILL_IN,
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
_LIST = "library/templates/library/books.html"
TEMPLATES = [
    Step("template-form", _LIST, "</h1>\n"),
    Step("template-pagination", _LIST, "</ul>\n"),
    Step("template-block", "library/templates/library/child.html", "{% endblock %}\n"),
    Step("template-extends", "library/templates/library/contact.html", ""),
]
STEPS = [*MODELS, *VIEWS, *TEMPLATES]

_SETTINGS = "site_config/settings.py"
_APPS = "INSTALLED_APPS"

# Recipes have a project of their own: a cache for the site and a login for the interface are what
# the tests of views do not expect. Its user model comes first, before there are migrations.
SET_UPS = [
    _FILL_IN,
    Step("set-up/custom-user-model", _SETTINGS, "django.contrib.auth"),
    *_at(
        _SETTINGS,
        _APPS,
        *("set-up/django-rest-framework", "set-up/channels", "set-up/allauth"),
        "set-up/debug-toolbar",
    ),
    Step("set-up/management-command", _SETTINGS, '"library'),
    Step("set-up/static-and-media-files", _SETTINGS, "STATIC_URL"),
    Step("set-up/several-languages-i18n", _SETTINGS, "LANGUAGE_CODE"),
    *_at(_SETTINGS, "MIDDLEWARE", "set-up/per-site-cache", "set-up/custom-middleware"),
    Step("set-up/logging", _SETTINGS, "DEBUG"),
    Step("set-up/environment-variables", _SETTINGS, "ALLOWED_HOSTS"),
    Step("set-up/gunicorn-with-systemd", _SETTINGS, "WSGI_APPLICATION"),
    Step("model-test", _ARCHIVE, "class Paper"),
]

# Sets of settings go into a module that is empty so far, each into its own.
SETS = {
    "settings_production": "insert/settings-for-production",
    "settings_postgresql": "insert/postgresql-as-the-database",
    "settings_cache": "insert/cache-in-redis",
    "settings_logging": "insert/logging-with-errors-by-mail",
    "settings_storages": "insert/storages-with-hashed-names-of-static-files",
    "settings_mail": "insert/mail-by-smtp",
}
INSERTS = [
    _FILL_IN,
    Step("model-test", _ARCHIVE, "class Paper"),
    *(Step(id, f"site_config/{name}.py", "import *\n") for name, id in SETS.items()),
]


@dataclass(frozen=True)
class Plan:
    """The steps of one project, and the settings modules it is then tried with."""

    name: str
    steps: tuple[Step, ...]
    settings: tuple[str, ...] = ("settings",)


PLANS = (
    Plan("actions", tuple(STEPS)),
    Plan("set-ups", tuple(SET_UPS)),
    Plan("sets of settings", tuple(INSERTS), tuple(SETS)),
)
