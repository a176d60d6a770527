"""`python -m tools.editors.pictures FOLDER`: twenty hovers of VS Code on the demo's project, as
pictures.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tools.demo.project import project
from tools.editors.vscode import extension, run
from tools.setup.system import Missing

MODELS, STAFF = "helpdesk/models.py", "helpdesk/views/staff.py"
HOME = "helpdesk/templates/helpdesk/public_homepage.html"
HOVERS = (
    (MODELS, "title = models.CharField"),
    (MODELS, "slug = models.SlugField"),
    (MODELS, "max_length"),
    (MODELS, "on_delete"),
    (MODELS, "        ordering"),
    (MODELS, "settings.AUTH_USER_MODEL"),
    ("helpdesk/views/kb.py", "category = get_object_or_404"),
    (MODELS, "completion_date__isnull"),
    ("helpdesk/views/kb.py", "@require_POST"),
    ("helpdesk/views/kb.py", "request.GET"),
    (STAFF, "Ticket.objects.select_related"),
    ("helpdesk/admin.py", "    list_display"),
    ("helpdesk/admin.py", "@admin.display"),
    ("helpdesk/forms.py", "forms.Textarea"),
    ("helpdesk/serializers.py", "serializers.ModelSerializer"),
    ("helpdesk/urls.py", "path, re_path"),
    (MODELS, "settings.DEFAULT_FROM_EMAIL"),
    (HOME, "{% for"),
    (HOME, "{% include"),
    (HOME, "{% url"),
)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]).resolve()
    _, root = project()
    hovers = [{"file": file, "at": at} for file, at in HOVERS]
    try:
        with tempfile.TemporaryDirectory() as home:
            job = {"project": str(root), "home": home, "extensions": [str(extension())]}
            done = run("hovers.mjs", {**job, "pictures": str(folder), "hovers": hovers})
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    print(done)
    seen = json.loads((folder / "hovers.json").read_text(encoding="utf-8"))
    return 1 if any("error" in one for one in seen) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
