"""Which dotted names of a template are variables, and which names the template binds itself.

`{% for user in users %}`, `{% with user=x %}` and `{% get_user as user %}` make `user` a name of
the template; it says nothing about Django then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cheatsheet_ls.language.template.expression import Path, paths
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.structure import Template, parse

# Tags of Django whose arguments are expressions.
READING = frozenset(
    {
        "if",
        "elif",
        "for",
        "with",
        "include",
        "url",
        "firstof",
        "ifchanged",
        "blocktrans",
        "querystring",
    }
    | {"blocktranslate", "trans", "translate", "static", "regroup", "ifequal", "ifnotequal"}
)
# Tags whose `name=value` binds the name here; those of others go elsewhere.
BINDING = frozenset({"with", "blocktrans", "blocktranslate"})
KEYWORDS = frozenset(
    {"in", "not", "and", "or", "is", "as", "with", "only", "reversed", "by", "count"}
)


def variable_at(template: Template, token: Token, offset: int) -> Path | None:
    for path in variables(template, token):
        if path.start <= offset <= path.start + len(path.text):
            return path
    return None


def variables(template: Template, token: Token) -> Iterator[Path]:
    """The names that a token reads."""
    if token.kind is TokenKind.VARIABLE:
        yield from paths(template.source, token.inner, token.inner_end)
    elif token.kind is TokenKind.TAG and token.name in READING:
        bound = {path.start for path in _given_in(template, token)}
        for path in paths(template.source, token.name_end, token.inner_end):
            if path.start not in bound and path.text not in KEYWORDS:
                yield path


def is_bound(template: Template, name: str) -> bool:
    """Whether the template gives this name a meaning of its own, anywhere."""
    return name in _bound_names(template.source)


@lru_cache(maxsize=16)
def _bound_names(source: str) -> frozenset[str]:
    template = parse(source)
    return frozenset(
        path.text
        for token in template.tokens
        if token.kind is TokenKind.TAG
        for path in _given_in(template, token)
        if token.name in BINDING or not path.bound
    )


def _given_in(template: Template, token: Token) -> list[Path]:
    """Names that get a value: `x` of `for x in`, `x=…` and `… as x`."""
    found = list(paths(template.source, token.name_end, token.inner_end))
    words = [path.text for path in found]
    if token.name == "for" and "in" in words:
        return found[: words.index("in")]
    after_as = {at + 1 for at, word in enumerate(words) if word == "as"}
    return [path for at, path in enumerate(found) if path.bound or at in after_as]


def loops_over(template: Template, index: int, name: str) -> str:
    """What the nearest `{% for name in … %}` around a token loops over, empty without one."""
    for block in template.blocks_around(index):
        token = template.tokens[block]
        words = [path.text for path in paths(template.source, token.name_end, token.inner_end)]
        if token.name == "for" and words[:2] == [name, "in"] and len(words) > 2:
            return words[2]
    return ""
