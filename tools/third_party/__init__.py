"""Generator of what widely used packages derive from Django's classes."""
