"""Which symbols a piece of code in a sentence names, by its shape first and its chapter second.

{% url 'name' %} -> tag:url        @login_required -> django.contrib.auth.decorators.login_required
DEBUG = True -> setting:DEBUG        python manage.py migrate -> command:migrate
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.chapters import MODULES, PLAIN, by_chapter, speaks_of
from cheatsheet_ls.sheet.symbols import whole

TAG = re.compile(r"\{%[-+]?\s*(\w+)")
_VARIABLE = re.compile(r"\{\{\s*([\w.]*)\s*(?:\|\s*(\w+))?")
_DECORATOR = re.compile(r"@([\w.]+)")
COMMAND = re.compile(
    r"(?:\bmanage\.py|\bdjango-admin(?:\.py)?|\bpython3? -m django)[ \t]+([a-z]\w*)([^\n;&|#`]*)"
)
INSTALL = re.compile(
    r"\b(?:pip3?|poetry|uv|pipenv|pdm)(?: pip)? (?:install|add)[ \t]+([^\n;&|#`]+)"
)
_SERVER = re.compile(r"(?:^|[\s/])(gunicorn|daphne|uvicorn|hypercorn|celery)(?=\s|$)", re.M)
_SETTING = re.compile(r"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)(\s*=.*)?", re.S)
_NAME = re.compile(r"([A-Za-z_]\w*)\s*(?:$|[=(:].*)", re.S)
_PACKAGE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_FILE = re.compile(r".*\.(py|pyi|html?|txt|md|toml|ini|cfg|ya?ml|json|css|js|env|sh|log|service)")
_DOTTED = re.compile(r"([A-Za-z_]\w*(?:\.\w+)+)\s*(?:$|[=(].*)", re.S)


def named(code: str, headings: Sequence[str]) -> tuple[Symbol, ...]:
    """The symbols that `code` is about; () where it names nothing that could be found."""
    code = code.strip()
    found = [*_template(code)] or [*in_shell(code)] or [*_python(code, headings)]
    return tuple(dict.fromkeys(Symbol(symbol) for symbol in found))


def in_shell(code: str) -> Iterator[str]:
    """Management commands, installed packages and servers, in the order they stand."""
    for command in COMMAND.finditer(code):
        yield f"command:{command[1]}"
        for flag in re.findall(r"(?<=\s)--?[a-z][\w-]*", command[2]):
            yield f"command:{command[1]} {flag}"
    for install in INSTALL.finditer(code):
        for word in install[1].split():
            if re.match(r"[A-Za-z]", word):
                yield "package:" + re.split(r"[\[=<>~!;]", word)[0].lower().replace("_", "-")
    for server in _SERVER.finditer(code):
        yield f"package:{server[1]}"


def _template(code: str) -> Iterator[str]:
    if tag := TAG.match(code):
        yield f"tag:{tag[1]}"
    elif variable := _VARIABLE.match(code):
        yield f"filter:{variable[2]}" if variable[2] else f"variable:{variable[1] or 'variable'}"


def _python(code: str, headings: Sequence[str]) -> Iterator[str]:
    if decorator := _DECORATOR.match(code):
        yield from _dotted(decorator[1]) if "." in decorator[1] else _plain(decorator[1])
    elif (symbol := whole(code.split("(", 1)[0])) is not None:
        yield symbol
    elif _PACKAGE.fullmatch(code):
        yield f"package:{code}"
    elif _FILE.fullmatch(code):
        return
    elif dotted := _DOTTED.fullmatch(code):
        yield from _dotted(dotted[1])
    elif setting := _SETTING.fullmatch(code):
        yield from _upper(setting[1], headings)
    elif name := _NAME.fullmatch(code):
        meant = by_chapter(name[1], headings)
        yield from [meant] if meant else []


def _plain(name: str) -> Iterator[str]:
    if name in PLAIN:
        yield PLAIN[name]


def _dotted(path: str) -> Iterator[str]:
    first, _, rest = path.partition(".")
    if first == "settings":
        yield f"setting:{rest}"
        return
    yield f"{MODULES[first]}.{rest}" if first in MODULES else path


def _upper(name: str, headings: Sequence[str]) -> Iterator[str]:
    """Settings are upper case, and so are `CASCADE`, `Q` and the letters of a date format."""
    if name in PLAIN:
        yield PLAIN[name]
    elif speaks_of("date:", headings):
        yield f"date:{name}"
    elif speaks_of("django.db.models.", headings):
        yield f"django.db.models.{name}"
    elif len(name) > 2:
        yield f"setting:{name}"
