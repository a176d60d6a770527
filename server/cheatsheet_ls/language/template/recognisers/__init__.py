"""One file per thing a template can say; their order stands in `template/recognise.py`."""
