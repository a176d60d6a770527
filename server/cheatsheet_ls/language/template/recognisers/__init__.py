"""One file per thing a template can say; the order of trying them stands in `template/recognise.py`."""
