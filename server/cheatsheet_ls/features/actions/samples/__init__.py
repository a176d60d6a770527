"""Objects for tests: each with the fields it needs, and the objects those point to."""

from cheatsheet_ls.features.actions.samples.objects import Sample, manager_of, sample_of

__all__ = ["Sample", "manager_of", "sample_of"]
