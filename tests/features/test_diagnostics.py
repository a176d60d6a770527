"""What is told and what is not: each check with the places where it must be silent."""

from __future__ import annotations

from pathlib import Path

from cheatsheet_ls.features.diagnostics import aging, checks
from cheatsheet_ls.features.diagnostics.checks import rules
from cheatsheet_ls.features.diagnostics.diagnostic import docs_of
from cheatsheet_ls.features.django import RELEASES


def test_every_check_is_in_the_list():
    folder = Path(checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    listed = {
        str(check.__name__).rpartition(".")[2] for check in (*checks.PYTHON, *checks.TEMPLATE)
    }  # type: ignore[attr-defined]
    assert listed == files


def test_every_code_is_one_check_s_and_explained_by_a_page_of_django_s():
    codes = [rule.code for rule in rules()]
    assert len(codes) == len(set(codes))
    for rule in set(rules()) - set(aging.RULES):  # those link to the name they speak of
        symbols = [rule.symbol or f"check:{rule.code}", f"check:{rule.code}"]
        assert all(docs_of(symbols, release) for release in RELEASES[3:]), rule.code
