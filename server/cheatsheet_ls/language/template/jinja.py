"""Whether a template is Jinja's by what it says; Django's answers would be wrong there.

The two languages share `{% if %}`, `{% for %}`, `{% block %}` and more, so signs are counted: what
only Jinja understands (`{%- … -%}`, `{% set %}`, calls, `loop.index`) against what only Django
does (`{% csrf_token %}`, `{% empty %}`, `|date:"Y"`). `{% load %}` decides at once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.expression import without_strings
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.structure import Template, parse

TAGS = frozenset(
    {
        "set",
        "endset",
        "macro",
        "endmacro",
        "call",
        "endcall",
        "import",
        "from",
        "do",
        "raw",
        "endraw",
    }
)
SHARED_TAGS = frozenset(
    {
        "if",
        "elif",
        "else",
        "for",
        "block",
        "extends",
        "include",
        "filter",
        "with",
        "trans",
        "autoescape",
    }
)
_CALL = re.compile(r"[\w\])]\(|\bloop\.\w|\w\[|\bis (?:not )?(?:defined|none|string)\b| ~ ")
_TRANSLATED = re.compile(r"(?<![\w.])_\(")
_FILTER_WITH_COLON = re.compile(r"\|\w+:")
CALLING = frozenset({"if", "elif", "for", "include", "extends", "with"})


@lru_cache(maxsize=16)
def is_jinja(source: str) -> bool:
    template = parse(source)
    if template.loads:  # Jinja has no libraries to load
        return False
    jinja = django = 0
    for token in template.tokens:
        jinja += _speaks_jinja(template, token)
        django += _speaks_django(template, token)
    return jinja > django


def _speaks_jinja(template: Template, token: Token) -> bool:
    if token.kind is TokenKind.COMMENT or token.inner == token.inner_end:
        return False
    inner = template.source[token.inner : token.inner_end]
    if inner[0] in "-+" or (inner[-1] == "-" and token.closed):
        return True
    if token.kind is TokenKind.TAG and (token.name in TAGS or token.name not in CALLING):
        return token.name in TAGS
    return _CALL.search(_TRANSLATED.sub("", without_strings(inner))) is not None


def _speaks_django(template: Template, token: Token) -> bool:
    if token.kind is TokenKind.COMMENT:
        return False
    if token.kind is TokenKind.TAG and token.name in _django_tags():
        return True
    inner = template.source[token.inner : token.inner_end]
    return "|" in inner and _FILTER_WITH_COLON.search(without_strings(inner)) is not None


@lru_cache(maxsize=1)
def _django_tags() -> frozenset[str]:
    libraries = (known.BUILTIN, "i18n", "static")
    return frozenset[str]().union(*map(known.tags_of, libraries)) - SHARED_TAGS
