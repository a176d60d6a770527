"""Which releases are compared, and where what is installed of them lies."""

from __future__ import annotations

from pathlib import Path

RELEASES = ("3.2", "4.0", "4.1", "4.2", "5.0", "5.1", "5.2", "6.0", "6.1")
OLDEST, NEWEST = RELEASES[0], RELEASES[-1]

ADDONS = (
    "djangorestframework",
    "channels",
    "channels_redis",
    "daphne",
    "django-allauth[mfa,socialaccount,openid]",
    "django-debug-toolbar",
    "django-filter",
)

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "facts_names"
DATA = ROOT / "server" / "cheatsheet_ls" / "facts" / "data"


def environment(release: str) -> Path:
    """The folder that holds Django `release`, as `pip install --target` laid it."""
    return CACHE / f"django-{release}"


def addons_environment() -> Path:
    return CACHE / "addons"


def docs_folder(release: str) -> Path:
    """The `docs` folder of that release's source distribution, unpacked."""
    return CACHE / "docs" / release


def part(name: str) -> Path:
    """Where the raw facts of one collection are kept until they are merged."""
    return CACHE / "parts" / f"{name}.json"
