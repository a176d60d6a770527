"""Changes of Python source that keep everything else as it stands: text in, text out.

Each is asked again without harm: what is there already is not written twice. What has a shape that
cannot be extended safely raises CannotEdit with the reason.
"""
