"""Names in a settings module: settings and their keys, apps, engines, loggers, check ids.

>>> assigned("django.conf.settings.CACHES[…]['TIMEOUT']", "|")
'CACHES = {"default": {"TIMEOUT|": None}}'
>>> assigned("django.conf.settings.DEBUG", "|")
'DEBUG| = None'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.inventory.moment import CURSOR, Moment, python, settings
from tools.inventory.records import Record

# Settings whose keys are names of the project (`default`), each with a dictionary of its own.
_BY_ALIAS = frozenset({"CACHES", "DATABASES", "CHANNEL_LAYERS", "MAILERS", "STORAGES", "TASKS"})
_OF_A_DATABASE = re.compile(r"CONN_\w+")
_OF_A_TEST_DATABASE = re.compile(r"DATAFILE\w*")


def setting(record: Record) -> Iterator[Moment]:
    yield settings(f"{assigned(record.path, CURSOR)}\n")


def app(record: Record) -> Iterator[Moment]:
    yield settings(f'INSTALLED_APPS = ["{record.path}{CURSOR}"]\n')


def engine(record: Record) -> Iterator[Moment]:
    yield settings(f'DATABASES = {{"default": {{"ENGINE": "{record.path}{CURSOR}"}}}}\n')


def session_engine(record: Record) -> Iterator[Moment]:
    yield settings(f'SESSION_ENGINE = "{record.path}{CURSOR}"\n')


def logger(record: Record) -> Iterator[Moment]:
    yield settings(f'LOGGING = {{"loggers": {{"{record.path}{CURSOR}": {{}}}}}}\n')
    yield python(f'import logging\n\nlog = logging.getLogger("{record.path}{CURSOR}")\n')


def check(record: Record) -> Iterator[Moment]:
    yield settings(f'SILENCED_SYSTEM_CHECKS = ["{record.name}{CURSOR}"]\n')


def assigned(path: str, cursor: str) -> str:
    """A setting, or a key of one, as a settings module assigns it."""
    name, keys = _parts(path)
    if not keys:
        return f"{name}{cursor} = None"
    written = f'{{"{keys[-1]}{cursor}": None}}'
    for key in reversed(keys[:-1]):
        written = f'{{"{key}": {written}}}'
    if name in _BY_ALIAS:
        written = f'{{"default": {written}}}'
    return f"{name} = [{written}]" if name == "TEMPLATES" else f"{name} = {written}"


def _parts(path: str) -> tuple[str, list[str]]:
    bare = re.sub(r"^(?:django\.conf\.)?settings\.", "", path)
    name, *keys = [word for word in re.findall(r"\w+", bare) if word != "default"]
    if _OF_A_DATABASE.fullmatch(name):
        return "DATABASES", [name]
    if _OF_A_TEST_DATABASE.fullmatch(name):
        return "DATABASES", ["TEST", name]
    if name == "DATABASES" and keys and keys[-1].startswith("TEST_"):
        keys = [*keys[:-1], "TEST", _TEST_KEYS.get(keys[-1], keys[-1].removeprefix("TEST_"))]
    return name, keys


# The documentation's anchors and the keys they speak of.
_TEST_KEYS = {
    "TEST_CREATE": "CREATE_DB",
    "TEST_PASSWD": "PASSWORD",
    "TEST_USER_CREATE": "CREATE_USER",
}
