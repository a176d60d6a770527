"""The import in `ready()` without which a receiver is never connected, whatever stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.files import Files

MODELS = """
from django.db import models


class Bo<|>ok(models.Model):
    title = models.CharField(max_length=200)
"""


def test_the_config_that_is_imported_from_elsewhere_gets_its_import_in_ready(tmp_path: Path):
    apps = """
        from django.apps import AppConfig

        class LibraryConfig(AppConfig):
            name = "library"

            def ready(self):
                from . import checks  # noqa: F401
        """
    files = {"library/models.py": MODELS, "library/apps.py": apps}
    after = Files(tmp_path, files).after("model-signal")["library/apps.py"]
    assert "        from . import checks, signals  # noqa: F401\n" in after


READY = {
    "a package is imported there": (
        "from shop.checks import register\n        register()",
        "from shop.checks import register\n\n        from . import signals  # noqa: F401\n",
    ),
    "a module of the app": (
        "from .checks import register\n        register()",
        "from . import signals  # noqa: F401\n        from .checks import register\n",
    ),
    "nothing": ("register()", "from . import signals  # noqa: F401\n\n        register()\n"),
    "a docstring": ('"""Late."""', '"""Late."""\n        from . import signals  # noqa: F401\n'),
    "a pass": ("pass", "from . import signals  # noqa: F401\n"),
}


@pytest.mark.parametrize("case", READY)
def test_the_signals_are_connected_in_a_ready_with(case: str, tmp_path: Path):
    body, expected = READY[case]
    head = "class LibraryConfig(AppConfig):\n    def ready(self):\n        "
    files = {"library/models.py": MODELS, "library/apps.py": f"{head}{body}\n"}
    assert head + expected in Files(tmp_path, files).after("model-signal")["library/apps.py"]
