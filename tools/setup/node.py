"""The VS Code client's packages: `npm ci`, as its lock file has them."""

from __future__ import annotations

from tools.setup import stamp
from tools.setup.system import ROOT, program, run


def client() -> None:
    home = ROOT / "clients/vscode"
    lock = home / "package-lock.json"
    npm = program("npm", "nodejs", "npm")
    value = stamp.digest([lock])
    if not stamp.is_current(home / "node_modules/.made-from", value):
        print("installing clients/vscode/node_modules", flush=True)
        run(npm, "ci", "--no-audit", "--no-fund", cwd=home)
        stamp.keep(home / "node_modules/.made-from", value)
