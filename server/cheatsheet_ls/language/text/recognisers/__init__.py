"""One file per thing a text document can name; their order stands in `text/recognise.py`."""
