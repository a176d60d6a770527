"""A documentation link that works for every reader's release."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cheatsheet_ls.model import Entry, Problem

NAME = "docs"
REASON = "Links are written with /en/stable/, so that each reader gets the page of their release."

_DJANGO = "docs.djangoproject.com"


def check(entry: Entry) -> Iterator[Problem]:
    page, line = entry.origin.page, entry.origin.line
    if not entry.docs:
        return
    url = urlsplit(entry.docs)
    if url.scheme != "https" or not url.hostname:
        yield Problem(page, line, NAME, f"{entry.title}: a documentation link begins with https://")
    elif url.hostname == _DJANGO and not url.path.startswith("/en/{version}/"):
        yield Problem(page, line, NAME, f"{entry.title}: write {_DJANGO}/en/stable/…")
