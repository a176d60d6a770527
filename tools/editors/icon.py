"""`python -m tools.editors.icon`: the extension's icon.png, drawn from its icon.svg by Chromium."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tools.setup.system import ROOT, program, run

MEDIA = ROOT / "clients/vscode/media"
PAGE = "<style>body{{margin:0}}svg{{display:block;width:256px}}</style>{}"


def main() -> int:
    drawing = (MEDIA / "icon.svg").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "icon.html")
        page.write_text(PAGE.format(drawing), encoding="utf-8")
        run(
            program("chromium", "chromium"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--default-background-color=00000000",
            "--window-size=256,256",
            f"--user-data-dir={folder}/profile",
            f"--screenshot={MEDIA / 'icon.png'}",
            page.as_uri(),
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
