"""The settings of `djangoCheatsheet`: one frozen, fully defaulted `Config`.

Layers, later ones win: defaults, `[tool.django-cheatsheet]` of the project, what the editor says.
An editor that sends its defaults with everything else (VS Code does) does not override the project
with them. Wrong values fall back and are reported; unknown keys are only logged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

SECTION = "djangoCheatsheet"
OF_THE_CLIENT = ("clientCommands", "workspaceTrusted")  # sent with the settings, no settings


@dataclass(frozen=True, slots=True)
class Config:
    django_version: str = "auto"
    hover_detail: str = "short"
    hover_references: bool = True
    completion_enabled: bool = True
    completion_bare_tags: bool = True
    code_actions_enabled: bool = True
    diagnostics_enabled: bool = True
    diagnostics_off: frozenset[str] = frozenset()
    sheets: tuple[str, ...] = ()
    templates_jinja: bool = False
    python_interpreter: str | None = None
    trace_server: str = "off"


@dataclass(frozen=True, slots=True)
class Reading:
    """A configuration and what was wrong with the values it was read from."""

    config: Config = field(default_factory=Config)
    wrong: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Wrong(Exception):
    """A value that is not what the setting takes; the message says what it takes."""


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise Wrong("true or false")


def _one_of(*allowed: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise Wrong("one of " + ", ".join(f'"{one}"' for one in allowed))

    return read


def _release(value: object) -> str:
    from cheatsheet_ls.features.django import release_key

    if value == "auto":
        return "auto"
    if isinstance(value, str) and len(release_key(value)) == 2:
        return ".".join(str(part) for part in release_key(value))
    raise Wrong('"auto" or a release such as "5.2"')


def _paths(value: object) -> tuple[str, ...]:
    if isinstance(value, (list, tuple)) and all(isinstance(one, str) and one for one in value):
        return tuple(value)
    raise Wrong("a list of files or folders")


def _optional_path(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    raise Wrong("a path or null")


READERS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "djangoVersion": ("django_version", _release),
    "hover.detail": ("hover_detail", _one_of("off", "short", "full")),
    "hover.references": ("hover_references", _boolean),
    "completion.enabled": ("completion_enabled", _boolean),
    "completion.bareTags": ("completion_bare_tags", _boolean),
    "codeActions.enabled": ("code_actions_enabled", _boolean),
    "diagnostics.enabled": ("diagnostics_enabled", _boolean),
    "sheets": ("sheets", _paths),
    "templates.jinja": ("templates_jinja", _boolean),
    "python.interpreter": ("python_interpreter", _optional_path),
    "trace.server": ("trace_server", _one_of("off", "messages", "verbose")),
}


def read(raw: object, below: Config | None = None, source: str = "settings") -> Reading:
    """`raw` over `below`; nested (`{"hover": {"detail": …}}`) and dotted keys are alike."""
    below = Config() if below is None else below
    if raw is None:
        return Reading(below)
    if not isinstance(raw, Mapping):
        return Reading(below, (f"{source}: expected an object of settings, ignored.",))
    found = _Found(source)
    for key, value in _flat(raw.get(SECTION, raw)):
        found.take(key, value)
    changes = {name: value for name, value in found.values.items() if _is_set(name, value)}
    off = below.diagnostics_off | frozenset(found.off)
    return Reading(
        replace(below, **changes, diagnostics_off=off), tuple(found.wrong), tuple(found.unknown)
    )


@dataclass(slots=True)
class _Found:
    source: str
    values: dict[str, Any] = field(default_factory=dict)
    off: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def take(self, key: str, value: object) -> None:
        known = READERS.get(key)
        if known is None:
            self._switch_or_unknown(key, value)
            return
        name, reader = known
        try:
            self.values[name] = reader(value)
        except Wrong as takes:
            self.wrong.append(f"{self.source}: {key} must be {takes}; the default is used.")

    def _switch_or_unknown(self, key: str, value: object) -> None:
        area, _, code = key.partition(".")
        if area == "diagnostics" and code and isinstance(value, bool):
            if not value:
                self.off.append(code)
        elif key not in OF_THE_CLIENT:
            self.unknown.append(f"{self.source}: {key} is not a setting.")


def _flat(raw: object, prefix: str = "") -> list[tuple[str, object]]:
    if not isinstance(raw, Mapping):
        return [(prefix.rstrip("."), raw)] if prefix else []
    pairs: list[tuple[str, object]] = []
    for key, value in raw.items():
        name = f"{prefix}{key}"
        deeper = isinstance(value, Mapping) and name not in READERS
        pairs += _flat(value, name + ".") if deeper else [(name, value)]
    return pairs


_DEFAULTS = {one.name: getattr(Config(), one.name) for one in fields(Config)}


def _is_set(name: str, value: object) -> bool:
    return bool(value != _DEFAULTS[name])
