"""What is told and what is not: each check with the places where it must be silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features import diagnostics
from cheatsheet_ls.features.diagnostics import aging, checks
from cheatsheet_ls.features.diagnostics.checks import half_done_recipe, rules
from cheatsheet_ls.features.diagnostics.diagnostic import docs_of
from cheatsheet_ls.features.django import RELEASES
from tests.support.problems import problems
from tools.lens.__main__ import main as lens

BROKEN = "from django.db import models\nx = models.ForeignKey('Book')\n"


def test_every_check_is_in_the_list():
    folder = Path(checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    every = (*checks.PYTHON, *checks.FILES, *checks.TEMPLATE)
    listed = {str(check.__name__).rpartition(".")[2] for check in every}  # type: ignore[attr-defined]
    assert listed == files


def test_every_code_is_one_check_s_and_explained_by_a_page_of_django_s():
    codes = [rule.code for rule in rules()]
    assert len(codes) == len(set(codes))
    told = {*aging.RULES, *half_done_recipe.RULES}  # these link to the name they speak of
    for rule in set(rules()) - told:
        symbols = [rule.symbol or f"check:{rule.code}", f"check:{rule.code}"]
        assert all(docs_of(symbols, release) for release in RELEASES[3:]), rule.code


def test_what_takes_too_long_is_given_up_silently(monkeypatch: pytest.MonkeyPatch):
    assert problems(BROKEN) == ["missing-on-delete «models.ForeignKey»"]
    monkeypatch.setattr(diagnostics, "BUDGET", 0.0)
    assert problems(BROKEN) == []


def test_a_half_typed_statement_says_nothing_and_hides_no_other():
    assert problems(BROKEN + "y = models.ForeignKey('B'\n") == [
        "missing-on-delete «models.ForeignKey»"
    ]


def test_spans_count_code_points_whatever_the_line_ends():
    text = "from django.db import models\r\n# 🐍\r\nx = models.ForeignKey('Böök')\r\n"
    assert problems(text) == ["missing-on-delete «models.ForeignKey»"]


def test_the_tool_prints_each_problem_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "manage.py").touch()
    (tmp_path / "models.py").write_text(BROKEN, encoding="utf-8")
    lens([str(tmp_path), "--django", "5.2"])
    printed = capsys.readouterr().out.splitlines()
    assert "models.py:2: missing-on-delete: ForeignKey needs on_delete" in printed[0]
    assert printed[-1].startswith("1 problems in 2 files")
