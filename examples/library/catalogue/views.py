"""The pages of the catalogue."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, ListView

from .forms import SearchForm
from .models import Book, Loan


class BookListView(ListView):
    model = Book
    paginate_by = 20

    def get_queryset(self):
        books = super().get_queryset().select_related("author")
        form = SearchForm(self.request.GET)
        if form.is_valid() and form.cleaned_data["author"]:
            books = books.by(form.cleaned_data["author"])
        return books


class BookDetailView(DetailView):
    model = Book


@login_required
@require_POST
def borrow(request, slug):
    book = get_object_or_404(Book, slug=slug)
    Loan.objects.create(book=book, reader=request.user)
    return redirect(book)
