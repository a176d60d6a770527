"""Our codes against `manage.py check`, on broken projects made from a seed.

`python -m tools.lens.compare --seed 1 --count 50 --django 5.2` prints recall and precision of every
code that both know, and what Django says that we do not look for.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from cheatsheet_ls.features.diagnostics import diagnose
from cheatsheet_ls.features.diagnostics.checks import rules
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tools.lens.seeds import models_of
from tools.lens.seeds_of_sites import admin_of, urls_of

ROOT = Path(__file__).resolve().parents[2]
Told = tuple[str, str, str, str]  # app, model or class, field, code

_SETTINGS = """\
SECRET_KEY = "x" * 60
SEEDED = {apps!r}
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    *SEEDED,
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {{
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        }},
    }}
]
ROOT_URLCONF = "urls"
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {{"default": {{"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}}}
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How often each code was told by both, by Django alone and by us alone."""

    both: Counter[str]
    missed: Counter[str]
    wrong: Counter[str]
    not_ours: Counter[str]

    @property
    def recall(self) -> float:
        return self.both.total() / max(1, self.both.total() + self.missed.total())

    @property
    def precision(self) -> float:
        return self.both.total() / max(1, self.both.total() + self.wrong.total())


def compare(seed: int, count: int, django: str, *, show: bool = False) -> Comparison:
    with tempfile.TemporaryDirectory() as folder:
        apps = _write(Path(folder), seed, count)
        theirs = set(_by_django(Path(folder), django))
        ours = {told for app in apps for told in _by_us(Path(folder), app, django)}
        if show:
            _show(Path(folder), ours, theirs)
    known = {rule.code for rule in rules() if rule.is_of_django}
    both, missed, wrong, not_ours = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for told in {*ours, *theirs}:
        code = told[3]
        if code not in known:
            not_ours[code] += 1
        elif told not in theirs:
            wrong[code] += 1
        else:
            (both if told in ours else missed)[code] += 1
    return Comparison(both, missed, wrong, not_ours)


def _write(root: Path, seed: int, count: int) -> list[str]:
    apps = [f"seeded{index}" for index in range(count)]
    (root / "settings.py").write_text(_SETTINGS.format(apps=apps), encoding="utf-8")
    (root / "urls.py").write_text("urlpatterns = []\n", encoding="utf-8")
    for index, app in enumerate(apps):
        random = Random(seed * 100_003 + index)
        home = root / app
        home.mkdir()
        (home / "__init__.py").touch()
        models = models_of(random, app)
        (home / "models.py").write_text(models, encoding="utf-8")
        names = re.findall(r"^class (\w+)", models, re.MULTILINE)
        (home / "admin.py").write_text(admin_of(random, names), encoding="utf-8")
        (home / "urls.py").write_text(urls_of(random), encoding="utf-8")
    return apps


def _by_django(root: Path, django: str) -> list[Told]:
    python = ROOT / ".venvs" / f"django-{django}" / "bin" / "python"
    inside = Path(__file__).parent / "inside" / "__main__.py"
    done = subprocess.run(
        [python, inside, root], capture_output=True, text=True, check=False, cwd=root
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return [(app, name, field, code) for app, name, field, code in json.loads(done.stdout)]


def _by_us(root: Path, app: str, django: str) -> list[Told]:
    workspace = Workspace(root)
    found = []
    for name in ("models", "admin", "urls"):
        path = root / app / f"{name}.py"
        text = path.read_text(encoding="utf-8")
        document = Document(path.as_uri(), path, Kind.PYTHON, text)
        for one in diagnose(document, workspace, Django.of(django)):
            owner = "urls" if name == "urls" else _class_at(text, one.span.start)
            found.append((app, owner, _field_at(text, one.span.start, one.code), one.code))
    return found


def _field_at(text: str, offset: int, code: str) -> str:
    """The field of a code that Django tells of fields."""
    line = text[text.rfind("\n", 0, offset) + 1 :]
    found = re.match(r"    (\w+)", line)
    return found[1] if found and code.startswith("fields.") else ""


def _class_at(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    before = re.findall(r"^class (\w+)", text[: end if end >= 0 else len(text)], re.MULTILINE)
    return before[-1] if before else ""


def _show(root: Path, ours: set[Told], theirs: set[Told]) -> None:
    for told in sorted(ours ^ theirs):
        if (root / told[0]).is_dir():
            print(f"{told}: {'ours alone' if told in ours else 'of Django alone'}")
            source = (root / told[0] / "models.py").read_text(encoding="utf-8")
            found = re.search(rf"^class {told[1]}\b.*?(?=^class |\Z)", source, re.M | re.S)
            print(found.group() if found else "")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.lens.compare", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--django", default="5.2")
    parser.add_argument("--show", action="store_true", help="the models of each difference")
    given = parser.parse_args()
    result = compare(given.seed, given.count, given.django, show=given.show)
    for code in sorted({*result.both, *result.missed, *result.wrong}):
        counts = result.both[code], result.missed[code], result.wrong[code]
        print(f"{code:14} both {counts[0]:5}  missed {counts[1]:5}  wrong {counts[2]:5}")
    others = ", ".join(f"{code} {count}" for code, count in result.not_ours.most_common() if count)
    print(f"not looked for: {others or 'nothing'}")
    print(f"recall {result.recall:.3f}, precision {result.precision:.3f}")


if __name__ == "__main__":
    main()
    sys.exit()
