"""Django templates: from text and offset to what stands there, and to what fits there."""
