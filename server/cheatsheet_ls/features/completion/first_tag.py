"""Tags that cannot stand anywhere: what must come before them, or must not."""

from __future__ import annotations

from cheatsheet_ls.features.completion.item import Request


def may_stand(request: Request, tag: str) -> bool:
    """`extends` is the first tag of its file; `resetcycle` follows a `cycle`."""
    before = request.document.text[: request.place.typed.start]
    if request.place.trigger == "tag":
        before = before[: before.rfind("{%")]
    if tag == "extends":
        return "{%" not in before and "{{" not in before
    return tag != "resetcycle" or "{% cycle" in before
