"""From installed packages to data files: dump, merge, type, mend, publish, write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.facts.api import environments
from tools.facts.api.environments import DJANGO, NEWEST, companions, django, dump, install
from tools.facts.api.mend import date, mend
from tools.facts.api.merge import merge
from tools.facts.api.publish import public_paths
from tools.facts.api.stubs import Library
from tools.facts.api.typing_facts import Typist
from tools.facts.api.write import defaults_files, files


def all_files() -> dict[str, str]:
    return build(list(DJANGO))


def newest_files() -> dict[str, str]:
    return build([NEWEST])


def build(releases: list[str]) -> dict[str, str]:
    """File name below `data` → content, over some releases of Django and the newest companions."""
    facts = merge([(release, dump(django(release))) for release in releases])
    others = merge([(NEWEST, dump(companions()))], facts)
    for part in ("modules", "objects"):
        facts[part].update(others[part])
    add_types(facts)
    unknown = mend(facts)
    if releases == list(DJANGO):
        unknown += date(facts)
    if unknown:
        raise SystemExit(
            f"tools/facts/api/overrides.py names what does not exist: {', '.join(unknown)}"
        )
    facts["releases"] = list(DJANGO)
    told = {f"api/{name}": text for name, text in files(facts, public_paths(facts)).items()}
    kept = {f"defaults/{name}": text for name, text in defaults_files(facts).items()}
    return {**told, **kept}


def add_types(facts: dict[str, Any]) -> None:
    """Annotated sources first, stubs after them: they know better."""
    install(environments.stubs())
    stubs, sources = environments.stubs().folder, companions().folder
    annotated: dict[str, Path] = {name: sources / name for name in ("allauth", "debug_toolbar")}
    stubbed = {name: stubs / f"{name}-stubs" for name in ("django", "rest_framework", "channels")}
    for folders in (annotated, stubbed):
        Typist(facts, Library(folders)).run()
