"""Which Django a project is on: release arithmetic, manifests as text, and folders on disk."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cheatsheet_ls.language import manifests
from cheatsheet_ls.language.environment import DjangoVersion, django_version
from cheatsheet_ls.language.manifests import Pin
from cheatsheet_ls.language.releases import allowed, compare, parse_release, release_of

# -- releases --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "release"),
    [
        ("5.2", "5.2"),
        ("5.2.19", "5.2"),
        ("5.2rc1", "5.2"),
        ("v6.1.3", "6.1"),
        ("6", "6.0"),
        ("2028", "2028"),
        ("2028.1.2", "2028"),
        ("", None),
        ("stable", None),
    ],
)
def test_a_version_belongs_to_a_release_line(version, release):
    assert release_of(version) == release


@pytest.mark.parametrize(
    ("older", "newer"), [("4.2", "5.0"), ("3.9", "3.10"), ("6.1", "2028"), ("x", "1.8")]
)
def test_releases_are_compared_by_number_and_calendar_ones_come_last(older, newer):
    assert (compare(older, newer), compare(newer, older)) == (-1, 1)


def test_a_missing_number_counts_as_zero():
    assert compare("6", "6.0") == 0


@pytest.mark.parametrize(
    ("requirement", "low", "high"),
    [
        ("==5.2.3", "5.2", "5.2"),
        ("==5.2", "5.2", "5.2"),
        ("==4.2.*", "4.2", "4.2"),
        (">=4.2,<6", "4.2", "5.2"),
        (">=4.2, <6.0", "4.2", "5.2"),
        (">=4.2", "4.2", "6.1"),
        ("<5", "1.8", "4.2"),
        ("<=5.1", "1.8", "5.1"),
        (">5.1,<6.1", "5.1", "6.0"),
        ("~=5.1", "5.1", "5.2"),
        ("~=5.1.2", "5.1", "5.1"),
        ("^5.1", "5.1", "5.2"),
        ("^5.1.2", "5.1", "5.2"),
        ("~5.1", "5.1", "5.1"),
        ("~4", "4.0", "4.2"),
        ("5.2.*", "5.2", "5.2"),
        (">=4.2,!=5.0.*,<5.2", "4.2", "5.1"),
        (">=4.2,!=4.2.1,<5", "4.2", "4.2"),
        ("^4.2 || ^5.2", "4.2", "5.2"),
        ("==2028.1", "2028", "2028"),
        ("===5.2.3", "5.2", "5.2"),
    ],
)
def test_a_requirement_lets_in_a_range_of_releases(requirement, low, high):
    assert allowed(requirement) == (low, high)


@pytest.mark.parametrize("requirement", ["", "*", "latest", ">=9,<1", "git+https://host/x.git"])
def test_a_requirement_that_limits_nothing_tells_nothing(requirement):
    assert allowed(requirement) is None


@given(st.text())
@settings(max_examples=200)
def test_no_version_text_is_too_odd(text):
    release_of(text)
    parse_release(text)
    compare(text, "5.2")
    allowed(text)


# -- manifests -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Django==5.2.3",
        "django == 5.2.3  # the web",
        "django[argon2]==5.2.3",
        "DJANGO==5.2.3 ; python_version >= '3.10'",
        "django==5.2.3 --hash=sha256:abc",
        "django==5.2.3 \\\n    --hash=sha256:abc",
        "Django (==5.2.3)",
        "django @ https://host.example/Django-5.2.3.tar.gz",
        "django @ git+https://host.example/django.git@stable/5.2.x",
    ],
)
def test_requirements_may_be_written_in_many_ways(line):
    text = f"# comment\ndjangorestframework==3.16\n{line}\n"
    assert manifests.requirements(text) == Pin("5.2", "5.2", 3)


@pytest.mark.parametrize(
    "line", ["django-filter==24.1", "djangorestframework==3.16", "# django==5.2", "Django", ""]
)
def test_other_packages_and_unpinned_django_tell_nothing(line):
    assert manifests.requirements(line) is None


def test_requirements_name_further_files():
    text = "-r base.txt\n--requirement=dev.txt\n-c limits.txt\nDjango\n"
    assert manifests.includes(text) == ["base.txt", "dev.txt", "limits.txt"]


LOCK = """
version = 1

[[package]]
name = "django-filter"
version = "25.1"

