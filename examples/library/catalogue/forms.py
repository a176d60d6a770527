"""What readers may search for."""

from django import forms


class SearchForm(forms.Form):
    author = forms.CharField(required=False, max_length=100)

    def clean_author(self):
        return self.cleaned_data["author"].strip()
