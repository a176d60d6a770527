"""How the facts of several releases become one record a name."""

import ast
import importlib
import textwrap
from pathlib import Path

import pytest

from tools.facts_names import gather, interpreters
from tools.facts_names.merge import across
from tools.facts_names.releases import RELEASES
from tools.facts_names.write import text_of


def merged(*present: str) -> dict[str, str]:
    releases = {release: ({"x": {}} if release in present else {}) for release in RELEASES}
    return across(releases, "setting")["x"]


def test_what_was_always_there_has_no_versions():
    assert merged(*RELEASES) == {}


def test_the_first_release_that_has_a_name_introduced_it():
    assert merged("5.2", "6.0", "6.1") == {"since": "5.2"}


def test_the_release_after_the_last_that_has_a_name_removed_it():
    assert merged("3.2", "4.0", "4.1", "4.2") == {"removed": "5.0"}


def test_the_newest_facts_win():
    releases = {release: {"x": {"default": release}} for release in RELEASES}
    assert across(releases, "setting")["x"]["default"] == "6.1"


def test_a_data_file_has_one_name_a_line():
    assert text_of({"a": [1, 2], "b": {"c": "é"}}) == '{\n"a": [1,2],\n"b": {"c":"é"}\n}\n'


@pytest.mark.parametrize(
    ("release", "wanted"), [("3.2", (3, 10)), ("4.2", (3, 10)), ("5.2", (3, 12)), ("6.1", (3, 12))]
)
def test_each_django_gets_a_python_it_runs_on(release, wanted, monkeypatch):
    versions = {"old": (3, 8), "ten": (3, 10), "twelve": (3, 12), "new": (3, 15)}
    monkeypatch.setattr(interpreters, "candidates", lambda: iter(versions))
    monkeypatch.setattr(interpreters, "version_of", versions.__getitem__)
    assert versions[interpreters.python_for(release)] == wanted


def test_a_machine_without_a_fitting_python_is_told_which_one_is_wanted(monkeypatch):
    monkeypatch.setattr(interpreters, "candidates", lambda: iter(()))
    with pytest.raises(SystemExit, match=r"Django 6\.1: no Python 3\.12 to 3\.13"):
        interpreters.python_for("6.1")


def test_environment_variables_are_read_off_the_source(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(gather.INSIDE)))
    environment = importlib.import_module("environment")
    source = """
        colors = os.environ.get("DJANGO_COLORS", "")
        name = "DJANGO_SUPERUSER_" + field.upper()
        key = "DJANGO_not_a_variable"
    """
    found = set(environment.names(ast.parse(textwrap.dedent(source))))
    assert found == {"DJANGO_COLORS", "DJANGO_SUPERUSER_*"}
