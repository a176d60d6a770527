"""Runs inside one installed Django (or the add-ons) and prints what it finds as JSON.

Started with the installation on PYTHONPATH: `python inside/collect.py django` or `… addons`.
Every module beside this one collects one kind of name: `collect() -> facts`.
"""

from __future__ import annotations

import json
import sys

import apps
import checks
import commands
import environment
import formats
import lookups
import meta
import permissions
import project
import settings
import templates
import urls

MODULES = {
    "settings": settings,
    "templates": templates,
    "commands": commands,
    "lookups": lookups,
    "formats": formats,
    "meta": meta,
    "checks": checks,
    "apps": apps,
    "environment": environment,
    "urls": urls,
    "permissions": permissions,
}


def main(which: str) -> None:
    project.start(which)
    facts = {name: module.collect(which) for name, module in MODULES.items()}
    json.dump(facts, sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main(sys.argv[1])
