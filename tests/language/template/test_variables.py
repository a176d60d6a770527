"""Variables with a meaning of their own, and date formats."""

from __future__ import annotations

from tests.language.template.answers import match, recognised, symbols


def test_forloop_is_known_inside_a_loop() -> None:
    text = "{% for a in b %}{{ forloop.cou<|>nter }}{% endfor %}"
    assert recognised(text) == "variable:forloop.counter  «counter»"
    assert recognised(text.replace("cou<|>nter", "counter").replace("forl", "fo<|>rl")) == (
        "variable:forloop  «forloop»"
    )


def test_forloop_outside_a_loop_is_nothing() -> None:
    assert recognised("{% for a in b %}{% endfor %}{{ forloop.cou<|>nter }}") is None


def test_the_loop_around_the_loop_is_told_by_its_last_name() -> None:
    text = "{% for a in b %}{% if forloop.parentloop.fi<|>rst %}{% endif %}{% endfor %}"
    assert recognised(text) == "variable:forloop.first  «first»"


def test_forloop_has_no_other_names() -> None:
    assert recognised("{% for a in b %}{{ forloop.ind<|>ex }}{% endfor %}") is None


def test_block_super_is_known_inside_a_block() -> None:
    text = "{% block title %}{{ block.su<|>per }}{% endblock %}"
    assert recognised(text) == "variable:block.super  «super»"
    assert recognised("{{ block.su<|>per }}") is None


def test_what_context_processors_give_is_known() -> None:
    assert recognised("{{ csrf_<|>token }}") == "variable:csrf_token  «csrf_token»"
    assert recognised("{% for m in mess<|>ages %}") == "variable:messages  «messages»"
    assert recognised("{% if per<|>ms.shop.add_book %}") == "variable:perms  «perms»"


def test_a_setting_in_the_context_is_told_as_variable_and_setting() -> None:
    assert symbols("{{ STATIC_<|>URL }}") == ("variable:STATIC_URL", "setting:STATIC_URL")


def test_attributes_are_told_by_the_class_too() -> None:
    assert symbols("{{ request.G<|>ET }}") == (
        "variable:request.GET",
        "django.http.HttpRequest.GET",
    )
    assert symbols("{{ request.user.is_auth<|>enticated }}") == (
        "variable:request.user.is_authenticated",
        "django.contrib.auth.models.User.is_authenticated",
    )
    assert symbols("{% if page_obj.paginator.num_<|>pages > 1 %}")[1] == (
        "django.core.paginator.Paginator.num_pages"
    )


def test_what_the_template_binds_itself_is_its_own() -> None:
    assert recognised("{% for user in users %}{{ us<|>er.name }}{% endfor %}") is None
    assert recognised("{% with request=x %}{{ req<|>uest.GET }}{% endwith %}") is None
    assert recognised("{% get_it as messages %}{{ mess<|>ages }}") is None
    assert recognised("{% for us<|>er in users %}") is None


def test_names_given_to_other_templates_bind_nothing_here() -> None:
    text = "{% include 'a.html' with user=owner %}{{ us<|>er }}"
    assert recognised(text) == "variable:user  «user»"


def test_the_name_of_a_keyword_is_no_variable() -> None:
    assert recognised("{% url 'a' us<|>er=1 %}") is None


def test_a_variable_given_to_a_filter_is_one() -> None:
    assert recognised("{{ a|default:req<|>uest.path }}") == "variable:request  «request»"


def test_names_of_blocks_and_cache_fragments_are_no_variables() -> None:
    assert recognised("{% block mess<|>ages %}") is None
    assert recognised("{% cache 500 us<|>er %}") is None


def test_forms_have_attributes_and_the_project_s_fields() -> None:
    assert symbols("{{ form.as_<|>p }}") == ("variable:form.as_p", "django.forms.Form.as_p")
    assert symbols("{{ form.title.err<|>ors }}")[1] == "django.forms.BoundField.errors"
    assert recognised("{{ form.ti<|>tle }}") is None


def test_a_loop_over_a_form_goes_over_bound_fields() -> None:
    text = "{% for field in form %}{{ field.label_<|>tag }}{% endfor %}"
    assert symbols(text) == ("variable:field.label_tag", "django.forms.BoundField.label_tag")
    assert recognised("{% for field in table %}{{ field.label_<|>tag }}{% endfor %}") is None


def test_variables_of_the_project_are_silent() -> None:
    assert recognised("{{ tit<|>le }}") is None
    assert recognised("{{ book.request.G<|>ET }}") is None


def test_each_letter_of_a_date_format_is_known() -> None:
    assert recognised('{{ a|date:"j<|> F Y" }}') == "date:j  «j»"
    assert recognised('{{ a|date:"<|>Y-m-d" }}') == "date:Y  «Y»"
    assert recognised('{{ a|date:"Y-<|>m-d" }}') == "date:m  «m»"
    assert recognised('{{ a|time:"H:<|>i" }}') == "date:i  «i»"
    assert recognised('{% now "<|>jS F" %}') == "date:j  «j»"


def test_the_whole_format_stands_in_the_context() -> None:
    found = match('{{ a|date:"Y-<|>m-d" }}')
    assert found is not None
    assert dict(found.context) == {"format": "Y-m-d", "letters": "Y m d"}


def test_after_the_last_letter_it_still_counts() -> None:
    assert recognised('{{ a|date:"Y-m-d<|>" }}') == "date:d  «d»"


def test_a_backslash_makes_a_letter_plain_however_it_is_spelled() -> None:
    assert recognised(r'{{ a|date:"jS \<|>o\f F" }}') is None
    assert recognised(r'{{ a|date:"jS \\<|>o\\f F" }}') is None
    found = match(r'{% now "jS \o\f <|>F" %}')
    assert found is not None
    assert found.context["letters"] == "j S F"


def test_a_named_format_is_the_setting() -> None:
    text = '{{ a|date:"SHORT_<|>DATE_FORMAT" }}'
    assert recognised(text) == "setting:SHORT_DATE_FORMAT  «SHORT_DATE_FORMAT»"


def test_strings_of_other_filters_are_no_formats() -> None:
    assert recognised('{{ a|default:"<|>Y" }}') is None


def test_a_permission_is_known_by_what_it_allows() -> None:
    assert recognised("{% if perms.shop.add_<|>book %}") == "permission:add  «add_book»"
    assert recognised("{% if perms.shop.publish_<|>book %}") is None
    assert recognised("{% if perms.sh<|>op.add_book %}") is None
