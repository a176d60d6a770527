"""A REST API for a model with DRF: serializer, viewset, router, each where it is missing."""
