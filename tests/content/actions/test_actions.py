"""Every action, on every release: what it inserts is right in the eyes of Django itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.actions.run import RELEASES, run
from tests.content.actions.steps import PLANS, Plan, discovered


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("release", RELEASES)
def test_a_started_project_with_every_action_in_it_passes(release: str, plan: Plan, tmp_path: Path):
    outcome = run(release, tmp_path, plan)
    assert outcome.problems == []
    assert outcome.applied == list(plan.steps)


def test_every_action_has_a_place_where_it_is_applied():
    assert discovered() == {step.id for plan in PLANS for step in plan.steps}
