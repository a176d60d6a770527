"""Every action, on every release: what it inserts is right in the eyes of Django itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.actions.run import RELEASES, run
from tests.content.actions.steps import STEPS, discovered


@pytest.mark.parametrize("release", RELEASES)
def test_a_started_project_with_every_action_in_it_passes(release: str, tmp_path: Path):
    outcome = run(release, tmp_path)
    assert outcome.problems == []
    assert outcome.applied == STEPS


def test_every_action_has_a_place_where_it_is_applied():
    assert discovered() == {step.id for step in STEPS}
