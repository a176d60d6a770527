"""Prints the whole public API of some packages, as `tools.facts.api.inside` reads it.

`newest.py django` or `newest.py rest_framework,channels,…`; a part of a package that needs another
one which is not installed is left out, and named under `failed`.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from tools.facts.api.inside import project
from tools.facts.api.inside.__main__ import main

# An app that cannot be installed as long as this module is missing.
NEEDS = {
    "allauth.socialaccount.providers.openid": "openid",
    "allauth.socialaccount.providers.saml": "onelogin",
    "allauth.mfa": "fido2",
    "allauth.idp.oidc": "jwt",
    "allauth.headless": "jwt",
}


def is_usable(name: str) -> bool:
    needed = NEEDS.get(name, name)
    try:
        return importlib.util.find_spec(needed) is not None and (
            importlib.util.find_spec(name) is not None
        )
    except ImportError:
        return False


if __name__ == "__main__":
    project.installed = is_usable
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "dump.json")
        main(str(out), "", sys.argv[1])
        print(out.read_text(encoding="utf-8"))
