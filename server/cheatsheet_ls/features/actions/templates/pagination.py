"""Links to the pages before and after; the rest of the address is kept where Django can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.templates.spot import Spot

ID = "template-pagination"

_CODE = """\
{% if page_obj.has_other_pages %}
    <nav aria-label="Pages">
        {% if page_obj.has_previous %}
            <a href="BACK" rel="prev">Previous</a>
        {% endif %}
        Page {{ page_obj.number }} of {{ page_obj.paginator.num_pages }}
        {% if page_obj.has_next %}
            <a href="ON" rel="next">Next</a>
        {% endif %}
    </nav>
{% endif %}"""

QUERYSTRING = "5.1"  # the release that brought the tag

_LOOP = re.compile(r"\{%-?\s*for\s")
_PAGES = re.compile(r"\b(?:has_other_pages|has_next|page_range|num_pages)\b")


def offers(asked: Asked, spot: Spot) -> Iterator[Action]:
    """Outside of loops, in a template that has one and no pages yet."""
    is_lost = spot.extends is not None and "block" not in spot.around
    if is_lost or "for" in spot.around or not _LOOP.search(spot.text):
        return
    if not _PAGES.search(spot.text):
        is_new = not asked.django.is_before(QUERYSTRING)
        yield from answered(asked, ID, "pages of the list", spot.builder(_code(is_new=is_new)))


def _code(*, is_new: bool) -> str:
    code = _CODE
    for mark, number in (("BACK", "previous_page_number"), ("ON", "next_page_number")):
        plain = f"?page={{{{ page_obj.{number} }}}}"
        link = f"{{% querystring page=page_obj.{number} %}}" if is_new else plain
        code = code.replace(mark, link)
    return code
