"""Tag names, end tags and inner tags."""

from __future__ import annotations

from tests.language.template.answers import match, recognised, symbols


def test_a_tag_is_known_by_its_name() -> None:
    assert recognised("{% f<|>or book in books %}") == "tag:for  «for»"


def test_both_ends_of_the_name_count_as_on_it() -> None:
    assert recognised("{%<|>if a %}") == "tag:if  «if»"
    assert recognised("{%if<|> a %}") == "tag:if  «if»"


def test_the_name_of_a_url_that_a_package_brings_is_known() -> None:
    assert recognised("{% url 'admin:in<|>dex' %}") == "url:admin:index  «admin:index»"
    assert recognised('{% url "account_lo<|>gin" as there %}') == (
        "url:account_login  «account_login»"
    )
    assert recognised("{% url 'shop:in<|>dex' %}") is None
    assert recognised("{% static 'admin:in<|>dex' %}") is None
    assert recognised("{% url there 'admin:in<|>dex' %}") is None


def test_an_end_tag_is_the_tag_it_ends() -> None:
    assert recognised("{% for a in b %}{% end<|>for %}") == "tag:for  «endfor»"


def test_the_tag_as_written_stands_in_the_context() -> None:
    found = match("{% for a in b %}{% emp<|>ty %}{% endfor %}")
    assert found is not None
    assert (found.symbols, dict(found.context)) == (("tag:for",), {"tag": "empty"})


def test_else_belongs_to_the_block_that_encloses_it() -> None:
    assert recognised("{% if a %}{% el<|>se %}{% endif %}") == "tag:if  «else»"
    assert recognised("{% ifchanged %}{% el<|>se %}{% endifchanged %}") == "tag:ifchanged  «else»"


def test_else_after_an_inner_block_belongs_to_the_outer_one() -> None:
    text = "{% ifchanged a %}{% if b %}{% endif %}{% el<|>se %}{% endifchanged %}"
    assert recognised(text) == "tag:ifchanged  «else»"


def test_else_in_a_block_of_somebody_else_is_not_known() -> None:
    assert recognised("{% ifowner %}{% el<|>se %}{% endifowner %}") is None
    assert recognised("{% if a %}{% ifowner %}{% el<|>se %}{% endifowner %}{% endif %}") is None


def test_an_inner_tag_on_its_own_is_not_known() -> None:
    assert recognised("{% emp<|>ty %}") is None


def test_plural_belongs_to_blocktranslate() -> None:
    text = "{% load i18n %}{% blocktranslate count n=n %}a{% plu<|>ral %}b{% endblocktranslate %}"
    assert recognised(text) == "tag:blocktranslate  «plural»"


def test_a_missing_end_tag_does_not_lead_an_end_tag_astray() -> None:
    assert recognised("{% if a %}{% for b in c %}{% end<|>if %}") == "tag:if  «endif»"


def test_an_end_tag_alone_still_says_what_it_ends() -> None:
    assert recognised("{% endwi<|>th %}") == "tag:with  «endwith»"


def test_the_end_of_somebody_elses_block_is_not_known() -> None:
    assert recognised("{% thumb a %}{% endth<|>umb %}") is None


def test_the_two_names_of_a_translation_tag_are_one() -> None:
    text = '{% load i18n %}{% tr<|>ans "a" %}'
    assert symbols(text) == ("tag:trans", "tag:translate")
    assert symbols(text.replace("tr<|>ans", "trans<|>late")) == ("tag:translate", "tag:trans")


def test_a_tag_inside_a_script_is_a_tag() -> None:
    assert recognised("<script>var a = {% i<|>f b %}1{% endif %}</script>") == "tag:if  «if»"


def test_words_of_text_comments_and_verbatim_are_silent() -> None:
    assert recognised("for book in <|>books") is None
    assert recognised("{# for bo<|>ok #}") is None
    assert recognised("{% comment %}{% f<|>or a in b %}{% endcomment %}") is None
    assert recognised("{% verbatim %}{% f<|>or a in b %}{% endverbatim %}") is None


def test_comment_and_verbatim_themselves_are_known() -> None:
    assert recognised("{% com<|>ment %}x{% endcomment %}") == "tag:comment  «comment»"
    assert recognised("{% verbatim %}x{% endver<|>batim %}") == "tag:verbatim  «endverbatim»"


def test_arguments_of_a_tag_are_not_the_tag() -> None:
    assert recognised("{% block f<|>or %}") is None
    assert recognised("{% if i<|>f %}") is None


def test_blocks_nested_500_deep_are_no_problem() -> None:
    deep = "{% if a %}" * 500 + "{% for a in b %}{% emp<|>ty %}" + "{% endif %}" * 500
    assert recognised(deep) == "tag:for  «empty»"


def test_a_tag_is_known_while_it_is_typed() -> None:
    assert recognised("{% fo<|>r") == "tag:for  «for»"
    assert recognised("<p>\n{% i<|>f a\n</p>") == "tag:if  «if»"
