"""Which databases the project may run on, as far as its settings say so."""

from __future__ import annotations

import re

from cheatsheet_ls.features.diagnostics.subject import FileSubject

_ENGINE = re.compile(r"""["']ENGINE["']\s*:\s*["']([\w.]+)["']""")
# A setting that is computed: from an address in the environment, from another file.
_COMPUTED = re.compile(r"dj_database_url|env\.db|DATABASE_URL|\bDATABASES\s*=(?!\s*\{)")
_LIMITED_FROM = {  # the release from which text columns need no limit, None: never
    "django.db.backends.postgresql": "4.2",
    "django.contrib.gis.db.backends.postgis": "4.2",
    "django.db.backends.sqlite3": "5.2",
    "django.contrib.gis.db.backends.spatialite": "5.2",
    "django.db.backends.mysql": None,
    "django.contrib.gis.db.backends.mysql": None,
    "django.db.backends.oracle": None,
    "django.contrib.gis.db.backends.oracle": None,
}


def may_be_unlimited(file: FileSubject) -> bool:
    """Whether text columns may need no limit: on some release and database the project may use."""
    if "unlimited" not in file.memo:
        file.memo["unlimited"] = _look(file)
    return bool(file.memo["unlimited"])


def _look(file: FileSubject) -> bool:
    django = file.django
    if not django.known:
        return True
    if not django.reaches("4.2"):
        return False
    engines = _engines(file)
    if not engines:
        return True
    return any(
        engine not in _LIMITED_FROM
        or ((since := _LIMITED_FROM[engine]) is not None and django.reaches(since))
        for engine in engines
    )


def _engines(file: FileSubject) -> set[str]:
    """Every engine that the settings name; none where they compute one or are not to be found."""
    sources = [source for source in file.workspace.settings_sources() if "DATABASES" in source]
    if any(_COMPUTED.search(source) or _ENGINE.search(source) is None for source in sources):
        return set()
    return {engine for source in sources for engine in _ENGINE.findall(source)}
