"""The small Django site that is edited to pieces."""

from __future__ import annotations

from pathlib import Path

from tests.support.lsp_session import ROOT

LIBRARY = ROOT / "examples" / "library"

_LIBRARY = (
    "catalogue/models.py",
    "catalogue/views.py",
    "catalogue/admin.py",
    "catalogue/forms.py",
    "catalogue/urls.py",
    "catalogue/tests.py",
    "catalogue/templates/catalogue/book_list.html",
    "catalogue/templates/catalogue/book_detail.html",
    "site_config/settings.py",
)

OWN = {
    "Dockerfile": "FROM python:3.12\nRUN python manage.py migrate --noinput\n",
    "requirements.txt": "Django==5.2.1\ndjangorestframework>=3.15\n# a remark\ngunicorn\n",
    "team.md": (
        "# Team\n\n## CharField\n\nOur own rule.\n\n- **Symbol:** `django.db.models.CharField`\n\n"
        "### Use it\n\n```python scope=model-body prefix=team-char\n"
        "code = models.CharField(max_length=8)\n```\n"
    ),
}

FILES = {
    **{name: (LIBRARY / name).read_text(encoding="utf-8") for name in _LIBRARY},
    **OWN,
}

_LANGUAGES = {".py": "python", ".html": "html", ".md": "markdown", ".txt": "pip-requirements"}


def language_of(name: str) -> str:
    return _LANGUAGES.get(Path(name).suffix, "dockerfile" if name == "Dockerfile" else "plaintext")


def made(folder: Path) -> Path:
    root = folder / "site"
    for name, text in {**FILES, "manage.py": "", "catalogue/__init__.py": ""}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
