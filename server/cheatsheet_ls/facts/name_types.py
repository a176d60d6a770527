"""What is known of a name, one frozen record for each kind of name."""

from __future__ import annotations

from dataclasses import dataclass

from cheatsheet_ls.model import Versions


@dataclass(frozen=True, slots=True)
class SettingFacts:
    """`default` is Python source; None where there is none or it depends on the project.

    `defaults` has the release each default came with, the oldest first, where it ever changed.
    """

    name: str
    package: str
    default: str | None
    versions: Versions
    defaults: tuple[tuple[str, str | None], ...] = ()

    def default_in(self, release: str) -> str | None:
        """The default of a release such as "4.2"."""
        found = self.defaults[0][1] if self.defaults else self.default
        for since, value in self.defaults:
            if numbers(since) <= numbers(release):
                found = value
        return found


@dataclass(frozen=True, slots=True)
class TagFacts:
    """`closing` is None for a tag without a body; `intermediate` divide it (`else`, `empty`)."""

    name: str
    library: str
    package: str
    path: str
    closing: str | None
    intermediate: tuple[str, ...]
    versions: Versions


@dataclass(frozen=True, slots=True)
class FilterFacts:
    """`argument` is "none", "optional" or "required"."""

    name: str
    library: str
    package: str
    path: str
    argument: str
    versions: Versions


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """What `{% load name %}` brings. `app` must be installed, unless it is `django` itself."""

    name: str
    app: str
    package: str
    modules: tuple[str, ...]
    tags: tuple[str, ...]
    filters: tuple[str, ...]
    versions: Versions


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """A flag. `value` is the word that stands for what follows it, None where nothing does."""

    name: str
    aliases: tuple[str, ...]
    value: str | None
    choices: tuple[str, ...]
    required: bool
    versions: Versions


@dataclass(frozen=True, slots=True)
class ArgumentFacts:
    """A positional argument; `nargs` as argparse writes it: None, "?", "*", "+" or a number."""

    name: str
    nargs: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommandFacts:
    """`options` are its own; `common_options()` has those of every command."""

    name: str
    app: str
    package: str
    options: tuple[OptionFacts, ...]
    arguments: tuple[ArgumentFacts, ...]
    versions: Versions


@dataclass(frozen=True, slots=True)
class LookupFacts:
    """`fields` are the classes that register it; a transform can be followed by further lookups."""

    name: str
    path: str
    fields: tuple[str, ...]
    transform: bool
    versions: Versions


@dataclass(frozen=True, slots=True)
class ConverterFacts:
    """`type` is what the view gets: `int`, `str`, `uuid.UUID`."""

    name: str
    regex: str
    type: str
    path: str


@dataclass(frozen=True, slots=True)
class DateLetterFacts:
    """`sample` shows 7 March 2026, 14:05:09 UTC; `time`: the `time` filter knows it, too."""

    letter: str
    sample: str
    time: bool


@dataclass(frozen=True, slots=True)
class MetaFacts:
    """`kind` is model, form, serializer or filterset."""

    kind: str
    name: str
    package: str
    default: str | None
    versions: Versions


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """`level` is debug, info, warning, error or critical; `module` None where none has it now."""

    id: str
    level: str
    package: str
    module: str | None
    versions: Versions


@dataclass(frozen=True, slots=True)
class AppFacts:
    """What goes into INSTALLED_APPS; `config` is its configuration class, if it has one."""

    path: str
    config: str | None
    label: str
    package: str
    versions: Versions


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """A distribution; `app` is what goes into INSTALLED_APPS, where anything does."""

    name: str
    module: str
    app: str | None


@dataclass(frozen=True, slots=True)
class VariableFacts:
    """A template variable nobody passes. `source` sets it; `inside` is the tag it is limited to."""

    name: str
    source: str
    inside: str | None
    versions: Versions


def numbers(release: str) -> tuple[int, ...]:
    """What releases are compared by; what is no number counts as nothing."""
    return tuple(int(word) for word in release.split(".") if word.isdigit())
