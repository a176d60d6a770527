"""One fenced block as an `Example`: the attributes after its language, its imports split off.

```python prefix=dj-charfield scope=model-body fill="title 200"
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping

from cheatsheet_ls.model import Example, Scope, Versions
from cheatsheet_ls.sheet import words
from cheatsheet_ls.sheet.blocks import Block, Problems
from cheatsheet_ls.sheet.imports import split_imports
from cheatsheet_ls.sheet.releases import release
from cheatsheet_ls.sheet.snippet import occurrences
from cheatsheet_ls.sheet.steps import scope_of_step, step_of

ATTRIBUTES = frozenset(words.ATTRIBUTES)

_PYTHON = frozenset({"python", "py", "python3"})


def attributes(info: str) -> tuple[str, dict[str, str], str | None]:
    """Language, attributes and what is wrong with them; a quote that is not closed ends at the
    end.
    """
    wrong = None
    try:
        words = shlex.split(info)
    except ValueError:
        wrong = "a quote is not closed"
        words = [word.replace('"', "").replace("'", "") for word in info.split()]
    language = words.pop(0) if words and "=" not in words[0] else ""
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if equals:
            found[name] = value
        else:
            wrong = wrong or f"{word!r} is no attribute: write name=value"
    return language.lower(), found, wrong


def has_own_attributes(block: Block) -> bool:
    """Whether the fence is written in our format: no other sheet gives a scope or a prefix."""
    return bool(re.search(r"\s(scope|prefix|into)=", block.info))


def example(block: Block, title: str, id_: str, problems: Problems) -> Example:
    language, found, wrong = attributes(block.info)
    if wrong:
        problems.add(block.line, "fence", wrong)
    for name in sorted(found.keys() - ATTRIBUTES):
        problems.add(block.line, "fence", f"unknown attribute {name!r}")
    step = step_of(found, block.line, problems)
    if step is not None and "scope" not in found:
        found["scope"] = scope_of_step(step, block.text).value
    imports, body = split_imports(block.text) if language in _PYTHON else ((), block.text)
    return Example(
        id=id_,
        title=title,
        language=language,
        scope=_scope(found, block.line, problems),
        prefix=found.get("prefix") or None,
        body=body,
        imports=imports,
        fill=_fill(found, body, block.line, problems),
        requires=tuple(found.get("requires", "").replace(",", " ").split()),
        versions=Versions(
            since=release(found.get("since"), block.line, problems),
            removed=release(found.get("removed"), block.line, problems),
        ),
        file=found.get("file") or None,
        line=block.line,
        step=step,
    )


def _scope(found: Mapping[str, str], line: int, problems: Problems) -> Scope:
    name = found.get("scope")
    if not name:
        problems.add(line, "scope", "the code block needs a scope= (scope=text: only shown)")
        return Scope.TEXT
    try:
        return Scope(name)
    except ValueError:
        problems.add(line, "scope", f"unknown scope {name!r}")
        return Scope.TEXT


def _fill(found: Mapping[str, str], body: str, line: int, problems: Problems) -> tuple[str, ...]:
    words: list[str] = []
    for word in found.get("fill", "").split():
        if word in words:
            problems.add(line, "fill", f"fill names {word!r} twice")
        elif next(occurrences(body, word), None) is None:
            problems.add(line, "fill", f"fill word {word!r} is not in the example")
        else:
            words.append(word)
    return tuple(words)
