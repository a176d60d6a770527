"""The documentation link of a card: the page of the project's own release, named by its package."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from cheatsheet_ls.features.django import Django, before
from cheatsheet_ls.features.render.card import Link
from cheatsheet_ls.model import Versions

DJANGO_DOCS = "docs.djangoproject.com"

# First match wins; the name is what people call the package.
_NAMES = (
    ("django-rest-framework.org", "Django REST framework"),
    ("channels.readthedocs.io", "Channels"),
    ("docs.allauth.org", "django-allauth"),
    ("django-debug-toolbar.readthedocs.io", "Debug Toolbar"),
    ("docs.gunicorn.org", "Gunicorn"),
    ("gunicorn.org", "Gunicorn"),
    ("docs.python.org", "Python"),
    ("nginx.org", "nginx"),
    ("freedesktop.org", "systemd"),
    ("docs.docker.com", "Docker"),
    ("whitenoise.readthedocs.io", "WhiteNoise"),
    ("django-filter.readthedocs.io", "django-filter"),
)
_STABLE = re.compile(rf"(?<=//{re.escape(DJANGO_DOCS)}/en/)(?:stable|dev|\{{version\}})(?=/)")
_RELEASE = re.compile(rf"//{re.escape(DJANGO_DOCS)}/en/([\d.]+)/")
_SAFE = re.compile(r"https?://[^\s<>()\"'`\\]+(?:\([^\s<>()\"'`\\]*\)[^\s<>()\"'`\\]*)*")


def docs_release(versions: Versions, django: Django) -> str:
    """The release whose manual still has (or already has) the thing."""
    if versions.removed and django.is_past(versions.removed):
        return before(versions.removed) or django.documented
    if versions.since and django.is_before(versions.since):
        return versions.since
    return django.documented


def link(url: str | None, title: str, release: str) -> Link | None:
    """None where there is no page or where the address is none a browser should get."""
    if not url:
        return None
    url = _of_release(url, release)
    if not _SAFE.fullmatch(url):
        return None
    return Link(f"{_package(url)}: {title}", url)


def _of_release(url: str, release: str) -> str:
    """The page of the release, or of the nearest one whose manual has it."""
    stable = _STABLE.search(url)
    if stable is None:
        return url
    from cheatsheet_ls.facts.docs import release_with

    page, _, anchor = url[stable.end() + 1 :].partition("#")
    place = page.strip("/") + (f"#{anchor}" if anchor else "")
    return url[: stable.start()] + release_with(place, release) + url[stable.end() :]


def _package(url: str) -> str:
    host = urlsplit(url).hostname or ""
    if host == DJANGO_DOCS:
        release = _RELEASE.search(url)
        return f"Django {release[1]}" if release else "Django"
    known = (name for suffix, name in _NAMES if host == suffix or host.endswith("." + suffix))
    return next(known, host)
