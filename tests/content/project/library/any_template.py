"""A last template loader: templates that examples name and their readers would write.

Only these names are answered: a misspelt one fails, and a new one is added here.
"""

from django.template import Origin
from django.template.loaders.base import Loader as BaseLoader

NAMES = {
    "emails/book_ready.html",
    "emails/book_ready.txt",
    "library/author_confirm_delete.html",
    "library/author_form.html",
    "library/card.html",
    "library/mail.txt",
    "library/review_form.html",
    "library/sign_up.html",
    "library/special.html",
    "registration/forgot.html",
    "registration/password_reset_subject.txt",
}
PAGE = "{{ title }} {{ form }} {{ object }} {{ object_list }}"


class Loader(BaseLoader):
    def get_template_sources(self, template_name):
        if template_name in NAMES:
            yield Origin(name=f"any:{template_name}", template_name=template_name, loader=self)

    def get_contents(self, origin):
        return PAGE
