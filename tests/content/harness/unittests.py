"""Scopes `tests` and `test-body`: the tests really run, at least one, and all of them pass."""

from __future__ import annotations

import io
import unittest
from typing import Any

from . import world
from .example import MODELS, Example, Failed, body_names, class_source, public_class, run_module


def tests(example: Example) -> None:
    _run(run_module(example, "library.example_tests"))


def test_body(example: Example) -> None:
    names = body_names(example)
    about = public_class(example.symbols)
    base = "TestCase"
    if about is not None and issubclass(about, unittest.TestCase) and about.__name__ != "TestCase":
        base = about.__name__
    if base == "SimpleTestCase" and not any(s.endswith(f".{base}") for s in example.symbols):
        base = "TestCase"  # its members are used in tests with a database
    where = "rest_framework.test" if base.startswith("API") else "django.test"
    prelude = f"from {where} import {base}\n" + MODELS
    extra = "" if names & {"setUpTestData", "setUp", "fixtures"} else SET_UP
    if base == "SimpleTestCase":
        extra = ""
    source = prelude + class_source(f"class ExampleTest({base}):", example, extra)
    if not any(name.startswith("test") for name in names):
        source += "\n    def test_class_is_set_up(self):\n        pass\n"
    _run(run_module(example, "library.example_tests", source=source))


SET_UP = """
def setUp(self):
    from django.contrib.auth import get_user_model
    super().setUp()
    self.user = get_user_model().objects.create_user("ada", "ada@example.com", "secret")
    self.author = Author.objects.create(name="Ursula K. Le Guin")
    self.book = Book.objects.create(title="The Dispossessed", author=self.author)
"""


def _run(module: Any) -> None:
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    if not suite.countTestCases():
        raise Failed("has no test")
    world.empty()
    out = io.StringIO()
    result = unittest.TextTestRunner(stream=out).run(suite)
    if not result.wasSuccessful() or result.skipped:
        raise Failed(out.getvalue()[-3000:])
