"""The attributes that make an example a step of a recipe: where its code belongs in a project.

```python into=MIDDLEWARE after="django.middleware.gzip.GZipMiddleware" before="*"
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cheatsheet_ls.model import Scope, Step
from cheatsheet_ls.sheet.blocks import Problems

PLACES = ("settings", "urls", "asgi", "file")
LIST = re.compile(r"[A-Z][A-Z0-9_]*(\.\w+)*")  # in the settings

_ONLY_STEPS = ("after", "before", "unless", "when", "replaces", "missing")


def step_of(found: Mapping[str, str], line: int, problems: Problems) -> Step | None:
    into = found.get("into")
    if not into:
        for name in _ONLY_STEPS:
            if name in found:
                problems.add(line, "step", f"{name}= is for steps of a recipe: write into= too")
        return None
    if into not in PLACES and not LIST.fullmatch(into):
        known = ", ".join(PLACES)
        problems.add(line, "step", f"unknown target {into!r}; {known} or a list such as MIDDLEWARE")
        return None
    return Step(
        into,
        after=tuple(found.get("after", "").split()),
        before=tuple(found.get("before", "").split()),
        unless=tuple(found.get("unless", "").split()),
        when=found.get("when") or None,
        replaces=found.get("replaces") or None,
        missing=found.get("missing") or None,
    )


def scope_of_step(step: Step, code: str) -> Scope:
    """What the code of a step is run as, where its fence does not say."""
    if step.into == "settings" and step.replaces is None:
        return Scope.SETTINGS
    last = code.strip().rpartition("\n")[2]
    return Scope.URL_LIST if step.into == "urls" and last.endswith(",") else Scope.TEXT
