"""Django templates: from text and offset to what stands there (`recognise`) or fits there (`place`)."""
