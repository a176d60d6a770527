"""Fills what a first start on a fresh checkout would fill: compiled files, the shipped index."""

from __future__ import annotations

from benchmarks.client import Client
from benchmarks.projects import small
from benchmarks.questions import hovers
from benchmarks.servers import PYTHON, Server


def prepare(server: Server) -> None:
    project = small()
    question = hovers(project.root, frozenset({PYTHON}))[0]
    with Client(server, project.root) as client:
        client.initialize()
        client.initialized()
        client.open(question.path, question.text)
        client.hover(question.path, question.place)
