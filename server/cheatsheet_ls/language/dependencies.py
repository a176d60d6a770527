"""Which packages a file's project names, as one text: to tell what it clearly does without.

    lacks(named(path, root), "djangorestframework")

The manifests from the file's folder up to the workspace folder count together, and the metadata of
an environment beside them. A package counts as named wherever its name stands, be it in a comment:
to leave out what is there would be worse than to offer what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from cheatsheet_ls.language import environment, manifests

NAMES_DJANGO = re.compile(
    r"^[ \t]*[\"']?django[\"']?[ \t]*(?:[\[<>=~!;(#@]|$)|[\"']django[ \t]*[\"'\[<>=~!]",
    re.MULTILINE,
)
_MANIFESTS = tuple(name for name, _ in (*environment.LOCKS, *environment.PROJECTS))


def named(path: Path, root: Path) -> str:
    """Lower case, with `-` for `_` and `.`; "" where no manifest names Django, so nobody knows."""
    texts = [text for folder in environment.upwards(path, root) for text in _of(folder, root)]
    joined = "\n".join(texts).lower()
    if not NAMES_DJANGO.search(joined):
        return ""
    return joined.replace("_", "-")


def lacks(text: str, distribution: str) -> bool:
    """Whether the manifests are known and a distribution is in none of them."""
    return bool(text) and not _names(text, distribution)


# What comes under another name as well, or as an extra of Django's own.
_ALSO = {"psycopg": "psycopg2|psycopg2-binary", "argon2-cffi": "argon2", "pillow": "pillow-simd"}


@lru_cache(maxsize=256)
def _names(text: str, distribution: str) -> bool:
    name = distribution.lower().replace("_", "-")
    word = f"(?:{re.escape(name)}|{_ALSO.get(name, re.escape(name))})"
    return re.search(rf"(?<![a-z0-9]){word}(?![a-z0-9]|-[a-z])", text) is not None


def _of(folder: Path, root: Path) -> Iterator[str]:
    for name in _MANIFESTS:
        yield environment.text_of(folder / name, root) or ""
    for pattern in environment.REQUIREMENTS:
        for path in environment.listed(folder, pattern):
            text = environment.text_of(path, root) or ""
            yield text
            for other in manifests.includes(text):
                yield environment.text_of(path.parent / other, root) or ""
    for name in environment.ENVIRONMENTS:
        yield from _installed(folder / name)


def _installed(prefix: Path) -> Iterator[str]:
    for pattern in environment.SITE_PACKAGES if prefix.is_dir() else ():
        for packages in environment.listed(prefix, pattern):
            names = (entry.name for entry in environment.listed(packages, "*-info"))
            yield "\n".join(re.sub(r"-\d.*", "", name) for name in names)
