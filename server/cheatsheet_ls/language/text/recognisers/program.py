"""Programs that serve or accompany a Django project, and packages being installed.

`gunicorn config.wsgi` names a package as `pip install gunicorn` does.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.lines import Word, words_at
from cheatsheet_ls.language.text.names import package_symbol
from cheatsheet_ls.model import Kind, Match, Span

PROGRAMS = {
    "gunicorn": "gunicorn",
    "daphne": "daphne",
    "uvicorn": "uvicorn",
    "hypercorn": "hypercorn",
    "granian": "granian",
    "uwsgi": "uwsgi",
    "waitress-serve": "waitress",
    "celery": "celery",
    "pytest": "pytest",
    "coverage": "coverage",
}
INSTALLERS = frozenset({"pip", "pip3", "pipx", "poetry", "uv", "pipenv", "pdm", "rye", "conda"})
INSTALLING = frozenset({"install", "add"})
WITH_VALUE = frozenset(
    {"-r", "-c", "-e", "-i", "-t", "--requirement", "--constraint", "--group", "-G"}
)

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    words = words_at(source, offset)
    word = next((word for word in words if word.start <= offset <= word.end), None)
    if word is None:
        return None
    return _installed(words, word, offset) or _started(word)


def _installed(words: list[Word], word: Word, offset: int) -> Match | None:
    verb = _installing(words)
    at = words.index(word)
    name = _NAME.match(word.text)
    if verb is None or at <= verb or name is None or words[at - 1].text in WITH_VALUE:
        return None
    end = word.start + name.end()
    if offset > end or "/" in word.text:
        return None
    return Match((package_symbol(name.group()),), Span(word.start, end), "package")


def _installing(words: list[Word]) -> int | None:
    """Where `install` or `add` stands after an installer."""
    seen = False
    for at, word in enumerate(words):
        seen = seen or PurePath(word.text).name in INSTALLERS
        if seen and word.text in INSTALLING:
            return at
    return None


def _started(word: Word) -> Match | None:
    """A program by its name or path; unit files write `ExecStart=/srv/venv/bin/gunicorn`."""
    name = re.split(r"[/\\=]", word.text)[-1]
    if name not in PROGRAMS or word.text.startswith("-"):
        return None
    span = Span(word.end - len(name), word.end)
    return Match((package_symbol(PROGRAMS[name]),), span, "package")
