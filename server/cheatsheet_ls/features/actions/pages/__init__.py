"""The pages of a model: a generic view, its route and its template, each where it is missing."""
