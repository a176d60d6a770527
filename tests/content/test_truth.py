"""What the sheet says exists, exists in real Django, in the releases it names and no others."""

from __future__ import annotations

import pytest

from .claims import ask, claims
from .environments import installed
from .sheet_examples import entries, pages


@pytest.mark.parametrize("release", installed())
def test_symbols_options_and_defaults_are_those_of_the_release(release: str) -> None:
    wrong = ask(release, list(claims(entries(), release)))
    assert wrong == [], "\n".join(wrong)


def test_the_sheet_has_pages_to_check() -> None:
    assert len(pages()) > 10
