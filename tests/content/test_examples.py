"""Every example of the sheet really runs, on every Django release it is for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cheatsheet_ls.model import Entry, Example
from tools.setup import venvs
from tools.setup.interpreters import find

from .conftest import Outcome
from .environments import RELEASES, installed
from .jobs import job_id, pairs, releases
from .sheet_examples import entries

Case = tuple[Entry, Example, str]


def cases() -> Iterator[object]:
    for entry, example in pairs(entries()):
        for release in releases(entry, example):
            if release in installed():
                name = f"{job_id(entry, example)}-django{release}"
                yield pytest.param((entry, example, release), id=name)


@pytest.mark.parametrize("example", list(cases()))
def test_example_runs_in_real_django(example: Case, outcome: Outcome) -> None:
    entry, shown, release = example
    result = outcome(release, job_id(entry, shown))
    where = f"content/{entry.origin.page}:{shown.line} on Django {release}"
    assert result["error"] is None, f"{where}: {result['error']}\n{result.get('trace') or ''}"


def test_no_example_is_left_without_a_release_to_run_on() -> None:
    lost = [job_id(entry, shown) for entry, shown in pairs(entries()) if not releases(entry, shown)]
    assert lost == []


@pytest.mark.parametrize("release", RELEASES)
def test_release_is_tried_where_the_machine_has_a_python_for_it(release: str) -> None:
    fits = find(venvs.DJANGO[release]) is not None
    assert release in installed() or not fits, f"run: make setup (Django {release} is missing)"
