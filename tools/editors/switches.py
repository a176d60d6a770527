"""One switch a problem in the extension's settings: `python -m tools.editors.switches` writes them.

Code and reason come from the pages of docs/actions/fixes; package.json keeps them in a section of
its own, a setting a line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from tools.setup.system import ROOT

PAGES = ROOT / "docs/actions/fixes"
MANIFEST = ROOT / "clients/vscode/package.json"
_SECTION = re.compile(r'(?<="title": "Problems", "properties": \{\n).*?(?=\n *\} \})', re.DOTALL)
INDENT = 8 * " "


def main() -> None:
    MANIFEST.write_text(written(MANIFEST.read_text(encoding="utf-8")), encoding="utf-8")


def written(manifest: str) -> str:
    """The manifest with the switches of today's pages."""
    lines = (f"{INDENT}{json.dumps(name)}: {_setting(why)}" for name, why in switches().items())
    return _SECTION.sub(lambda _: ",\n".join(lines), manifest)


def switches() -> dict[str, str]:
    """The name of the setting and why the problem is one; several pages may be about one code."""
    pages = (_read(path) for path in sorted(PAGES.glob("*.md")))
    told = {code: why for code, why in pages if " " not in code}
    return {f"djangoCheatsheet.diagnostics.{code}": why for code, why in sorted(told.items())}


def _read(path: Path) -> tuple[str, str]:
    title, reason, *_ = path.read_text(encoding="utf-8").split("\n\n")
    return title.removeprefix("# "), " ".join(reason.split("\n"))


def _setting(reason: str) -> str:
    shape = {"type": "boolean", "default": True, "scope": "resource"}
    inside = json.dumps({**shape, "markdownDescription": reason}, ensure_ascii=False)
    return f"{{ {inside[1:-1]} }}"


if __name__ == "__main__":
    main()
