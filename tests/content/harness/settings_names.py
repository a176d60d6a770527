"""Names of settings and of their keys that nobody knows are slips of the writer."""

from __future__ import annotations

import ast
import re

from django.conf import global_settings

from .example import Example, Failed
from .truth_text import names_spoken_of

# allauth writes the names of its settings without what each of its apps puts in front.
ALLAUTH = re.compile(r"^(ACCOUNT|ALLAUTH|HEADLESS|IDP_OIDC|MFA|SOCIALACCOUNT|USERSESSIONS)_")


def no_misspelt_names(example: Example) -> None:
    """Settings and keys of settings are names some package knows, or the example itself reads."""
    known = {n for n in dir(global_settings) if n.isupper()} | names_spoken_of()
    known |= {s.removeprefix("setting:").partition(".")[0] for s in example.symbols}
    nodes = list(ast.walk(example.tree))
    known |= {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name[:1].isupper() and not name.isupper():
                raise Failed(f"{name}: settings are written in capitals")
            if not name.isupper():
                continue
            short = ALLAUTH.sub("", name)
            if not {name, short} & known:
                raise Failed(f"{name} is a setting that no package knows")
            _known_keys(name, node.value, known)


def _known_keys(name: str, value: ast.expr, known: set[str]) -> None:
    """Keys in capitals, at any depth."""
    for node in ast.walk(value):
        for key in node.keys if isinstance(node, ast.Dict) else ():
            word = getattr(key, "value", None)
            if isinstance(word, str) and word.isupper() and word not in known:
                raise Failed(f"{name} has a key {word!r} that no package knows")
