"""What checks of templates must know before they may say something."""

from __future__ import annotations

from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.loaded import loads_before
from cheatsheet_ls.language.template.structure import Template

# Widely used libraries of other packages; none of them has a tag or filter that Django has, too.
HARMLESS = frozenset(
    {
        "bootstrap3",
        "bootstrap4",
        "bootstrap5",
        "compress",
        "crispy_forms_filters",
        "crispy_forms_tags",
        "crispy_forms_field",
        "django_bootstrap5",
        "django_tables2",
        "django_vite",
        "mptt_tags",
        "render_bundle",
        "render_table",
        "sekizai_tags",
        "sorl_thumbnail",
        "thumbnail",
        "webpack_loader",
        "widget_tweaks",
    }
)


def loads_only_known(subject: TemplateSubject, offset: int) -> bool:
    """Whether every library loaded so far is one whose names are known."""
    names = {
        word.text for load in loads_before(subject.template, offset) for word in load.libraries
    }
    own = subject.libraries.own
    return all(known.is_library(name) or name in own or name in HARMLESS for name in names)


def blocks_are_known(template: Template, index: int) -> bool:
    """Whether Django reads what stands there: a block of somebody's tag may keep it as it is."""
    around = (template.tokens[block].name for block in template.blocks_around(index))
    return all(known.closing(name) for name in around)
