"""Where the servers are asked: the same places for all, found by what stands there.

A pattern's match ends at the cursor. Files are taken from all over the project, in the order of a
hash of their names, so that a large project is not judged by its first folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from benchmarks.client import Place
from benchmarks.servers import PYTHON, TEMPLATE
from tools.demo.session import position

HOVERS = {
    PYTHON: (
        r"\bmodels\.CharFiel(?=d)",
        r"\bmodels\.ForeignKe(?=y)",
        r"\bon_delet(?=e=)",
        r"\bmax_lengt(?=h=)",
        r"\n        orderin(?=g = )",
        r"\.objects\.filte(?=r\()",
        r"\bget_object_or_40(?=4\()",
        r"\brevers(?=e\()",
        r"\bpat(?=h\(\")",
        r"\bsettings\.AUTH_USER_MODE(?=L)",
        r"\bselect_relate(?=d\()",
        r"\bforms\.Mode(?=lForm)",
    ),
    TEMPLATE: (
        r"\{% fo(?=r )",
        r"\{% i(?=f )",
        r"\{% ur(?=l )",
        r"\{% bloc(?=k )",
        r"\{% extend(?=s )",
        r"\{% loa(?=d )",
        r"\|dat(?=e\b)|\|defaul(?=t\b)|\|truncatechar(?=s\b)",
    ),
}
# What somebody is typing on a line of its own below the first match.
TYPED = {
    PYTHON: (
        (r"\n    \w+ = models\.\w+\(.*\)(?=\n)", "    due_at = models.Da"),
        (r"\n    \w+ = models\.\w+\(.*\)(?=\n)", "    dj-cha"),
        (r"\n        ordering = .*(?=\n)", "        verb"),
        (r"\nfrom django\.db import models(?=\n)", "\nclass Thing(models.Mo"),
    ),
    TEMPLATE: (
        (r"\{% load .*%\}(?=\n)", "{% i"),
        (r"\{% block .*%\}(?=\n)", "{{ page.title|def"),
    ),
}
MATCHES = 3  # files a pattern
MOST = 400_000  # characters; generated files tell nothing about a project


@dataclass(frozen=True)
class Question:
    path: Path
    text: str = field(compare=False)
    line: int
    character: int

    @property
    def place(self) -> Place:
        return {"line": self.line, "character": self.character}


def hovers(root: Path, suffixes: frozenset[str]) -> list[Question]:
    found = []
    for suffix in sorted(suffixes):
        files = _files(root, suffix)
        for pattern in HOVERS[suffix]:
            found += [
                Question(path, text, **position(text, match.end()))
                for path, text, match in _matches(files, pattern)
            ]
    return found


def completions(root: Path, suffixes: frozenset[str]) -> list[Question]:
    found = []
    for suffix in sorted(suffixes):
        files = _files(root, suffix)
        for pattern, typed in TYPED[suffix]:
            for path, text, match in _matches(files, pattern):
                before = f"{text[: match.end()]}\n{typed}"
                changed = before + text[match.end() :]
                found.append(Question(path, changed, **position(before, len(before))))
    return found


def _matches(
    files: list[tuple[Path, str]], pattern: str
) -> Iterator[tuple[Path, str, re.Match[str]]]:
    """In the first few files that have one."""
    left = MATCHES
    for path, text in files:
        match = re.search(pattern, text)
        if match and left:
            left -= 1
            yield path, text, match


def _files(root: Path, suffix: str) -> list[tuple[Path, str]]:
    paths = sorted(
        root.rglob(f"*{suffix}"),
        key=lambda path: sha256(path.relative_to(root).as_posix().encode()).digest(),
    )
    texts = [(path, path.read_text(encoding="utf-8", errors="replace")) for path in paths]
    return [(path, text) for path, text in texts if len(text) < MOST]