[[package]]
name = "{name}"
version = "{version}"
source = {{ registry = "https://host.example" }}
"""


@pytest.mark.parametrize("name", ["django", "Django"])
def test_a_lock_file_names_one_version(name):
    assert manifests.lock(LOCK.format(name=name, version="5.2.3")) == Pin("5.2", "5.2", 10)


def test_a_lock_file_may_have_one_version_for_each_python():
    text = LOCK.format(name="django", version="5.2.3") + LOCK.format(name="django", version="4.2.1")
    found = manifests.lock(text)
    assert found is not None
    assert (found.low, found.high) == ("4.2", "5.2")


def test_a_pipfile_lock_is_read_whatever_its_layout():
    text = '{"default": {"django": {"hashes": ["sha256:a"], "version": "==5.1.4"}}}'
    assert manifests.pipfile_lock(text) == Pin("5.1", "5.1", 1)


@pytest.mark.parametrize(
    ("text", "pin"),
    [
        ('[project]\ndependencies = [\n  "Django>=4.2,<6",\n]\n', Pin("4.2", "5.2", 3)),
        ('[tool.poetry.dependencies]\npython = "^3.12"\nDjango = "^5.1"\n', Pin("5.1", "5.2", 3)),
        (
            '[tool.poetry.dependencies]\ndjango = {version = "~5.2", extras = ["argon2"]}\n',
            Pin("5.2", "5.2", 2),
        ),
        ('[dependency-groups]\ndev = ["django~=5.2.0"]\n', Pin("5.2", "5.2", 2)),
        (
            '[dependency-groups]\ndev = [{include-group = "x"}, "django==6.0"]\n',
            Pin("6.0", "6.0", 2),
        ),
        ('[project.optional-dependencies]\nweb = ["django==6.1.*"]\n', Pin("6.1", "6.1", 2)),
        ('[tool.poetry.group.web.dependencies]\ndjango = "5.2.*"\n', Pin("5.2", "5.2", 2)),
        ('[tool.pdm.dev-dependencies]\ntest = ["Django==4.2.1"]\n', Pin("4.2", "4.2", 2)),
        ('[tool.uv]\ndev-dependencies = ["Django==4.2.1"]\n', Pin("4.2", "4.2", 2)),
        ('[tool.hatch.envs.test]\ndependencies = ["Django==4.2.1"]\n', Pin("4.2", "4.2", 2)),
        (
            '[dependency-groups]\na = ["django==5.0"]\n[project]\ndependencies = ["django==5.2"]\n',
            Pin("5.2", "5.2", 4),
        ),
    ],
)
def test_pyproject_may_name_django_in_many_places(text, pin):
    assert manifests.pyproject(text) == pin


@pytest.mark.parametrize(
    "text",
    [
        "", "[project", "[project]\ndependencies = 'django==5.2'\n", "project = 3\n",
        "[tool]\npoetry = []\n", "[tool.poetry.dependencies]\ndjango = true\n",
        "[tool.hatch.envs]\na = 1\n", "[project]\ndependencies = ['Django']\n",
        "[tool.poetry.group]\nx = 1\n", "[tool.poetry.dependencies]\ndjango = '*'\n",
    ],
)  # fmt: skip
def test_a_broken_or_odd_pyproject_tells_nothing(text):
    assert manifests.pyproject(text) is None


def test_setup_cfg_has_requirements_below_one_another():
    text = dedent("""
        [options]
        packages = find:
        install_requires =
            asgiref
            Django>=4.2,<5
    """)
    assert manifests.setup_cfg(text) == Pin("4.2", "4.2", 6)


def test_a_requirement_of_another_section_of_setup_cfg_does_not_count():
    assert manifests.setup_cfg("[x]\ndescription =\n    Django>=4.2\n") is None


def test_setup_py_is_searched_not_run():
    text = "raise SystemExit\nsetup(install_requires=['django-x>=1', 'Django>=5.1,<5.2'])\n"
    assert manifests.setup_py(text) == Pin("5.1", "5.1", 2)


@pytest.mark.parametrize("value", ['"==5.2.*"', '{version = "==5.2.*", extras = ["argon2"]}'])
def test_a_pipfile_has_strings_and_tables(value):
    assert manifests.pipfile(f"[packages]\ndjango = {value}\n") == Pin("5.2", "5.2", 2)


@pytest.mark.parametrize(
    "parse",
    [
        manifests.lock, manifests.pipfile_lock, manifests.requirements, manifests.includes,
        manifests.pyproject, manifests.pipfile, manifests.setup_cfg, manifests.setup_py,
    ],
)  # fmt: skip
@given(text=st.text(alphabet="django=<>~^!*.[]{}()\"'\\\n ,;#@-r0123456789é"))
@settings(max_examples=100)
def test_no_manifest_is_too_broken(parse, text):
    parse(text)


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("Django-5.2.3.dist-info", "5.2"),
        ("django-6.1.3.dist-info", "6.1"),
        ("Django-3.2.25-py3.9.egg-info", "3.2"),
        ("django-6.2.dev20261101.dist-info", "6.2"),
        ("django_filter-25.1.dist-info", None),
        ("Django-stubs-5.2.dist-info", None),
    ],
)
def test_a_metadata_folder_is_named_after_the_version(name, release):
    assert manifests.installed(name) == release


# -- folders ---------------------------------------------------------------------------------------


def project(root: Path, **files: str) -> Path:
    """Writes files (`__` in a name is a folder) and gives the path of a module in the root."""
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "app" / "models.py"


def install(prefix: Path, version: str) -> Path:
    folder = prefix / "lib" / "python3.12" / "site-packages" / f"django-{version}.dist-info"
    folder.mkdir(parents=True)
    return folder


def test_the_version_comes_with_where_it_was_read(tmp_path):
    module = project(tmp_path, **{"requirements.txt": "asgiref\nDjango==5.2.1\n"})
    found = django_version(module, tmp_path)
    assert found == DjangoVersion("5.2", "5.2", tmp_path / "requirements.txt", 2)
    assert (found.release, found.exact) == ("5.2", True)


def test_what_is_installed_beats_what_is_required(tmp_path):
    module = project(tmp_path, **{"requirements.txt": "Django==4.2\n"})
    metadata = install(tmp_path / ".venv", "5.2.3")
    assert django_version(module, tmp_path) == DjangoVersion("5.2", "5.2", metadata)


@pytest.mark.parametrize("name", [".venv", "venv", "env"])
def test_environments_have_several_usual_names(tmp_path, name):
    install(tmp_path / name, "6.1.3")
    found = django_version(tmp_path / "x.py", tmp_path)
    assert found is not None
    assert found.release == "6.1"


def test_windows_lays_out_environments_differently(tmp_path):
    (tmp_path / "venv" / "Lib" / "site-packages" / "Django-4.2.1.dist-info").mkdir(parents=True)
    found = django_version(tmp_path / "x.py", tmp_path)
    assert found is not None
    assert found.release == "4.2"


def test_a_lock_file_beats_requirements_and_those_beat_pyproject(tmp_path):
    files = {
        "uv.lock": LOCK.format(name="django", version="5.2.3"),
        "requirements.txt": "Django==5.1\n",
        "pyproject.toml": '[project]\ndependencies = ["Django==5.0"]\n',
    }
    module = project(tmp_path, **files)
    for name, release in zip(files, ["5.2", "5.1", "5.0"], strict=True):
        found = django_version(module, tmp_path)
        assert found is not None
        assert (found.source.name, found.release) == (name, release)
        (tmp_path / name).unlink()


def test_the_nearest_manifest_decides(tmp_path):
    project(
        tmp_path, **{"requirements.txt": "Django==5.2\n", "old__requirements.txt": "Django==4.2\n"}
    )
    inner = django_version(tmp_path / "old" / "app" / "models.py", tmp_path)
    outer = django_version(tmp_path / "new" / "models.py", tmp_path)
    assert inner is not None
    assert outer is not None
    assert (inner.release, outer.release) == ("4.2", "5.2")


def test_a_manifest_that_does_not_mention_django_is_passed_over(tmp_path):
    files = {"requirements.txt": "Django==5.2\n", "app__pyproject.toml": "[tool.ruff]\n"}
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert found.source == tmp_path / "requirements.txt"


def test_a_range_is_narrowed_by_what_is_installed_further_up(tmp_path):
    module = project(tmp_path, **{"app__requirements.txt": "Django>=4.2,<6\n"})
    install(tmp_path / ".venv", "5.1.2")
    found = django_version(module, tmp_path)
    assert found is not None
    assert (found.low, found.high) == ("5.1", "5.1")


def test_what_is_installed_further_up_does_not_contradict_the_nearest_manifest(tmp_path):
    module = project(tmp_path, **{"app__requirements.txt": "Django>=4.2,<5\n"})
    install(tmp_path / ".venv", "6.0")
    found = django_version(module, tmp_path)
    assert found is not None
    assert (found.low, found.high) == ("4.2", "4.2")


def test_a_range_keeps_its_lowest_and_highest_release(tmp_path):
    text = '[project]\ndependencies = ["Django>=4.2,<6"]\n'
    found = django_version(project(tmp_path, **{"pyproject.toml": text}), tmp_path)
    assert found is not None
    assert (found.low, found.high, found.release, found.exact) == ("4.2", "5.2", "5.2", False)


def test_the_configured_interpreter_tells_where_nothing_else_does(tmp_path):
    root = tmp_path / "work"
    root.mkdir()
    install(tmp_path / "elsewhere", "5.2.3")
    interpreter = tmp_path / "elsewhere" / "bin" / "python"
    found = django_version(root / "x.py", root, interpreter)
    assert found is not None
    assert found.release == "5.2"


def test_requirements_in_a_folder_of_their_own_count(tmp_path):
    module = project(tmp_path, **{"requirements__base.txt": "Django==5.1.3\n"})
    found = django_version(module, tmp_path)
    assert found is not None
    assert found.source == tmp_path / "requirements" / "base.txt"


def test_included_requirements_are_followed_inside_the_workspace(tmp_path):
    files = {
        "requirements.txt": "-r deps/web.txt\n",
        "deps__web.txt": "-r ../requirements.txt\nDjango~=5.2.0\n",
    }
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert (found.source, found.line) == (tmp_path / "deps" / "web.txt", 2)


def test_included_requirements_outside_the_workspace_are_not_read(tmp_path):
    (tmp_path / "outside.txt").write_text("Django==5.2\n", encoding="utf-8")
    root = tmp_path / "work"
    module = project(root, **{"requirements.txt": "-r ../outside.txt\n"})
    assert django_version(module, root) is None


def test_a_manifest_that_links_out_of_the_workspace_is_not_read(tmp_path):
    (tmp_path / "outside.txt").write_text("Django==5.2\n", encoding="utf-8")
    root = tmp_path / "work"
    root.mkdir()
    (root / "requirements.txt").symlink_to(tmp_path / "outside.txt")
    assert django_version(root / "x.py", root) is None


def test_compiled_requirements_beat_the_range_they_were_made_from(tmp_path):
    files = {"requirements.in": "Django>=4.2\n", "requirements.txt": "django==5.2.3\n"}
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert found.release == "5.2"


def test_the_main_requirements_beat_those_for_development(tmp_path):
    files = {
        "requirements__dev.txt": "Django==5.2\n",
        "requirements__production.txt": "Django==4.2\n",
    }
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert (found.low, found.high) == ("4.2", "4.2")


def test_files_that_pin_different_releases_count_as_a_range(tmp_path):
    files = {"requirements__old.txt": "Django==4.2\n", "requirements__new.txt": "Django==6.0\n"}
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert (found.low, found.high) == ("4.2", "6.0")


def test_windows_line_ends_do_not_matter(tmp_path):
    files = {"requirements.txt": "a==1\r\nDjango==5.2.3 \\\r\n    --hash=sha256:x\r\n"}
    found = django_version(project(tmp_path, **files), tmp_path)
    assert found is not None
    assert (found.release, found.line) == ("5.2", 2)


def test_a_file_outside_the_workspace_has_no_version(tmp_path):
    project(tmp_path, **{"requirements.txt": "Django==5.2\n"})
    root = tmp_path / "other"
    root.mkdir()
    assert django_version(tmp_path / "x.py", root) is None


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml", "uv.lock", "Pipfile.lock"])
def test_bytes_that_are_no_text_tell_nothing(tmp_path, name):
    (tmp_path / name).write_bytes(b"\xff\xfe\x00django==5.2\x00\x80")
    assert django_version(tmp_path / "x.py", tmp_path) is None


def test_a_folder_called_like_a_manifest_tells_nothing(tmp_path):
    (tmp_path / "pyproject.toml").mkdir()
    (tmp_path / "requirements.txt").mkdir()
    assert django_version(tmp_path / "x.py", tmp_path) is None


def test_a_workspace_that_is_gone_has_no_version(tmp_path):
    assert django_version(tmp_path / "gone" / "x.py", tmp_path / "gone") is None
