"""Actions on views that are not as the pages have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.django import Django
from tests.support.files import Files

MODELS = """
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
"""


def project(root: Path, views: str, **files: str) -> Files:
    named = {f"library/{name}.py": text for name, text in files.items()}
    return Files(root, {"library/models.py": MODELS, "library/views.py": views, **named})


def test_a_mixin_stands_before_the_other_bases(tmp_path: Path):
    views = """
        from django.views.generic import ListView
        from .models import Book

        class All<|>Books(ListView):
            model = Book
        """
    after = project(tmp_path, views).after("view-permission")["library/views.py"]
    assert "class AllBooks(PermissionRequiredMixin, ListView):\n" in after
    assert '    permission_required = "library.view_book"\n    model = Book\n' in after


def test_a_permission_stands_behind_the_login(tmp_path: Path):
    views = """
        from django.contrib.auth.mixins import LoginRequiredMixin
        from django.views.generic import ListView
        from .models import Book

        class All<|>Books(LoginRequiredMixin, ListView):
            model = Book
        """
    after = project(tmp_path, views).after("view-permission")["library/views.py"]
    assert "class AllBooks(LoginRequiredMixin, PermissionRequiredMixin, ListView):\n" in after


def test_a_decorator_of_a_class_goes_through_dispatch(tmp_path: Path):
    views = """
        from django.views.generic import TemplateView

        class Ab<|>out(TemplateView):
            template_name = "about.html"
        """
    after = project(tmp_path, views).after("view-cache")["library/views.py"]
    assert '@method_decorator(cache_page(60 * 15), name="dispatch")\nclass About(' in after


def test_a_permission_is_asked_for_before_the_cache(tmp_path: Path):
    views = """
        from django.contrib.auth.decorators import login_required
        from django.views.decorators.cache import cache_page

        @login_required
        @cache_page(60)
        def bo<|>oks(request):
            return render(request, "books.html", {"books": Book.objects.all()})

        from .models import Book
        """
    after = project(tmp_path, views).after("view-permission")["library/views.py"]
    order = ["@login_required", "@permission_required", "@cache_page", "def books"]
    assert sorted(order, key=after.index) == order


SILENT = {
    "a helper of other views": """
        def vis<|>ible(request, books):
            return get_object_or_404(books, public=True)

        def book(request):
            return render(request, "book.html", {"book": visible(request, Book)})
        """,
    "a function that gives something else": """
        def ti<|>tle(request, book) -> str:
            return str(HttpResponse(book))
        """,
    "a context processor": """
        def si<|>te(request):
            return {"site": "Library"}
        """,
    "a method": """
        class Books(View):
            def g<|>et(self, request):
                return render(request, "books.html")
        """,
    "a class that is no view": """
        class Bo<|>oks(list):
            pass
        """,
}


@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_offered_on(case: str, tmp_path: Path):
    assert project(tmp_path, SILENT[case]).offered() == {}


NOT_CACHED = {
    "takes a form": """
        def bo<|>ok(request):
            if request.method == "POST":
                return redirect("/")
            return render(request, "book.html")
        """,
    "changes something": """
        def bo<|>ok(request):
            Book.objects.create(title="A")
            return render(request, "book.html")
        """,
    "shows no page": """
        def bo<|>ok(request):
            return redirect("/")
        """,
    "is cached in the URLconf": """
        def fr<|>ont(request):
            return render(request, "front.html")
        """,
    "has a form": """
        from django.views.generic import FormView

        class As<|>k(FormView):
            template_name = "ask.html"
        """,
}


@pytest.mark.parametrize("case", NOT_CACHED)
def test_no_cache_for_a_view_that(case: str, tmp_path: Path):
    urls = 'urlpatterns = [path("", cache_page(60)(views.front))]\n'
    assert "view-cache" not in project(tmp_path, NOT_CACHED[case], urls=urls).offered()


PROTECTED = {
    "decorated": """
        @login_required
        def bo<|>ok(request):
            return render(request, "book.html")
        """,
    "decorated by the project": """
        @library_staff_member_required
        def bo<|>ok(request):
            return render(request, "book.html")
        """,
    "mixed in": """
        from django.contrib.auth.mixins import LoginRequiredMixin
        from django.views.generic import TemplateView

        class Bo<|>ok(LoginRequiredMixin, TemplateView):
            template_name = "book.html"
        """,
    "decorated in the URLconf": """
        def fr<|>ont(request):
            return render(request, "front.html")
        """,
    "an API": """
        @api_view(["GET"])
        def bo<|>ok(request):
            return Response({})
        """,
}


@pytest.mark.parametrize("case", PROTECTED)
def test_no_login_for_a_view_that_is(case: str, tmp_path: Path):
    urls = 'urlpatterns = [path("", login_required(views.front))]\n'
    assert "view-login" not in project(tmp_path, PROTECTED[case], urls=urls).offered()


def test_a_coroutine_is_guarded_only_where_django_can(tmp_path: Path):
    views = 'async def bo<|>ok(request): return render(request, "book.html")\n'
    files = project(tmp_path, views)
    assert "view-login" not in files.offered(Django.of("4.2"))
    assert "view-login" in files.offered(Django.of("5.2"))


PATTERNS = {
    'def ar<|>chive(request, year, slug): return render(request, "x.html")': (
        "archive/<int:year>/<slug:slug>/"
    ),
    'def lo<|>an(request, book_id: str): return render(request, "x.html")': "loan/<str:book_id>/",
    'def ho<|>me(request, page=1): return render(request, "x.html")': "",
    'async def no<|>te(request, uuid): return HttpResponse("x")': "note/<uuid:uuid>/",
}


@pytest.mark.parametrize("view", PATTERNS)
def test_parameters_become_parts_of_the_address(view: str, tmp_path: Path):
    after = project(tmp_path, view + "\n").after("view-path")["library/urls.py"]
    assert f'path("{PATTERNS[view]}", views.' in after


def test_a_view_that_a_urlconf_names_in_another_way_gets_no_path(tmp_path: Path):
    views = "def not_<|>found(request, exception): return render(request, '404.html')\n"
    urls = 'urlpatterns = []\nhandler404 = "library.views.not_found"\n'
    assert "view-path" not in project(tmp_path, views, urls=urls).offered()


def test_the_template_of_another_package_is_left_alone(tmp_path: Path):
    views = "def si<|>gn_in(request): return render(request, 'registration/login.html')\n"
    assert "view-template" not in project(tmp_path, views).offered()


def test_a_form_among_what_a_template_gets_has_its_token(tmp_path: Path):
    views = """
        from django.shortcuts import render
        from .forms import BookForm

        def add_<|>book(request):
            form = BookForm(request.POST or None)
            return render(request, "library/add.html", {"form": form})
        """
    forms = "from django import forms\n\n\nclass BookForm(forms.Form):\n    pass\n"
    after = project(tmp_path, views, forms=forms).after("view-template")
    page = after["library/templates/library/add.html"]
    assert "{% csrf_token %}" in page
    assert "{{ form.as_p }}" in page


def test_what_a_view_answers_must_be_plain_for_a_test(tmp_path: Path):
    views = "def st<|>ate(request): return answers[request.GET['state']] or redirect('/')\n"
    assert "view-test" not in project(tmp_path, views).offered()


def test_what_a_parameter_stands_for_must_be_known_for_a_test(tmp_path: Path):
    views = "def pa<|>ge(request, chapter): return render(request, 'library/page.html')\n"
    offered = project(tmp_path, views).offered()["view-test"]
    assert offered.disabled == "what chapter stands for is not known"
