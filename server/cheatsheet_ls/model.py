"""The words of the project as frozen, plain data; imports the standard library only.

Offsets are 0-based and count code points; lines of an `Origin` are 1-based, as editors show them.
A symbol is spelled as the public surface has it: a dotted path as people import it
(`django.db.models.CharField`) or a kind and a name (`setting:DEBUG`, `meta:model.ordering`,
`kwarg:django.db.models.CharField.max_length`, `tag:for`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import NewType

Symbol = NewType("Symbol", str)

NOTHING: Mapping[str, str] = MappingProxyType({})


class Kind(str, Enum):
    """What a document is, decided once by language id, path and content."""

    PYTHON = "python"
    TEMPLATE = "template"
    SHELL = "shell"  # shell scripts, Makefiles, Dockerfiles, CI files, Procfiles, unit files
    REQUIREMENTS = "requirements"  # requirements*.txt, pyproject.toml, Pipfile …
    SHEET = "sheet"
    OTHER = "other"


class Scope(str, Enum):
    """Where the code of an example may stand; each scope has a rule in `language` and a harness."""

    MODULE = "module"  # any Python module, top level
    BODY = "body"  # statements of a function: queries, calls
    MODELS = "models"  # top level of a module with models
    MODEL_BODY = "model-body"
    MODEL_META = "model-meta"
    MANAGER_BODY = "manager-body"  # body of a Manager or QuerySet subclass
    VIEWS = "views"
    VIEW_BODY = "view-body"  # body of a class-based view
    URLS = "urls"
    URL_LIST = "url-list"  # inside urlpatterns = […]
    FORMS = "forms"
    FORM_BODY = "form-body"
    FORM_META = "form-meta"
    ADMIN = "admin"
    ADMIN_BODY = "admin-body"
    SETTINGS = "settings"
    SERIALIZERS = "serializers"
    SERIALIZER_BODY = "serializer-body"
    SERIALIZER_META = "serializer-meta"
    API_VIEWS = "api-views"
    API_VIEW_BODY = "api-view-body"
    TESTS = "tests"
    TEST_BODY = "test-body"
    COMMAND = "command"  # a management command module
    COMMAND_BODY = "command-body"
    MIDDLEWARE = "middleware"
    SIGNALS = "signals"
    APPS = "apps"
    APPS_BODY = "apps-body"
    MIGRATION = "migration"
    CONSUMERS = "consumers"
    ROUTING = "routing"
    ASGI = "asgi"
    TASKS = "tasks"
    TEMPLATETAGS = "templatetags"
    TEMPLATE = "template"
    SHELL = "shell"
    SYSTEMD = "systemd"
    NGINX = "nginx"
    DOCKERFILE = "dockerfile"
    REQUIREMENTS = "requirements"
    TEXT = "text"  # anything else that is only shown


@dataclass(frozen=True, slots=True)
class Versions:
    """Release lines such as "5.1"; None where nothing is known to have changed."""

    since: str | None = None
    deprecated: str | None = None
    removed: str | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a sheet or a setting; the rest of it is served all the same."""

    page: str
    line: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Step:
    """Where the code of an example belongs in a project: one step of a recipe.

    `into` is "settings", "urls", "asgi", "file", or the path of a list in the settings:
    "INSTALLED_APPS", "TEMPLATES.OPTIONS.context_processors". `after` and `before` are items of the
    list, "*" all of them. `unless` are words that say it is done, `when` the condition it stands
    under, `replaces` the statement it takes the place of, `missing` what to say where a recipe was
    begun without it.
    """

    into: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    when: str | None = None
    replaces: str | None = None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an entry sets up by its steps. `inserts`: it is an example, not a set-up of its own;
    `offered_on` are the symbols it is offered on, `too_late` files that forbid it.
    """

    title: str
    inserts: bool = False
    offered_on: tuple[Symbol, ...] = ()
    too_late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One fenced block. `imports` are its leading import lines, `body` the rest, `fill` its tab
    stops.
    """

    id: str
    title: str
    language: str
    scope: Scope
    prefix: str | None
    body: str
    imports: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    versions: Versions = Versions()
    file: str | None = None
    line: int = 0
    step: Step | None = None

    @property
    def code(self) -> str:
        """The whole block as written: imports, an empty line, the body."""
        if not self.imports:
            return self.body
        return "\n".join(self.imports) + ("\n\n" + self.body if self.body else "")


@dataclass(frozen=True, slots=True)
class Option:
    """A row of an entry's table: argument, class member, nested key, flag or Meta option."""

    name: str
    symbol: Symbol
    default: str | None
    summary: str
    versions: Versions = Versions()
    docs: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing Django offers. `text` is Markdown without summary, facts, options and examples."""

    id: str
    title: str
    kind: str
    symbols: tuple[Symbol, ...]
    summary: str
    text: str
    versions: Versions
    docs: str | None
    options: tuple[Option, ...]
    examples: tuple[Example, ...]
    origin: Origin
    trap: str | None = None
    see_also: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    weak: bool = False  # its symbols are mentioned, not defined: what defines them comes first
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What stands under the cursor.

    `symbols` are the names that answer, the nearest first: the public path, then those of the API
    ancestors that define a member or take a keyword. `kind` is free form. `context` holds words of
    the user's file for the card: `field` (the name assigned to), `model`, `position` ("4 of 7") …
    """

    symbols: tuple[Symbol, ...]
    span: Span
    kind: str
    context: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Place:
    """What may be inserted at the cursor.

    `typed` is the word being typed (completion replaces it), `indent` the white space of the
    line, `trigger` says how the place was entered: "statement", "value" (after `=`),
    "attribute" (after a dot), "argument" (in a call), "decorator", "string", "lookup", "tag",
    "filter", "library", "word". `owner` is the symbol that decides what is legal: the callable
    whose arguments are being written, the base class of the body, the setting whose key or
    value it is.
    """

    scope: Scope
    typed: Span
    indent: str = ""
    trigger: str = "statement"
    owner: Symbol | None = None
    taken: frozenset[str] = frozenset()
    context: Mapping[str, str] = field(default_factory=lambda: NOTHING)
