"""Which releases are read, and how each is laid out in `.cache/facts`.

A new Django release is one line in `DJANGO`. What facts are kept of has an exact version, so that
two runs give the same files.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.facts_names.interpreters import python_for

ROOT = Path(__file__).resolve().parents[3]
CACHE = ROOT / ".cache" / "facts"
INSIDE = Path(__file__).with_name("inside")
READER = "tools.facts.api.inside"

DJANGO = {
    "3.2": "3.2.25",
    "4.0": "4.0.10",
    "4.1": "4.1.13",
    "4.2": "4.2.30",
    "5.0": "5.0.14",
    "5.1": "5.1.15",
    "5.2": "5.2.19",
    "6.0": "6.0.10",
    "6.1": "6.1.3",
}
NEWEST = list(DJANGO)[-1]
COMPANIONS = (
    "djangorestframework==3.18.3",
    "channels==4.3.2",
    "channels_redis==4.3.0",
    "daphne==4.2.3",
    "django-allauth[mfa,socialaccount,openid,saml,steam,headless,idp-oidc]==65.21.1",
    "django-debug-toolbar==8.0.0",
)
STUBS = (
    "django-stubs==6.1.2",
    "djangorestframework-stubs==3.18.1",
    "types-channels==4.3.0.20260518",
)
COMPANION_ROOTS = (
    "rest_framework",
    "channels",
    "channels_redis",
    "daphne",
    "allauth",
    "debug_toolbar",
)
# Without these, some of Django's own modules cannot be imported.
OPTIONAL = ("jinja2", "pyyaml", "geoip2", "tzdata")


@dataclass(frozen=True)
class Environment:
    """One folder that pip fills, read by one interpreter. `below` are the folders it stands on."""

    release: str
    name: str
    requirements: tuple[str, ...]
    roots: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return CACHE / self.name


def django(release: str) -> Environment:
    old = release in ("3.2", "4.0", "4.1")
    driver = ("psycopg2-binary", "pytz") if old else ("psycopg[binary]", "pytz")
    exact = DJANGO[release]
    return Environment(
        release, f"django-{exact}", (f"Django=={exact}", *driver, *OPTIONAL), ("django",)
    )


def companions() -> Environment:
    base = django(NEWEST)
    name = f"companions-{DJANGO[NEWEST]}"
    requirements = (f"Django=={DJANGO[NEWEST]}", *COMPANIONS)
    return Environment(NEWEST, name, requirements, COMPANION_ROOTS, (base.name,))


def stubs() -> Environment:
    return Environment(NEWEST, "stubs", STUBS, options=("--no-deps",))


def install(environment: Environment) -> None:
    """Fills the folder, unless it holds just these requirements."""
    note = environment.folder / "requirements.txt"
    wanted = "\n".join(environment.requirements)
    if note.is_file() and note.read_text(encoding="utf-8") == wanted:
        return
    target = ("--target", str(environment.folder), "--upgrade", "--no-compile")
    pip = (
        str(python_for(environment.release)),
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
    )
    subprocess.run([*pip, *target, *environment.options, *environment.requirements], check=True)
    note.write_text(wanted, encoding="utf-8")


def dump(environment: Environment) -> dict[str, Any]:
    """What `inside` reads there; kept until the environment or the reader changes."""
    kept = CACHE / "dumps" / f"{environment.name}-{digest(environment)}.json"
    if not kept.is_file():
        for name in (*environment.below, environment.name):
            install(next(e for e in every() if e.name == name))
        kept.parent.mkdir(parents=True, exist_ok=True)
        folders = os.pathsep.join(
            str(CACHE / name) for name in (*environment.below, environment.name)
        )
        python = str(python_for(environment.release))
        arguments = ["-m", READER, str(kept), folders, ",".join(environment.roots)]
        subprocess.run([python, "-B", *arguments], check=True, cwd=ROOT)
    content: dict[str, Any] = json.loads(kept.read_bytes())
    return content


def every() -> list[Environment]:
    return [*(django(release) for release in DJANGO), companions(), stubs()]


def digest(environment: Environment) -> str:
    """Changes with the requirements and with the code that reads them."""
    found = hashlib.sha256(repr(environment).encode())
    for file in sorted(INSIDE.glob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]
